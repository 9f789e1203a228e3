using System.Net;
using System.Net.Http.Json;
using System.Text;
using HelpdeskMx.Agents;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HelpdeskMx.Tests.Agents;

public sealed class SignInTests
{
    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_are_told_the_same()
    {
        await using var desk = await RunningDesk.StartAsync();
        var wrong = await desk.Anybody.PostAsJsonAsync("/api/auth/login", new { email = "admin@demo.test", password = "no" });
        var unknown = await desk.Anybody.PostAsJsonAsync("/api/auth/login", new { email = "who@demo.test", password = "no" });

        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal(await wrong.Content.ReadAsStringAsync(), await unknown.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Ten_wrong_passwords_close_the_address_for_five_minutes()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var desk = await RunningDesk.StartAsync(s => s.AddSingleton<TimeProvider>(clock));
        var credentials = new { email = "admin@demo.test", password = "no" };
        for (var i = 0; i < 10; i++) Assert.Equal(HttpStatusCode.Unauthorized, (await desk.Anybody.PostAsJsonAsync("/api/auth/login", credentials)).StatusCode);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await desk.Anybody.PostAsJsonAsync("/api/auth/login", credentials)).StatusCode);
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(HttpStatusCode.OK, (await desk.Anybody.PostAsJsonAsync("/api/auth/login", new { email = "admin@demo.test", password = "demo-demo" })).StatusCode);
    }

    [Fact]
    public async Task A_session_ends_when_it_is_signed_out_and_only_that_one()
    {
        await using var desk = await RunningDesk.StartAsync();
        var other = await desk.SignInAsync("admin");
        Assert.Equal(HttpStatusCode.NoContent, (await desk.Admin.PostAsync("/api/auth/logout", null)).StatusCode);

        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.Admin.GetAsync("/api/me")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/api/me")).StatusCode);
    }

    [Fact]
    public async Task A_session_runs_out()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var desk = await RunningDesk.StartAsync(s => s.AddSingleton<TimeProvider>(clock));
        clock.Advance(Session.Length);
        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.Agent.GetAsync("/api/me")).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b.c.d")]
    [InlineData("nonsense")]
    public async Task A_made_up_token_opens_nothing(string token)
    {
        await using var desk = await RunningDesk.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/tickets");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.Anybody.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("""{"email":5}""")]
    public async Task Malformed_json_is_a_400_with_a_sentence(string body)
    {
        await using var desk = await RunningDesk.StartAsync();
        var answer = await desk.Anybody.PostAsync("/api/auth/login", new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("bad-json", (await RunningDesk.JsonAsync(answer)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_first_admin_is_made_once_with_the_printed_token()
    {
        await using var desk = await RunningDesk.StartAsync(demo: false);
        var token = desk.Services.GetRequiredService<FirstRun>().Token;
        object Answers(string with) => new { token = with, name = "Jo", email = "jo@shop.example", password = "long enough", store = "Shop", address = "help@shop.example", language = "ko" };
        Assert.True((await desk.GetAsync("/api/setup", desk.Anybody)).GetProperty("needed").GetBoolean());
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Anybody.PostAsJsonAsync("/api/setup", Answers("guess"))).StatusCode);

        var both = await Task.WhenAll(desk.Anybody.PostAsJsonAsync("/api/setup", Answers(token)), desk.Anybody.PostAsJsonAsync("/api/setup", Answers(token)));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], both.Select(b => b.StatusCode).Order());
        var done = await RunningDesk.JsonAsync(both.Single(b => b.IsSuccessStatusCode));
        Assert.Equal("ko", done.GetProperty("agent").GetProperty("language").GetString());
        var mail = new ByteArrayContent("From: a@x.cz\r\nSubject: Test\r\n\r\nHi\r\n"u8.ToArray());
        Assert.Equal(HttpStatusCode.Accepted, (await desk.Anybody.PostAsync($"{done.GetProperty("channel").GetProperty("url")}?key={done.GetProperty("channel").GetProperty("key")}", mail)).StatusCode);
        Assert.False((await desk.GetAsync("/api/setup", desk.Anybody)).GetProperty("needed").GetBoolean());
    }
}
