using System.Net;
using System.Text.Json;
using HelpdeskMx.Automation;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HelpdeskMx.Tests.Automation;

public sealed class RuleTests
{
    [Fact]
    public async Task A_new_ticket_whose_words_fit_is_labelled_pressed_and_answered_and_its_history_names_the_rule()
    {
        await using var desk = await RunningDesk.StartAsync();
        await desk.PostAsync(HttpStatusCode.Created, "/api/replies", new { name = "Refunds", shared = true, texts = new { en = "About {{ticket.number}}: refunds take a week." } });
        await AddAsync(desk, "Refunds", "newTicket", [If("words", "contains", "refund", "vrácení")],
            [new { action = "label", labels = new { add = new[] { "refund" } } }, new { action = "priority", priority = "high" }, new { action = "reply", reply = "refunds" }]);
        var other = await desk.ReceiveAsync(Mail("1", "Where is my order?"));
        var ticket = await desk.ReceiveAsync(Mail("2", "Žádám o VRACENI peněz"));

        Assert.Equal((0, "normal"), (other.GetProperty("labels").GetArrayLength(), other.Text("priority")));
        Assert.Equal(("refund", "high", "waiting"), (ticket.GetProperty("labels")[0].GetString(), ticket.Text("priority"), ticket.Text("state")));
        var answer = (await desk.MessagesAsync(ticket.Id()))[1];
        Assert.Equal(("out", true), (answer.Text("direction"), answer.GetProperty("auto").GetBoolean()));
        var events = (await EventsAsync(desk, ticket.Id())).Where(e => e.GetProperty("actor").Text("id") == "refunds").ToArray();
        Assert.Equal(["label", "priority", "reply"], events.Select(e => e.Text("kind")));
        Assert.All(events, e => Assert.Equal("Refunds", e.GetProperty("actor").Text("name")));
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied\n", "a1@x.cz")]
    [InlineData("", "no-reply@x.cz")]
    public async Task No_rule_answers_a_machine(string headers, string from)
    {
        await using var desk = await RunningDesk.StartAsync();
        await desk.PostAsync(HttpStatusCode.Created, "/api/replies", new { name = "Thanks", shared = true, texts = new { en = "Thanks." } });
        await AddAsync(desk, "Thank", "newTicket", [], [new { action = "reply", reply = "thanks" }, new { action = "priority", priority = "low" }]);
        var ticket = await desk.ReceiveAsync(Mail("1", "Hello", headers).Replace("a1@x.cz", from, StringComparison.Ordinal));
        Assert.Equal("low", ticket.Text("priority"));
        Assert.Single(await desk.MessagesAsync(ticket.Id()));
    }

    [Fact]
    public async Task Two_rules_that_would_go_round_in_a_circle_stop_and_say_so()
    {
        await using var desk = await RunningDesk.StartAsync();
        await AddAsync(desk, "There", "changed", [If("label", "is", "a")], [new { action = "label", labels = new { add = new[] { "b" }, remove = new[] { "a" } } }]);
        await AddAsync(desk, "Back", "changed", [If("label", "is", "b")], [new { action = "label", labels = new { add = new[] { "a" }, remove = new[] { "b" } } }]);
        var ticket = (await desk.ReceiveAsync(Mail("1", "Hello"))).Id();

        Assert.Equal(HttpStatusCode.OK, (await desk.ActAsync(ticket, "label", new { labels = new { add = new[] { "a" } } })).StatusCode);

        var stopped = Assert.Single(await EventsAsync(desk, ticket), e => e.Text("kind") == "rule-stopped");
        Assert.Equal("There", stopped.GetProperty("actor").Text("name"));
        Assert.NotNull((await RulesAsync(desk)).Single(r => r.Id() == "there").Text("stoppedAt"));
        Assert.Equal(4, (await desk.GetAsync($"/api/tickets/{ticket}")).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task A_rule_for_what_a_ticket_becomes_acts_when_it_becomes_that_and_not_again()
    {
        await using var desk = await RunningDesk.StartAsync();
        await AddAsync(desk, "Note urgent", "changed", [If("priority", "becomes", "urgent")], [new { action = "note", text = "Urgent now: {{ticket.number}}" }]);
        var ticket = (await desk.ReceiveAsync(Mail("1", "Hello"))).Id();
        await desk.ActAsync(ticket, "priority", new { priority = "urgent" });
        await desk.ActAsync(ticket, "label", new { labels = new { add = new[] { "x" } } });
        Assert.Single(await desk.MessagesAsync(ticket), m => m.Text("direction") == "note" && m.Text("text")!.StartsWith("Urgent now: #", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_rule_answers_what_another_changed_within_the_same_change()
    {
        await using var desk = await RunningDesk.StartAsync();
        await AddAsync(desk, "First", "customerMessage", [If("words", "contains", "angry")], [new { action = "label", labels = new { add = new[] { "angry" } } }]);
        await AddAsync(desk, "Second", "changed", [If("label", "becomes", "angry")], [new { action = "priority", priority = "urgent" }]);
        await desk.ReceiveAsync(Mail("1", "Hello"));
        var ticket = await desk.ReceiveAsync(Mail("2", "I am angry", "In-Reply-To: <1@x.cz>\n"));
        Assert.Equal("urgent", ticket.Text("priority"));
    }

    [Fact]
    public async Task A_rule_for_silence_acts_once_when_its_hours_have_passed()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var desk = await RunningDesk.StartAsync(services => services.AddSingleton<TimeProvider>(clock));
        var ticket = (await desk.ReceiveAsync(Mail("1", "Hello"))).Id();
        await AddAsync(desk, "Remind", "silent", [If("category", "is", "new")], [new { action = "note", text = "Nobody has answered." }], afterHours: 2);
        var run = desk.Services.GetRequiredService<RunSilentRules>();

        foreach (var (minutes, notes) in new[] { (60, 0), (65, 1), (60, 1) })
        {
            clock.Advance(TimeSpan.FromMinutes(minutes));
            await run.RunAsync(CancellationToken.None);
            await desk.SignInAsync();
            Assert.Equal(notes, (await desk.MessagesAsync(ticket)).Count(m => m.Text("direction") == "note"));
        }
    }

    [Fact]
    public async Task A_dry_run_says_what_would_have_been_acted_on_and_changes_nothing()
    {
        await using var desk = await RunningDesk.StartAsync();
        var tickets = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => desk.ReceiveAsync(Mail($"{i}", i % 3 == 0 ? "I want a refund" : "Hello"))));
        var rule = new { name = "Refunds", when = "newTicket", @if = new[] { If("words", "contains", "refund"), If("category", "is", "new") }, then = new[] { new { action = "close" } } };
        await desk.ActAsync(tickets[0].Id(), "close"); // as it began it was new
        var job = await desk.PostAsync(HttpStatusCode.Accepted, "/api/rules/dry-run", new { rule });
        job = await RunningDesk.UntilAsync(() => desk.GetAsync($"/api/jobs/{job.Id()}"), j => j.Text("state") == "done");
        Assert.Equal((12, 12, 4), (job.GetProperty("done").GetInt32(), job.GetProperty("total").GetInt32(), job.GetProperty("fits").GetInt32()));
        Assert.Equal(4, job.GetProperty("results").GetArrayLength());
        Assert.Equal(1, (await desk.GetAsync("/api/tickets?category=closed")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_rule_that_cannot_work_is_refused_with_every_reason_and_its_place()
    {
        await using var desk = await RunningDesk.StartAsync();
        var refused = await desk.PostAsync(HttpStatusCode.UnprocessableEntity, "/api/rules", new
        {
            name = " ",
            when = "silent",
            @if = new object[] { If("state", "contains", "x"), If("store", "is", "nowhere"), new { field = "field", test = "is", values = new[] { "x" } }, If("words", "contains"), If("messages", "moreThan", "many"), If("state", "becomes", "open") },
            then = new object[] { new { action = "nothing" }, new { action = "note" }, new { action = "assign", assignee = "nobody-here" }, new { action = "reply", reply = "none" }, new { action = "note", text = "{{customer.name}}" } },
        });
        string[] places = [.. refused.GetProperty("errors").EnumerateObject().Select(e => e.Name).Order()];
        Assert.Equal(["afterHours", "if[0].test", "if[0].values", "if[1].values", "if[2].key", "if[3].values", "if[4].values", "if[5].test", "name", "then[0].action", "then[1].text", "then[2].assignee", "then[3].reply", "then[4].text"], places);
        Assert.Empty(await RulesAsync(desk));
    }

    [Fact]
    public async Task An_effect_whose_agent_has_left_is_told_in_the_ticket_and_the_rest_is_done()
    {
        await using var desk = await RunningDesk.StartAsync();
        await desk.HireAsync("Leaver");
        var leaver = (await desk.GetAsync("/api/agents")).GetProperty("items").EnumerateArray().Single(a => a.Text("name") == "Leaver").Id();
        await AddAsync(desk, "Give", "newTicket", [], [new { action = "assign", assignee = leaver }, new { action = "priority", priority = "low" }]);
        await desk.PutAsync(HttpStatusCode.OK, $"/api/agents/{leaver}", new { active = false });
        var ticket = await desk.ReceiveAsync(Mail("1", "Hello"));
        Assert.Equal("low", ticket.Text("priority"));
        Assert.Single(await EventsAsync(desk, ticket.Id()), e => e.Text("kind") == "rule-failed");
    }

    [Fact]
    public async Task Rules_run_in_their_order_and_an_order_of_other_rules_is_a_conflict()
    {
        await using var desk = await RunningDesk.StartAsync();
        await AddAsync(desk, "One", "newTicket", [], [new { action = "priority", priority = "low" }]);
        await AddAsync(desk, "Two", "newTicket", [], [new { action = "priority", priority = "high" }]);
        Assert.Equal("high", (await desk.ReceiveAsync(Mail("1", "Hello"))).Text("priority"));
        await desk.PutAsync(HttpStatusCode.Conflict, "/api/rules/order", new { rules = new[] { "one" } });
        await desk.PutAsync(HttpStatusCode.OK, "/api/rules/order", new { rules = new[] { "two", "one" } });
        Assert.Equal("low", (await desk.ReceiveAsync(Mail("2", "Hello"))).Text("priority"));
        Assert.Equal(HttpStatusCode.NoContent, (await desk.Admin.DeleteAsync("/api/rules/one")).StatusCode);
        Assert.Equal("high", (await desk.ReceiveAsync(Mail("3", "Hello"))).Text("priority"));
    }

    private static string Mail(string id, string text, string headers = "") => $"From: Anna <a{id}@x.cz>\nSubject: Hello\nMessage-ID: <{id}@x.cz>\n{headers}Content-Type: text/plain; charset=utf-8\n\n{text}\n";

    private static object If(string field, string test, params string[] values) => new { field, test, values };

    private static Task<JsonElement> AddAsync(RunningDesk desk, string name, string when, object[] conditions, object[] effects, int? afterHours = null) =>
        desk.PostAsync(HttpStatusCode.Created, "/api/rules", new { name, when, @if = conditions, then = effects, afterHours });

    private static async Task<JsonElement[]> EventsAsync(RunningDesk desk, string ticket) => [.. (await desk.GetAsync($"/api/tickets/{ticket}/events")).GetProperty("items").EnumerateArray()];

    private static async Task<JsonElement[]> RulesAsync(RunningDesk desk) => [.. (await desk.GetAsync("/api/rules")).GetProperty("items").EnumerateArray()];
}
