using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Workflow;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HelpdeskMx.Tests.Workflow;

public sealed class WorkflowDoorTests
{
    [Fact]
    public async Task A_workflow_is_put_in_force_and_the_one_before_can_be_had_again()
    {
        await using var desk = await RunningDesk.StartAsync();
        var shop = await ReadyAsync(desk, "shop");
        var saved = await SaveAsync(desk, HttpStatusCode.OK, shop, 0);
        Assert.Equal(1, saved.GetProperty("version").GetInt32());

        var ticket = (await desk.ReceiveAsync("From: a@x.cz\nSubject: Where is it\n\nHi\n")).Id();
        Assert.Equal("field-invalid", (await RunningDesk.JsonAsync(await desk.ActAsync(ticket, "ask-warehouse"))).Text("code"));
        Assert.Equal(HttpStatusCode.OK, (await desk.ActAsync(ticket, "ask-warehouse", new { fields = new { question = "Is it packed?" } })).StatusCode);
        Assert.Equal(("warehouse", "open"), (await StateAsync(desk, ticket)));
        Assert.Equal("not-offered", (await RunningDesk.JsonAsync(await desk.ActAsync(ticket, "refunded"))).Text("code"));

        var versions = (await desk.GetAsync("/api/workflow/versions")).GetProperty("items");
        Assert.Equal(1, versions.GetArrayLength()); // the one a desk starts with is always ready
        await SaveAsync(desk, HttpStatusCode.OK, shop, 1);
        Assert.Equal([2, 1], (await desk.GetAsync("/api/workflow/versions")).GetProperty("items").EnumerateArray().Select(v => v.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task Tickets_go_along_when_their_state_goes_and_the_change_is_refused_until_it_is_said_where()
    {
        await using var desk = await RunningDesk.StartAsync();
        await SaveAsync(desk, HttpStatusCode.OK, await ReadyAsync(desk, "shop"), 0);
        var ticket = (await desk.ReceiveAsync("From: a@x.cz\nSubject: Back\n\nHi\n")).Id();
        await desk.ActAsync(ticket, "agree-return");

        var simple = await ReadyAsync(desk, "simple");
        var refused = await SaveAsync(desk, HttpStatusCode.UnprocessableEntity, simple, 1);
        Assert.Equal(["moves.return"], refused.GetProperty("errors").EnumerateObject().Select(e => e.Name));
        simple["moves"] = new JsonObject { ["return"] = "waiting" };
        var look = await desk.PostAsync(HttpStatusCode.OK, "/api/workflow/look", Draft(simple, 1));
        Assert.Equal((0, 1), (look.GetProperty("faults").GetArrayLength(), look.GetProperty("losing").GetProperty("return").GetInt32()));
        await SaveAsync(desk, HttpStatusCode.OK, simple, 1);
        Assert.Equal(("waiting", "waiting"), await RunningDesk.UntilAsync(() => StateAsync(desk, ticket), s => s.State == "waiting"));
        Assert.Contains((await desk.GetAsync($"/api/tickets/{ticket}/events")).GetProperty("items").EnumerateArray(), e => e.Text("kind") == "workflow");
    }

    [Fact]
    public async Task A_state_that_means_something_else_now_means_it_for_the_tickets_in_it_too()
    {
        await using var desk = await RunningDesk.StartAsync();
        var ticket = (await desk.ReceiveAsync("From: a@x.cz\nSubject: Hello\n\nHi\n")).Id();
        await desk.ActAsync(ticket, "reply", new { text = "Hello" });
        var simple = await ReadyAsync(desk, "simple");
        simple["states"]!.AsArray().Single(s => (string)s!["key"]! == "waiting")!["category"] = "open";
        await SaveAsync(desk, HttpStatusCode.OK, simple, 0);
        Assert.Equal(("waiting", "open"), await RunningDesk.UntilAsync(() => StateAsync(desk, ticket), s => s.Category == "open"));
    }

    [Fact]
    public async Task Two_who_change_it_at_once_do_not_undo_each_other()
    {
        await using var desk = await RunningDesk.StartAsync();
        var simple = await ReadyAsync(desk, "simple");
        var both = await Task.WhenAll(desk.Admin.PutAsJsonAsync("/api/workflow", Draft(simple, 0)), desk.Admin.PutAsJsonAsync("/api/workflow", Draft(simple, 0)));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], both.Select(b => b.StatusCode).Order());
    }

    [Fact]
    public async Task What_cannot_work_is_refused_whole_with_every_reason_and_its_place()
    {
        await using var desk = await RunningDesk.StartAsync();
        var simple = await ReadyAsync(desk, "simple");
        simple["actions"]![0]!["to"] = "nowhere";
        simple["actions"]![1]!["from"] = new JsonArray();
        simple["states"]![2]!["names"] = new JsonObject();
        var refused = await SaveAsync(desk, HttpStatusCode.UnprocessableEntity, simple, 0);
        Assert.Equal(["actions[0].to", "actions[1].from", "states[2].names"], refused.GetProperty("errors").EnumerateObject().Select(e => e.Name).Order());
        Assert.Equal(0, (await desk.GetAsync("/api/workflow")).GetProperty("version").GetInt32());
        foreach (var body in new[] { "{}", "[]", """{"version":0,"states":null,"actions":[]}""", """{"version":0,"states":[null],"actions":[]}""", """{"version":0,"states":[{"key":"x"}],"actions":[]}""" })
            Assert.Equal(HttpStatusCode.BadRequest, (await desk.Admin.PutAsync("/api/workflow", new StringContent(body, null, "application/json"))).StatusCode);
    }

    [Fact]
    public async Task What_was_silent_for_long_enough_is_closed_by_the_clock_once_and_what_is_put_off_is_not()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var desk = await RunningDesk.StartAsync(s => s.AddSingleton<TimeProvider>(clock));
        await SaveAsync(desk, HttpStatusCode.OK, await ReadyAsync(desk, "shop"), 0);
        var silent = (await desk.ReceiveAsync("From: a@x.cz\nSubject: One\nMessage-ID: <1@x.cz>\n\nHi\n")).Id();
        var late = (await desk.ReceiveAsync("From: b@x.cz\nSubject: Two\nMessage-ID: <2@x.cz>\n\nHi\n")).Id();
        await desk.ActAsync(silent, "reply", new { text = "Hello" });
        await desk.ActAsync(late, "reply", new { text = "Hello" });
        var timed = desk.Services.GetRequiredService<RunTimedActions>();
        clock.Advance(TimeSpan.FromDays(14) - TimeSpan.FromMinutes(1));
        await desk.SignInAsync();
        await desk.ActAsync(late, "snooze", new { until = clock.GetUtcNow().AddDays(1) });
        await timed.RunAsync(default);
        Assert.Equal("waiting", (await StateAsync(desk, silent)).State);

        clock.Advance(TimeSpan.FromMinutes(2));
        await timed.RunAsync(default);
        await timed.RunAsync(default);
        Assert.Equal(("closed", "waiting"), ((await StateAsync(desk, silent)).State, (await StateAsync(desk, late)).State));
        var told = Assert.Single((await desk.GetAsync($"/api/tickets/{silent}/events")).GetProperty("items").EnumerateArray(), e => e.Text("kind") == "no-answer");
        Assert.Equal("system", told.GetProperty("actor").Text("kind"));
    }

    [Fact]
    public async Task However_many_are_put_off_what_was_silent_longer_than_it_may_be_is_closed()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var desk = await RunningDesk.StartAsync(s => s.AddSingleton<TimeProvider>(clock));
        await SaveAsync(desk, HttpStatusCode.OK, await ReadyAsync(desk, "shop"), 0);
        var last = "";
        for (var i = 0; i < 51; i++)
        {
            last = (await desk.ReceiveAsync($"From: a{i}@x.cz\nSubject: One\nMessage-ID: <{i}@x.cz>\n\nHi\n")).Id();
            clock.Advance(TimeSpan.FromSeconds(1));
            await desk.ActAsync(last, "reply", new { text = "Hello" });
            if (i < 50) await desk.ActAsync(last, "snooze", new { until = clock.GetUtcNow().AddDays(100) });
        }
        clock.Advance(TimeSpan.FromDays(15));
        await desk.SignInAsync();
        await desk.Services.GetRequiredService<RunTimedActions>().RunAsync(default);
        Assert.Equal("closed", (await StateAsync(desk, last)).State);
    }

    private static async Task<JsonObject> ReadyAsync(RunningDesk desk, string key)
    {
        var ready = (await desk.GetAsync("/api/workflow/ready")).GetProperty("items").EnumerateArray().Single(r => r.Text("key") == key);
        return JsonNode.Parse(ready.GetProperty("workflow").GetRawText())!.AsObject();
    }

    private static JsonObject Draft(JsonObject workflow, int version)
    {
        var draft = workflow.DeepClone().AsObject();
        draft["version"] = version;
        return draft;
    }

    private static Task<JsonElement> SaveAsync(RunningDesk desk, HttpStatusCode status, JsonObject workflow, int version) => desk.PutAsync(status, "/api/workflow", Draft(workflow, version));

    private static async Task<(string State, string Category)> StateAsync(RunningDesk desk, string ticket)
    {
        var now = await desk.GetAsync($"/api/tickets/{ticket}");
        return (now.Text("state")!, now.Text("category")!);
    }
}
