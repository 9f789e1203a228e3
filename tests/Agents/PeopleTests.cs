using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HelpdeskMx.Tests.Agents;

public sealed class PeopleTests
{
    [Fact]
    public async Task An_agent_is_added_comes_in_by_a_link_that_opens_once_and_signs_in_from_then_on()
    {
        await using var desk = await RunningDesk.StartAsync();
        var added = await desk.PostAsync(HttpStatusCode.Created, "/api/agents", new { name = "Eva Nová", email = " Eva@Shop.test ", language = "cs", departments = new[] { "support" } });
        Assert.Equal(("eva@shop.test", "agent", false), (added.GetProperty("email").GetString(), added.GetProperty("role").GetString(), added.GetProperty("joined").GetBoolean()));
        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.Anybody.PostAsJsonAsync("/api/auth/login", new { email = "eva@shop.test", password = "" })).StatusCode);

        var token = await desk.LinkAsync(added.Id());
        var joined = await desk.PostAsync(HttpStatusCode.OK, "/api/auth/join", new { token, password = "a long password" }, desk.Anybody);
        Assert.True(joined.GetProperty("agent").GetProperty("joined").GetBoolean());
        Assert.Equal(HttpStatusCode.Gone, (await desk.Anybody.PostAsJsonAsync("/api/auth/join", new { token, password = "another password" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await desk.Anybody.PostAsJsonAsync("/api/auth/login", new { email = "eva@shop.test", password = "a long password" })).StatusCode);
    }

    [Fact]
    public async Task A_new_link_ends_the_one_before_and_a_new_password_signs_everybody_out_who_had_the_old_one()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var desk = await RunningDesk.StartAsync(s => s.AddSingleton<TimeProvider>(clock));
        clock.Advance(TimeSpan.FromMinutes(1));
        var first = await desk.LinkAsync("agent");
        var second = await desk.LinkAsync("agent");
        Assert.Equal(HttpStatusCode.Gone, (await desk.Anybody.PostAsJsonAsync("/api/auth/join", new { token = first, password = "a long password" })).StatusCode);
        var joined = await desk.PostAsync(HttpStatusCode.OK, "/api/auth/join", new { token = second, password = "a long password" }, desk.Anybody);

        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.Agent.GetAsync("/api/me")).StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/me") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", joined.GetProperty("token").GetString()) } };
        Assert.Equal(HttpStatusCode.OK, (await desk.Anybody.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_link_runs_out_after_a_week_and_none_is_kept_as_it_was()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var desk = await RunningDesk.StartAsync(s => s.AddSingleton<TimeProvider>(clock));
        var token = await desk.LinkAsync("agent");
        clock.Advance(TimeSpan.FromDays(7));

        Assert.Equal(HttpStatusCode.Gone, (await desk.Anybody.PostAsJsonAsync("/api/auth/join", new { token, password = "a long password" })).StatusCode);
        Assert.DoesNotContain(token.Split('.')[1], await desk.Anybody.GetStringAsync("/api/health"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 422)]
    [InlineData("short", 422)]
    [InlineData("a long password", 410)]
    public async Task A_made_up_link_and_a_short_password_are_refused(string password, int status)
    {
        await using var desk = await RunningDesk.StartAsync();
        foreach (var token in new[] { null, "", "x", "agent.", ".x", "agent.0123456789abcdefghjkmnpqrs", "nobody.x", new string('a', 5000) })
            Assert.Equal(status, (int)(await desk.Anybody.PostAsJsonAsync("/api/auth/join", new { token, password })).StatusCode);
    }

    [Fact]
    public async Task Somebody_who_has_left_is_signed_out_and_their_open_tickets_are_nobodys()
    {
        await using var desk = await RunningDesk.StartAsync();
        var ticket = (await desk.ReceiveAsync("From: a@x.cz\nSubject: Hello\n\nHi\n")).Id();
        await desk.ActAsync(ticket, "assign", new { assignee = "me" });
        await desk.PutAsync(HttpStatusCode.OK, "/api/agents/agent", new { active = false });

        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.Agent.GetAsync("/api/me")).StatusCode);
        Assert.Equal(JsonValueKind.Null, (await desk.GetAsync($"/api/tickets/{ticket}")).GetProperty("assignee").ValueKind);
        await desk.PutAsync(HttpStatusCode.NotFound, "/api/agents/nobody", new { active = false });
    }

    [Fact]
    public async Task The_last_admin_stays_one()
    {
        await using var desk = await RunningDesk.StartAsync();
        foreach (var change in new object[] { new { role = "agent" }, new { active = false } })
            Assert.Equal("last-admin", (await desk.PutAsync(HttpStatusCode.Conflict, "/api/agents/admin", change)).GetProperty("code").GetString());
        await desk.PutAsync(HttpStatusCode.OK, "/api/agents/agent", new { role = "admin" });
        await desk.PutAsync(HttpStatusCode.OK, "/api/agents/admin", new { role = "agent" });
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Admin.PostAsJsonAsync("/api/agents", new { name = "X", email = "x@shop.test" })).StatusCode);
    }

    [Theory]
    [InlineData("""{"name":"","email":"x@shop.test"}""", "name")]
    [InlineData("""{"name":"X","email":"x"}""", "email")]
    [InlineData("""{"name":"X","email":"ADMIN@demo.test"}""", "email")]
    [InlineData("""{"name":"X","email":"x@shop.test","role":"king"}""", "role")]
    [InlineData("""{"name":"X","email":"x@shop.test","language":"de"}""", "language")]
    [InlineData("""{"name":"X","email":"x@shop.test","departments":["moon"]}""", "departments")]
    public async Task What_will_not_do_is_named(string body, string field)
    {
        await using var desk = await RunningDesk.StartAsync();
        var refused = await RunningDesk.JsonAsync(await desk.Admin.PostAsync("/api/agents", new StringContent(body, null, "application/json")));
        Assert.True(refused.GetProperty("errors").TryGetProperty(field, out _), refused.ToString());
    }

    [Fact]
    public async Task A_role_that_names_what_is_not_there_is_refused_whole_with_each_place()
    {
        await using var desk = await RunningDesk.StartAsync();
        var refused = await desk.PostAsync(HttpStatusCode.UnprocessableEntity, "/api/roles", new
        {
            name = "Front",
            states = new[] { "new", "nowhere" },
            grants = new object[] { new { action = "reply" }, new { action = "fly" }, new { action = "close", states = new[] { "x" }, departments = new[] { "y" } } },
        });
        Assert.Equal(["grants[1].action", "grants[2].departments", "grants[2].states", "states"], refused.GetProperty("errors").EnumerateObject().Select(e => e.Name).Order());
        Assert.Equal(2, (await desk.GetAsync("/api/roles")).GetProperty("items").GetArrayLength());
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.Admin.PostAsync("/api/roles", new StringContent("""{"name":"x","states":null}""", null, "application/json"))).StatusCode);
    }

    [Fact]
    public async Task A_role_somebody_has_is_not_deleted_and_those_every_desk_has_never_change()
    {
        await using var desk = await RunningDesk.StartAsync();
        var role = (await desk.PostAsync(HttpStatusCode.Created, "/api/roles", new { name = "Front" })).Id();
        await desk.PutAsync(HttpStatusCode.OK, "/api/agents/agent", new { role });
        Assert.Equal("role-in-use", (await RunningDesk.JsonAsync(await desk.Admin.DeleteAsync($"/api/roles/{role}"))).GetProperty("code").GetString());
        await desk.PutAsync(HttpStatusCode.OK, "/api/agents/agent", new { role = "agent" });
        Assert.Equal(HttpStatusCode.NoContent, (await desk.Admin.DeleteAsync($"/api/roles/{role}")).StatusCode);
        await desk.PutAsync(HttpStatusCode.NotFound, "/api/roles/admin", new { name = "Weak" });
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Admin.DeleteAsync("/api/roles/agent")).StatusCode);
    }
}
