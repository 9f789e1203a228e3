using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Tests.Intake.Mailboxes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HelpdeskMx.Tests.Channels;

/// <summary>A channel's key is changed while others still send with the old one.</summary>
public sealed class ChangeKeyTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);
    private RunningDesk desk = null!;

    public async Task InitializeAsync() => desk = await RunningDesk.StartAsync(services => services.WithoutTimers().AddSingleton<TimeProvider>(clock));

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task The_old_key_opens_until_its_hours_are_over_and_the_new_one_at_once()
    {
        var changed = await ChangedAsync(new { overlapHours = 5 });
        var key = Key(changed);
        Assert.Equal(clock.GetUtcNow().AddHours(5), changed.GetProperty("oldKeyEndsAt").GetDateTimeOffset(), TimeSpan.FromMilliseconds(1));
        await OpensAsync("demo", key);

        clock.Advance(TimeSpan.FromHours(5) - TimeSpan.FromSeconds(1));
        await OpensAsync("demo", key);
        clock.Advance(TimeSpan.FromSeconds(1));
        await OpensAsync(key);
        await StaysShutAsync("demo", "", "DEMO");
        await desk.SignInAsync();
        Assert.Equal(JsonValueKind.Null, (await ChannelAsync()).GetProperty("oldKeyEndsAt").ValueKind);
    }

    [Fact]
    public async Task A_leaked_key_ends_at_once()
    {
        await OpensAsync(Key(await ChangedAsync(new { overlapHours = 0 })));
        await StaysShutAsync("demo");
    }

    [Fact]
    public async Task A_leaked_key_ends_at_once_though_it_had_hours_left()
    {
        var second = Key(await ChangedAsync(new { overlapHours = 100 }));
        await OpensAsync(Key(await ChangedAsync(new { overlapHours = 0 })));
        await StaysShutAsync("demo", second);
    }

    [Fact]
    public async Task A_day_is_what_nobody_asks_for_and_of_three_keys_the_newest_two_open()
    {
        var second = await ChangedAsync(new { });
        Assert.Equal(clock.GetUtcNow().AddDays(1), second.GetProperty("oldKeyEndsAt").GetDateTimeOffset(), TimeSpan.FromMilliseconds(1));
        var third = Key(await ChangedAsync(new { }));

        await OpensAsync(Key(second), third);
        await StaysShutAsync("demo");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(721)]
    public async Task Hours_outside_a_month_are_refused_and_the_key_stays(int hours)
    {
        var answer = await desk.Admin.PostAsJsonAsync("/api/channels/support/key", new { overlapHours = hours });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.True((await RunningDesk.JsonAsync(answer)).GetProperty("errors").TryGetProperty("overlapHours", out _));
        await OpensAsync("demo");
    }

    [Fact]
    public async Task Of_changes_at_once_nobody_gets_a_key_that_does_not_open()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => desk.Admin.PostAsJsonAsync("/api/channels/support/key", new { overlapHours = 24 })));

        var now = Key(await ChannelAsync());
        var given = await Task.WhenAll(answers.Where(a => a.IsSuccessStatusCode).Select(async a => Key(await RunningDesk.JsonAsync(a))));
        Assert.Contains(now, given);
        Assert.All(answers, a => Assert.Contains(a.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.Conflict }));
        await OpensAsync(now);
    }

    [Fact]
    public async Task A_change_of_anything_else_at_once_leaves_the_new_key()
    {
        object[] changes = [new { name = "Help" }, new { quietAfterHours = 9 }, new { plusAddressing = false }, new { active = true }];
        var rotation = ChangedAsync(new { overlapHours = 1 });
        await Task.WhenAll([rotation, .. changes.Select(c => desk.Admin.PutAsJsonAsync("/api/channels/support", c))]);

        var channel = await ChannelAsync();
        Assert.Equal((Key(await rotation), "Help", 9, false), (Key(channel), channel.GetProperty("name").GetString(), channel.GetProperty("quietAfterHours").GetInt32(), channel.GetProperty("plusAddressing").GetBoolean()));
    }

    [Fact]
    public async Task Agents_see_neither_the_key_nor_when_the_old_one_ends()
    {
        await ChangedAsync(new { });

        var seen = (await desk.GetAsync("/api/channels", desk.Agent)).GetProperty("items").EnumerateArray().Single(c => c.GetProperty("id").GetString() == "support");
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (seen.GetProperty("key").ValueKind, seen.GetProperty("oldKeyEndsAt").ValueKind));
    }

    private async Task<JsonElement> ChangedAsync(object change)
    {
        var answer = await desk.Admin.PostAsJsonAsync("/api/channels/support/key", change);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await RunningDesk.JsonAsync(answer);
    }

    private async Task<JsonElement> ChannelAsync() => (await desk.GetAsync("/api/channels")).GetProperty("items").EnumerateArray().Single(c => c.GetProperty("id").GetString() == "support");

    private async Task OpensAsync(params string[] keys)
    {
        foreach (var key in keys) Assert.Equal(HttpStatusCode.Accepted, (await SendAsync(key)).StatusCode);
    }

    private async Task StaysShutAsync(params string[] keys)
    {
        foreach (var key in keys) Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(key)).StatusCode);
    }

    private Task<HttpResponseMessage> SendAsync(string key) => desk.Anybody.PostAsync($"/api/ingest/email/support?key={key}", new StringContent("From: a@x.cz\r\nSubject: Hi\r\n\r\nHello\r\n"));

    private static string Key(JsonElement channel) => channel.GetProperty("key").GetString()!;
}
