using System.Net;
using System.Text.Json;
using HelpdeskMx.Sla;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HelpdeskMx.Tests.Sla;

public sealed class SlaTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);
    private RunningDesk desk = null!;

    public async Task InitializeAsync() => desk = await RunningDesk.StartAsync(services => services.AddSingleton<TimeProvider>(clock));

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task A_promise_is_warned_of_then_broken_and_the_policys_action_taken_once()
    {
        var workflow = JsonSerializer.Serialize(await desk.GetAsync("/api/workflow")).Replace("\"key\":\"close\",", "\"key\":\"escalate\",\"kind\":\"plain\",\"from\":[\"new\",\"open\"],\"to\":\"open\",\"names\":{\"en\":\"Escalate\"},\"effects\":{\"priority\":\"urgent\"}},{\"key\":\"close\",", StringComparison.Ordinal);
        await desk.PutAsync(HttpStatusCode.OK, "/api/workflow", JsonDocument.Parse(workflow).RootElement);
        await AddAsync(new { name = "Fast", firstReply = 60, warnMinutes = 15, breachAction = "escalate" });
        var ticket = (await desk.ReceiveAsync(Mail("1"))).Id();
        Assert.Single((await desk.GetAsync($"/api/tickets/{ticket}")).GetProperty("targets").EnumerateArray());

        await PassAsync(44);
        Assert.Empty(await ListAsync("mark=due-soon"));
        await PassAsync(2);
        Assert.Equal([ticket], await ListAsync("mark=due-soon"));
        await PassAsync(20);
        await PassAsync(20);
        Assert.Equal([ticket], await ListAsync("view=overdue"));
        var kinds = (await desk.GetAsync($"/api/tickets/{ticket}/events")).GetProperty("items").EnumerateArray().Select(e => e.Text("kind")!).ToArray();
        Assert.Equal(["created", "sla-warned", "sla-breached", "escalate"], kinds);
        Assert.Equal("urgent", (await desk.GetAsync($"/api/tickets/{ticket}")).Text("priority"));

        await desk.ActAsync(ticket, "reply", new { text = "Sorry" });
        Assert.Empty(await ListAsync("view=overdue"));
        await PassAsync(600);
        Assert.Equal(5, (await desk.GetAsync($"/api/tickets/{ticket}/events")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Lists_by_due_time_show_the_next_due_first_and_only_what_is_due()
    {
        await AddAsync(new { name = "Urgent", priorities = new[] { "urgent" }, firstReply = 10 });
        await AddAsync(new { name = "High", priorities = new[] { "high" }, firstReply = 100 });
        string[] ids = [.. (await Task.WhenAll(Enumerable.Range(1, 4).Select(i => desk.ReceiveAsync(Mail($"{i}"))))).Select(t => t.Id())];
        await desk.ActAsync(ids[2], "priority", new { priority = "high" });
        await desk.ActAsync(ids[0], "priority", new { priority = "urgent" });
        await desk.ActAsync(ids[3], "priority", new { priority = "urgent" });
        await desk.ActAsync(ids[3], "close");
        Assert.Equal([ids[0], ids[2]], await ListAsync("sort=due"));
        Assert.Equal([ids[2]], await ListAsync("sort=due&view=unassigned&mark=high"));
        await desk.ActAsync(ids[0], "assign", new { assignee = "me" });
        Assert.Equal([ids[0]], await ListAsync("sort=due&view=mine"));
    }

    [Fact]
    public async Task A_policy_that_cannot_work_is_refused_with_every_reason_and_its_place()
    {
        var refused = await desk.PostAsync(HttpStatusCode.UnprocessableEntity, "/api/sla", new { name = "", stores = new[] { "nowhere" }, channels = new[] { "nothing" }, firstReply = 0, warnAction = "reply", breachAction = "none" });
        string[] places = [.. refused.GetProperty("errors").EnumerateObject().Select(e => e.Name).Order()];
        Assert.Equal(["breachAction", "channels", "firstReply", "name", "stores", "warnAction", "warnMinutes"], places);
        Assert.NotNull((await desk.PostAsync(HttpStatusCode.UnprocessableEntity, "/api/sla", new { name = "Nothing" })).GetProperty("errors").Text("firstReply"));
    }

    [Fact]
    public async Task A_deleted_policy_promises_nothing_from_the_next_change_on()
    {
        await AddAsync(new { name = "Fast", firstReply = 60 });
        var ticket = (await desk.ReceiveAsync(Mail("1"))).Id();
        Assert.Equal(HttpStatusCode.NoContent, (await desk.Admin.DeleteAsync("/api/sla/fast")).StatusCode);
        await PassAsync(90);
        Assert.Empty(await ListAsync("view=overdue"));
        await desk.ActAsync(ticket, "priority", new { priority = "low" });
        Assert.Empty(await ListAsync("sort=due"));
    }

    private static string Mail(string id) => $"From: a{id}@x.cz\nSubject: Hello {id}\nMessage-ID: <{id}@x.cz>\n\nHi\n";

    private Task<JsonElement> AddAsync(object policy) => desk.PostAsync(HttpStatusCode.Created, "/api/sla", policy);

    private async Task<string[]> ListAsync(string query) => [.. (await desk.GetAsync($"/api/tickets?{query}", desk.Agent)).GetProperty("items").EnumerateArray().Select(t => t.Id())];

    private async Task PassAsync(int minutes)
    {
        clock.Advance(TimeSpan.FromMinutes(minutes));
        await desk.Services.GetRequiredService<RunSla>().RunAsync(CancellationToken.None);
        await desk.SignInAsync();
    }
}
