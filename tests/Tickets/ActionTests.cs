using System.Net;
using System.Text.Json;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Tickets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HelpdeskMx.Tests.Tickets;

public sealed class ActionTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);
    private RunningDesk desk = null!;
    private string ticket = "";

    public async Task InitializeAsync()
    {
        desk = await RunningDesk.StartAsync(s => s.AddSingleton<TimeProvider>(clock));
        ticket = (await desk.ReceiveAsync("From: a@x.cz\nSubject: Hello\nMessage-ID: <1@x.cz>\n\nHi\n")).Id();
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task Labels_are_put_on_and_taken_off_each_once_and_lists_are_narrowed_by_them()
    {
        Assert.Equal(["vip", "vratka č. 1"], Labels(await DoAsync("label", new { labels = new { add = new[] { " vip ", "vip", "vratka č. 1" } } })));
        Assert.Equal(["vratka č. 1"], Labels(await DoAsync("label", new { labels = new { remove = new[] { "vip", "unknown" } } })));
        Assert.Equal([ticket], await IdsAsync("label=vratka%20%C4%8D.%201"));
        Assert.Empty(await IdsAsync("label=vip"));
        var told = (await EventsAsync())[^1];
        Assert.Equal(("label", "vip,vratka č. 1", "vratka č. 1"), (told.Text("kind"), told.GetProperty("before").Text("labels"), told.GetProperty("after").Text("labels")));
    }

    [Theory]
    [InlineData("a,b"), InlineData(""), InlineData("  "), InlineData("two\nlines"), InlineData("012345678901234567890123456789012345678901234567890123456789")]
    public async Task What_cannot_be_a_label_is_refused_whole(string label)
    {
        var refused = await RunningDesk.JsonAsync(await desk.ActAsync(ticket, "label", new { labels = new { add = new[] { "good", label } } }));
        Assert.True(refused.GetProperty("errors").TryGetProperty("labels", out _));
        Assert.Empty(Labels(await desk.GetAsync($"/api/tickets/{ticket}")));
    }

    [Fact]
    public async Task A_ticket_that_was_put_off_is_out_of_sight_until_its_time_and_then_unread()
    {
        var until = clock.GetUtcNow().AddHours(3);
        await DoAsync("snooze", new { until });
        Assert.Empty(await IdsAsync("view=open"));
        Assert.Equal([ticket], await IdsAsync("view=snoozed"));

        clock.Advance(TimeSpan.FromHours(3) - TimeSpan.FromSeconds(1));
        await desk.Services.GetRequiredService<WakeTickets>().RunAsync(default);
        Assert.Empty(await IdsAsync("view=open"));
        clock.Advance(TimeSpan.FromSeconds(2));
        await desk.Services.GetRequiredService<WakeTickets>().RunAsync(default);
        await desk.Services.GetRequiredService<WakeTickets>().RunAsync(default);
        Assert.Equal([ticket], await IdsAsync("view=open"));
        Assert.Empty(await IdsAsync("view=snoozed"));
        Assert.True((await desk.GetAsync($"/api/tickets/{ticket}", desk.Agent)).GetProperty("unread").GetBoolean());
        Assert.Single(await EventsAsync(), e => e.Text("kind") == "woken");
    }

    [Fact]
    public async Task A_customers_message_brings_it_back_at_once_and_the_time_does_nothing_then()
    {
        await DoAsync("snooze", new { until = clock.GetUtcNow().AddHours(3) });
        await desk.ReceiveAsync("From: a@x.cz\nSubject: Re: Hello\nMessage-ID: <2@x.cz>\nIn-Reply-To: <1@x.cz>\n\nStill there?\n");
        Assert.Equal([ticket], await IdsAsync("view=open"));
        clock.Advance(TimeSpan.FromHours(4));
        await desk.Services.GetRequiredService<WakeTickets>().RunAsync(default);
        Assert.DoesNotContain(await EventsAsync(), e => e.Text("kind") == "woken");
    }

    [Fact]
    public async Task Put_off_again_only_the_last_time_counts()
    {
        await DoAsync("snooze", new { until = clock.GetUtcNow().AddHours(1) });
        await DoAsync("snooze", new { until = clock.GetUtcNow().AddHours(5) });
        clock.Advance(TimeSpan.FromHours(2));
        await desk.Services.GetRequiredService<WakeTickets>().RunAsync(default);
        Assert.Equal([ticket], await IdsAsync("view=snoozed"));
        await DoAsync("snooze", new { });
        Assert.Equal([ticket], await IdsAsync("view=open"));
    }

    [Fact]
    public async Task A_time_that_has_passed_or_is_years_away_is_refused()
    {
        foreach (var until in new[] { clock.GetUtcNow(), clock.GetUtcNow().AddDays(-1), clock.GetUtcNow().AddDays(400) })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.ActAsync(ticket, "snooze", new { until })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.ActAsync(ticket, "snooze", new { until = "tomorrow" })).StatusCode);
    }

    [Fact]
    public async Task Forwarded_it_is_another_departments_work_and_its_owner_goes_along_only_if_they_work_there()
    {
        await desk.PostAsync(HttpStatusCode.Created, "/api/departments", new { name = "Sales" });
        var support = await desk.HireAsync("Sue", "agent", "support");
        await desk.ActAsync(ticket, "assign", new { assignee = "me" }, support);
        var there = await DoAsync("forward", new { department = "sales" });
        Assert.Equal(("sales", JsonValueKind.Null), (there.Text("department"), there.GetProperty("assignee").ValueKind));
        Assert.Equal(HttpStatusCode.NotFound, (await support.GetAsync($"/api/tickets/{ticket}")).StatusCode);

        await desk.ActAsync(ticket, "assign", new { assignee = "agent" });
        Assert.Equal("agent", (await DoAsync("forward", new { department = "support" })).Text("assignee"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.ActAsync(ticket, "forward", new { department = "moon" })).StatusCode);
    }

    [Fact]
    public async Task Whom_a_note_names_watches_the_ticket_and_who_may_not_see_it_cannot_be_named()
    {
        await desk.PostAsync(HttpStatusCode.Created, "/api/departments", new { name = "Sales" });
        await desk.HireAsync("Out", "agent", "sales");
        var noted = await DoAsync("note", new { text = "Look at this, @admin", mentions = new[] { "admin" } });
        Assert.Equal("admin", noted.GetProperty("followers")[0].GetString());
        Assert.Equal([ticket], await IdsAsync("view=watched", desk.Admin));
        Assert.Equal("admin", (await desk.MessagesAsync(ticket))[^1].GetProperty("mentions")[0].GetString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.ActAsync(ticket, "note", new { text = "x", mentions = new[] { "out" } })).StatusCode);
    }

    [Fact]
    public async Task Watching_begins_and_ends_and_a_priority_narrows_lists()
    {
        await DoAsync("follow", new { followers = new { add = new[] { "me", "admin" } } });
        Assert.Equal(["admin"], (await DoAsync("follow", new { followers = new { remove = new[] { "me" } } })).GetProperty("followers").EnumerateArray().Select(f => f.GetString()));
        await DoAsync("priority", new { priority = "urgent" });
        Assert.Equal([ticket], await IdsAsync("mark=urgent"));
        Assert.Empty(await IdsAsync("mark=high"));
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.ActAsync(ticket, "priority", new { priority = "huge" })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.ActAsync(ticket, "priority", new { })).StatusCode);
    }

    [Fact]
    public async Task Linked_each_names_the_other_until_one_says_no_more()
    {
        var other = await desk.ReceiveAsync("From: b@x.cz\nSubject: Same\nMessage-ID: <9@x.cz>\n\nHi\n");
        var number = other.GetProperty("number").GetInt64();
        var linked = await desk.PostAsync(HttpStatusCode.OK, $"/api/tickets/{ticket}/links", new { number }, desk.Agent);
        Assert.Equal(number, linked.GetProperty("related")[0].GetProperty("number").GetInt64());
        Assert.Equal(ticket, (await desk.GetAsync($"/api/tickets/{other.Id()}")).GetProperty("related")[0].Id());
        await desk.PostAsync(HttpStatusCode.OK, $"/api/tickets/{ticket}/links", new { number }, desk.Agent);
        Assert.Single(await EventsAsync(), e => e.Text("kind") == "linked");

        Assert.True((await desk.Agent.DeleteAsync($"/api/tickets/{other.Id()}/links/{linked.GetProperty("number").GetInt64()}")).IsSuccessStatusCode);
        Assert.Equal(0, (await desk.GetAsync($"/api/tickets/{ticket}")).GetProperty("related").GetArrayLength());
        await desk.PostAsync(HttpStatusCode.UnprocessableEntity, $"/api/tickets/{ticket}/links", new { number = 999_999 }, desk.Agent);
    }

    private async Task<JsonElement> DoAsync(string action, object body)
    {
        var answer = await desk.ActAsync(ticket, action, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await RunningDesk.JsonAsync(answer);
    }

    private async Task<string[]> IdsAsync(string query, HttpClient? by = null) => [.. (await desk.GetAsync($"/api/tickets?{query}", by ?? desk.Agent)).GetProperty("items").EnumerateArray().Select(t => t.Id())];

    private async Task<JsonElement[]> EventsAsync() => [.. (await desk.GetAsync($"/api/tickets/{ticket}/events")).GetProperty("items").EnumerateArray()];

    private static string[] Labels(JsonElement of) => [.. of.GetProperty("labels").EnumerateArray().Select(l => l.GetString()!)];
}
