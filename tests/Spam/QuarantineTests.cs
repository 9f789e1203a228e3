using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Tickets;
using HelpdeskMx.Workflow;
using Microsoft.Extensions.DependencyInjection;

namespace HelpdeskMx.Tests.Spam;

public sealed partial class QuarantineTests
{
    private const string Flagged = "X-Spam-Flag: YES\nAuthentication-Results: mx.desk.test; dmarc=fail\n";

    [Fact]
    public async Task Spam_is_a_ticket_like_any_other_but_in_no_list_of_work_nobody_is_told_and_nobody_gets_it()
    {
        await using var desk = await RunningDesk.StartAsync();
        await desk.PutAsync(HttpStatusCode.OK, $"/api/stores/{await StoreAsync(desk)}", new { confirmation = new { on = true, texts = new { } } });
        var ticket = await desk.ReceiveAsync(Mail("s1", "Win now", Flagged));

        Assert.Equal(("score", 75), (Why(ticket), ticket.GetProperty("spam").GetProperty("score").GetInt32()));
        Assert.Single(await desk.MessagesAsync(ticket.Id()));
        Assert.Equal(JsonValueKind.Null, ticket.GetProperty("assignee").ValueKind);
        Assert.Equal([ticket.Id()], await ListAsync(desk, "spam"));
        foreach (var view in new[] { "open", "unassigned", "unread" }) Assert.DoesNotContain(ticket.Id(), await ListAsync(desk, view));
        Assert.Contains(ticket.Id(), await ListAsync(desk, "all"));

        var wanted = await desk.ReceiveAsync(Mail("s2", "Where is my order?", from: "bob@y.cz"));
        Assert.Equal(2, (await desk.MessagesAsync(wanted.Id())).Length); // with its confirmation
    }

    [Fact]
    public async Task An_agent_releases_it_it_is_told_in_the_history_and_no_confirmation_follows()
    {
        await using var desk = await RunningDesk.StartAsync();
        await desk.PutAsync(HttpStatusCode.OK, $"/api/stores/{await StoreAsync(desk)}", new { confirmation = new { on = true, texts = new { } } });
        var id = (await desk.ReceiveAsync(Mail("s1", "Win now", Flagged))).Id();
        Assert.Equal(HttpStatusCode.OK, (await desk.ActAsync(id, "spam", new { spam = false })).StatusCode);

        var ticket = await desk.GetAsync($"/api/tickets/{id}");
        Assert.Equal(JsonValueKind.Null, ticket.GetProperty("spam").ValueKind);
        Assert.True(ticket.GetProperty("unread").GetBoolean());
        Assert.Contains(id, await ListAsync(desk, "open"));
        Assert.Single(await desk.MessagesAsync(id));
        var kinds = (await desk.GetAsync($"/api/tickets/{id}/events")).GetProperty("items").EnumerateArray().Select(e => e.Text("kind")).ToArray();
        Assert.Equal(["created", "quarantined", "spam"], kinds.Order());
    }

    [Fact]
    public async Task What_a_customer_writes_in_a_ticket_that_is_there_goes_where_that_is()
    {
        await using var desk = await RunningDesk.StartAsync();
        var open = (await desk.ReceiveAsync(Mail("a1", "Where is my order?"))).Id();
        Assert.Equal((open, ""), Place(await desk.ReceiveAsync(Mail("a2", "WIN", Flagged + "In-Reply-To: <a1@x.cz>\n"))));

        var hidden = (await desk.ReceiveAsync(Mail("b1", "Win now", Flagged, "bob@y.cz"))).Id();
        Assert.Equal((hidden, "score"), Place(await desk.ReceiveAsync(Mail("b2", "And more", "In-Reply-To: <b1@x.cz>\n", "bob@y.cz"))));
    }

    [Fact]
    public async Task Somebody_known_as_a_customer_is_believed()
    {
        await using var desk = await RunningDesk.StartAsync();
        await desk.ReceiveAsync(Mail("a1", "Where is my order?"));
        Assert.Equal("", Why(await desk.ReceiveAsync(Mail("a2", "Another question", "X-Spam-Flag: YES\nReply-To: a@elsewhere.test\n") + "https://bit.ly/3x")));
        Assert.Equal("score", Why(await desk.ReceiveAsync(Mail("b2", "Another question", "X-Spam-Flag: YES\nReply-To: a@elsewhere.test\n", "bob@y.cz") + "https://bit.ly/3x")));
    }

    [Fact]
    public async Task A_store_may_be_unguarded_or_guarded_more_or_less_strictly()
    {
        await using var desk = await RunningDesk.StartAsync();
        var store = await StoreAsync(desk);
        await desk.PutAsync(HttpStatusCode.OK, $"/api/stores/{store}", new { spam = new { on = true, threshold = 80 } });
        Assert.Equal("", Why(await desk.ReceiveAsync(Mail("s1", "Win now", Flagged))));
        await desk.PutAsync(HttpStatusCode.OK, $"/api/stores/{store}", new { spam = new { on = false } });
        Assert.Equal("", Why(await desk.ReceiveAsync(Mail("s2", "Win now", Flagged, "bob@y.cz"))));

        foreach (var threshold in new[] { 29, 101 }) await desk.PutAsync(HttpStatusCode.UnprocessableEntity, $"/api/stores/{store}", new { spam = new { on = true, threshold } });
        await desk.PutAsync(HttpStatusCode.UnprocessableEntity, $"/api/stores/{store}", new { spam = new { confirmSenders = true } });
        await desk.PutAsync(HttpStatusCode.UnprocessableEntity, $"/api/stores/{store}", new { spam = new { origin = "javascript:alert(1)" } });
    }

    [Fact]
    public async Task What_agents_call_spam_teaches_once_and_is_taken_back()
    {
        await using var desk = await RunningDesk.StartAsync();
        var id = (await desk.ReceiveAsync(Mail("a1", "Win a prize"))).Id();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.ActAsync(id, "spam", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.ActAsync(id, "spam", new { spam = false, block = true })).StatusCode);
        foreach (var spam in new[] { true, true }) Assert.Equal(HttpStatusCode.OK, (await desk.ActAsync(id, "spam", new { spam })).StatusCode);
        Assert.Equal((1, 0), await LearnedAsync(desk));
        Assert.Equal("agent", Why(await desk.GetAsync($"/api/tickets/{id}")));
        await desk.ActAsync(id, "spam", new { spam = false });
        Assert.Equal((0, 1), await LearnedAsync(desk));
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Agent.GetAsync("/api/spam")).StatusCode);
    }

    [Fact]
    public async Task Many_tickets_called_spam_at_once_are_taken_back_at_once()
    {
        await using var desk = await RunningDesk.StartAsync();
        string[] ids = [(await desk.ReceiveAsync(Mail("a1", "Win a prize"))).Id(), (await desk.ReceiveAsync(Mail("b1", "Win more", from: "bob@y.cz"))).Id()];
        var job = await desk.PostAsync(HttpStatusCode.Accepted, "/api/bulk", new { tickets = ids, action = "spam", request = new { spam = true } }, desk.Agent);
        job = await RunningDesk.UntilAsync(() => desk.GetAsync($"/api/jobs/{job.Id()}", desk.Agent), j => j.Text("state") == "done");
        Assert.Equal(ids.Order(), (await ListAsync(desk, "spam")).Order());
        Assert.Equal((2, 0), await LearnedAsync(desk));
        var undo = await desk.PostAsync(HttpStatusCode.Accepted, $"/api/jobs/{job.Id()}/undo", new { }, desk.Agent);
        await RunningDesk.UntilAsync(() => desk.GetAsync($"/api/jobs/{undo.Id()}", desk.Agent), j => j.Text("state") == "done");
        Assert.Empty(await ListAsync(desk, "spam"));
        Assert.Equal((0, 0), await LearnedAsync(desk));
    }

    [Fact]
    public async Task An_answer_releases_and_teaches_what_spam_is_not()
    {
        await using var desk = await RunningDesk.StartAsync();
        var id = (await desk.ReceiveAsync(Mail("s1", "Win now", Flagged))).Id();
        Assert.Equal(HttpStatusCode.OK, (await desk.ActAsync(id, "reply", new { text = "Thank you" })).StatusCode);
        Assert.Equal("", Why(await desk.GetAsync($"/api/tickets/{id}")));
        Assert.Equal((0, 1), await LearnedAsync(desk));
    }

    [Fact]
    public async Task A_blocked_sender_never_comes_among_other_tickets()
    {
        await using var desk = await RunningDesk.StartAsync();
        var mine = (await desk.ReceiveAsync(Mail("a1", "Where is my order?"))).Id();
        Assert.Equal(HttpStatusCode.OK, (await desk.ActAsync(mine, "spam", new { spam = true, block = true })).StatusCode);
        await desk.ActAsync(mine, "spam", new { spam = false });
        var blocked = await desk.ReceiveAsync(Mail("a2", "Hello again", "In-Reply-To: <a1@x.cz>\n"));
        Assert.Equal("blocked", Why(blocked));
        Assert.NotEqual(mine, blocked.Id());
        Assert.Equal((blocked.Id(), "blocked"), Place(await desk.ReceiveAsync(Mail("a3", "And again", "In-Reply-To: <a2@x.cz>\n"))));

        var entry = Assert.Single((await desk.GetAsync("/api/blocks", desk.Agent)).GetProperty("items").EnumerateArray());
        Assert.Equal("anna@x.cz", entry.Text("address"));
        Assert.Equal(HttpStatusCode.NoContent, (await desk.Agent.DeleteAsync($"/api/blocks/{entry.Id()}")).StatusCode);
        Assert.Equal("", Why(await desk.ReceiveAsync(Mail("a4", "A new question"))));
    }

    [Fact]
    public async Task A_domain_is_blocked_with_all_that_is_under_it()
    {
        await using var desk = await RunningDesk.StartAsync();
        await desk.PostAsync(HttpStatusCode.Created, "/api/blocks", new { address = " @Y.cz ", note = "A flood" }, desk.Agent);
        Assert.Equal("blocked", Why(await desk.ReceiveAsync(Mail("b1", "Hello", from: "bob@y.cz"))));
        Assert.Equal("blocked", Why(await desk.ReceiveAsync(Mail("b2", "Hello", from: "bob@mail.y.cz"))));
        Assert.Equal("", Why(await desk.ReceiveAsync(Mail("b3", "Hello", from: "bob@notmy.cz"))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("@")]
    [InlineData("@@x.cz")]
    [InlineData("@cz")]
    [InlineData("no address")]
    [InlineData("support@demo.test")]
    [InlineData("@demo.test")]
    [InlineData("unknown@support.invalid")]
    public async Task Nobody_is_blocked_by_what_is_no_address_or_our_own(string address)
    {
        await using var desk = await RunningDesk.StartAsync();
        await desk.PostAsync(HttpStatusCode.UnprocessableEntity, "/api/blocks", new { address });
    }

    [Fact]
    public async Task Who_may_not_answer_may_not_block()
    {
        await using var desk = await RunningDesk.StartAsync();
        var role = await desk.PostAsync(HttpStatusCode.Created, "/api/roles", new { name = "Readers", grants = new[] { new { action = "note" } } });
        var reader = await desk.HireAsync("Rita", role.Id());
        await desk.PostAsync(HttpStatusCode.Forbidden, "/api/blocks", new { address = "bob@y.cz" }, reader);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.DeleteAsync("/api/blocks/any")).StatusCode);
    }

    [Fact]
    public async Task A_stranger_confirms_by_the_links_button_and_not_by_following_it()
    {
        await using var desk = await RunningDesk.StartAsync();
        await AskAsync(desk);
        var ticket = await desk.ReceiveAsync(Mail("c1", "Kde je moje objednávka? Děkuji za odpověď."));
        Assert.Equal("unconfirmed", Why(ticket));
        var asked = (await desk.MessagesAsync(ticket.Id())).Single(m => m.Text("direction") == "out");
        var link = Link().Match(asked.Text("text")!).Value;
        Assert.StartsWith("https://desk.example/api/confirm/", link, StringComparison.Ordinal);
        Assert.StartsWith("Dobrý den", asked.Text("text"), StringComparison.Ordinal);
        Assert.Equal("anna@x.cz", asked.GetProperty("to")[0].Text("address"));
        var second = await desk.ReceiveAsync(Mail("c2", "One more question"));
        Assert.Equal("unconfirmed", Why(second));

        var path = new Uri(link).PathAndQuery;
        var page = await desk.Anybody.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("<form method=\"post\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("unconfirmed", Why(await desk.GetAsync($"/api/tickets/{ticket.Id()}")));

        foreach (var _ in new[] { 1, 2 }) Assert.Equal(HttpStatusCode.OK, (await desk.Anybody.PostAsync(path, null)).StatusCode);
        foreach (var id in new[] { ticket.Id(), second.Id() }) Assert.Equal("", Why(await desk.GetAsync($"/api/tickets/{id}")));
        Assert.Contains("confirmed", (await desk.GetAsync($"/api/tickets/{ticket.Id()}/events")).GetProperty("items").EnumerateArray().Select(e => e.Text("kind")));
        Assert.Equal("", Why(await desk.ReceiveAsync(Mail("c3", "And another"))));
    }

    [Fact]
    public async Task A_token_of_somebody_elses_making_confirms_nothing()
    {
        await using var desk = await RunningDesk.StartAsync();
        await AskAsync(desk);
        var ticket = await desk.ReceiveAsync(Mail("c1", "Hello"));
        var path = new Uri(Link().Match((await desk.MessagesAsync(ticket.Id())).Single(m => m.Text("direction") == "out").Text("text")!).Value).AbsolutePath;
        var parts = path.Split('.');
        string[] forged = [path[..^1] + (path[^1] == 'A' ? 'B' : 'A'), $"{parts[0]}.99999.{parts[2]}", $"/api/confirm/{ticket.Id()}", "/api/confirm/..", "/api/confirm/%20.%20.%20", $"/api/confirm/{new string('a', 3000)}"];
        foreach (var token in forged)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await desk.Anybody.GetAsync(token)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await desk.Anybody.PostAsync(token, null)).StatusCode);
        }
        Assert.Equal("unconfirmed", Why(await desk.GetAsync($"/api/tickets/{ticket.Id()}")));
    }

    [Fact]
    public async Task What_an_agent_called_spam_is_not_confirmed_out_of_it()
    {
        await using var desk = await RunningDesk.StartAsync();
        await AskAsync(desk);
        var ticket = await desk.ReceiveAsync(Mail("c1", "Hello"));
        var path = new Uri(Link().Match((await desk.MessagesAsync(ticket.Id())).Single(m => m.Text("direction") == "out").Text("text")!).Value).PathAndQuery;
        await desk.ActAsync(ticket.Id(), "spam", new { spam = true });
        await desk.Anybody.PostAsync(path, null);
        Assert.Equal("agent", Why(await desk.GetAsync($"/api/tickets/{ticket.Id()}")));
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-generated\n", "anna@x.cz")]
    [InlineData("", "no-reply@x.cz")]
    public async Task Machines_and_nobodies_are_not_asked_and_not_kept_waiting(string header, string from)
    {
        await using var desk = await RunningDesk.StartAsync();
        await AskAsync(desk);
        var ticket = await desk.ReceiveAsync(Mail("c1", "Hello", header, from));
        Assert.Equal("", Why(ticket));
        Assert.Single(await desk.MessagesAsync(ticket.Id()));
    }

    [Fact]
    public async Task Answers_teach_what_spam_is_not_only_while_that_is_known_less_of()
    {
        await using var desk = await RunningDesk.StartAsync();
        var (spam, first, second) = ((await desk.ReceiveAsync(Mail("a1", "Win a prize"))).Id(), (await desk.ReceiveAsync(Mail("b1", "My order?", from: "bob@y.cz"))).Id(), (await desk.ReceiveAsync(Mail("c1", "My parcel?", from: "eva@z.cz"))).Id());
        await desk.ActAsync(first, "reply", new { text = "On its way" });
        Assert.Equal((0, 0), await LearnedAsync(desk));
        await desk.ActAsync(spam, "spam", new { spam = true });
        foreach (var id in new[] { second, first }) await desk.ActAsync(id, "reply", new { text = "On its way" });
        Assert.Equal((1, 1), await LearnedAsync(desk));
    }

    [Fact]
    public async Task What_twenty_tickets_of_each_kind_taught_puts_the_next_of_the_kind_out_of_sight()
    {
        await using var desk = await RunningDesk.StartAsync();
        await desk.PutAsync(HttpStatusCode.OK, $"/api/stores/{await StoreAsync(desk)}", new { spam = new { on = true, threshold = 40 } });
        for (var i = 0; i < 20; i++)
        {
            var (spam, wanted) = (await desk.ReceiveAsync(Mail($"s{i}", "You have won the lottery, claim your winnings today", from: $"s{i}@s{i}.cz")), await desk.ReceiveAsync(Mail($"w{i}", "Where is my order, the parcel is late", from: $"w{i}@w{i}.cz")));
            await desk.ActAsync(spam.Id(), "spam", new { spam = true });
            await desk.ActAsync(wanted.Id(), "spam", new { spam = false });
        }
        Assert.Equal((20, 20), await LearnedAsync(desk));
        Assert.Equal("score", Why(await desk.ReceiveAsync(Mail("n1", "Claim your lottery winnings", from: "new@n1.cz"))));
        Assert.Equal("", Why(await desk.ReceiveAsync(Mail("n2", "The parcel with my order is late", from: "new@n2.cz"))));
    }

    [Fact]
    public async Task Spam_is_given_to_nobody_until_it_is_released()
    {
        await using var desk = await RunningDesk.StartAsync();
        var department = (await desk.GetAsync("/api/departments")).GetProperty("items")[0].Id();
        await desk.PutAsync(HttpStatusCode.OK, $"/api/departments/{department}", new { assignment = "roundRobin", presentOnly = false });
        var assign = desk.Services.GetRequiredService<AssignBacklog>();
        var id = (await desk.ReceiveAsync(Mail("s1", "Win now", Flagged))).Id();
        await assign.RunAsync(default);
        Assert.Equal(JsonValueKind.Null, (await desk.GetAsync($"/api/tickets/{id}")).GetProperty("assignee").ValueKind);
        await desk.ActAsync(id, "spam", new { spam = false });
        await assign.RunAsync(default);
        Assert.NotEqual(JsonValueKind.Null, (await desk.GetAsync($"/api/tickets/{id}")).GetProperty("assignee").ValueKind);
    }

    [Fact]
    public async Task A_question_that_is_merged_into_spam_stays_in_sight()
    {
        await using var desk = await RunningDesk.StartAsync();
        var (spam, wanted) = (await desk.ReceiveAsync(Mail("s1", "Win now", Flagged)), await desk.ReceiveAsync(Mail("b1", "My order?", from: "bob@y.cz")));
        await desk.PostAsync(HttpStatusCode.OK, $"/api/tickets/{wanted.Id()}/merge", new { number = spam.GetProperty("number").GetInt64() });
        Assert.Equal("", Why(await desk.GetAsync($"/api/tickets/{spam.Id()}")));
        Assert.Empty(await ListAsync(desk, "spam"));
    }

    [Fact]
    public void A_workflow_saved_without_an_action_for_spam_has_one_anyway_and_can_be_saved()
    {
        var simple = DefaultWorkflow.Workflow;
        var old = simple with { Actions = [.. simple.Actions.Where(a => a.Kind != ActionKind.Spam)] };
        var spam = Assert.Single(old.Whole().Actions, a => a.Kind == ActionKind.Spam);
        Assert.Equal(simple.States.Select(s => s.Key), spam.From);
        foreach (var workflow in new[] { old, old.Whole() }) Assert.Empty(WorkflowFaults.In(workflow, new([], [], [], [])));
        var own = old with { Actions = [.. old.Actions, new("spam", ActionKind.Plain, ["open"], "closed", simple.Actions[0].Names)] };
        Assert.Same(own, own.Whole());
    }

    private static async Task AskAsync(RunningDesk desk) =>
        await desk.PutAsync(HttpStatusCode.OK, $"/api/stores/{await StoreAsync(desk)}", new { spam = new { on = true, confirmSenders = true, origin = "https://desk.example" } });

    private static async Task<string> StoreAsync(RunningDesk desk) =>
        (await desk.GetAsync("/api/channels")).GetProperty("items").EnumerateArray().First(c => c.Id() == "support").Text("store")!;

    private static async Task<string[]> ListAsync(RunningDesk desk, string view) =>
        [.. (await desk.GetAsync($"/api/tickets?view={view}")).GetProperty("items").EnumerateArray().Select(t => t.Id())];

    private static async Task<(int Spam, int Wanted)> LearnedAsync(RunningDesk desk)
    {
        var learned = await desk.GetAsync("/api/spam");
        return (learned.GetProperty("spam").GetInt32(), learned.GetProperty("wanted").GetInt32());
    }

    private static string Why(JsonElement ticket) => ticket.GetProperty("spam") is { ValueKind: JsonValueKind.Object } spam ? spam.Text("why")! : "";

    private static (string Id, string Why) Place(JsonElement ticket) => (ticket.Id(), Why(ticket));

    private static string Mail(string id, string text, string header = "", string from = "anna@x.cz") =>
        $"{header}From: Anna <{from}>\nTo: support@demo.test\nSubject: A question\nMessage-ID: <{id}@x.cz>\nDate: Mon, 1 Jun 2026 10:00:00 +0000\n\n{text}\n";

    [GeneratedRegex(@"https://\S+")]
    private static partial Regex Link();
}
