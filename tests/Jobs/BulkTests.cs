using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HelpdeskMx.Jobs;
using HelpdeskMx.Tests.Hosts;

namespace HelpdeskMx.Tests.Jobs;

public sealed class BulkTests : IAsyncLifetime
{
    private RunningDesk desk = null!;
    private string[] tickets = [];

    public async Task InitializeAsync()
    {
        desk = await RunningDesk.StartAsync();
        var mails = Enumerable.Range(0, 30).Select(i => desk.ReceiveAsync($"From: a{i}@x.cz\nSubject: Hello {i}\nMessage-ID: <{i}@x.cz>\n\nHi\n"));
        tickets = [.. (await Task.WhenAll(mails)).Select(t => t.Id())];
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task Many_tickets_are_changed_each_has_its_result_and_undone_each_is_as_it_was()
    {
        await desk.ActAsync(tickets[3], "label", new { labels = new { add = new[] { "kept" } } });
        var job = await BeginAsync(new { tickets, action = "label", request = new { labels = new { add = new[] { "bulk", "kept" } } } });
        Assert.Equal((30, 30), (job.GetProperty("total").GetInt32(), Codes(job).Count(c => c == "done")));
        Assert.Equal(30, (await desk.GetAsync("/api/tickets?label=bulk")).GetProperty("items").GetArrayLength());

        var undone = await UntilDoneAsync(await desk.PostAsync(HttpStatusCode.Accepted, $"/api/jobs/{job.Id()}/undo", new { }, desk.Agent));
        Assert.All(Codes(undone), c => Assert.Equal("done", c));
        Assert.Empty((await desk.GetAsync("/api/tickets?label=bulk")).GetProperty("items").EnumerateArray());
        Assert.Equal([tickets[3]], (await desk.GetAsync("/api/tickets?label=kept")).GetProperty("items").EnumerateArray().Select(t => t.Id()));
    }

    [Fact]
    public async Task Tickets_that_are_gone_or_in_another_state_are_told_each_and_the_others_are_done()
    {
        await desk.ActAsync(tickets[1], "close");
        var job = await BeginAsync(new { tickets = new[] { tickets[0], tickets[1], "gone", tickets[2] }, action = "close" });
        Assert.Equal(["done", "not-offered", "no-such-ticket", "done"], Codes(job));
        Assert.Contains("Closed", job.GetProperty("results")[1].Text("sentence")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_has_changed_since_is_left_as_it_is_when_the_rest_is_undone()
    {
        var job = await BeginAsync(new { tickets = tickets[..3], action = "priority", request = new { priority = "high" } });
        await desk.ActAsync(tickets[1], "priority", new { priority = "low" });
        await desk.ActAsync(tickets[2], "label", new { labels = new { add = new[] { "other" } } }); // something else
        var undone = await UntilDoneAsync(await desk.PostAsync(HttpStatusCode.Accepted, $"/api/jobs/{job.Id()}/undo", new { }, desk.Agent));
        Assert.Equal(["done", "changed-since", "done"], Codes(undone));
        Assert.Equal(["normal", "low", "normal"], await Task.WhenAll(tickets[..3].Select(async t => (await desk.GetAsync($"/api/tickets/{t}")).Text("priority")!)));
    }

    [Fact]
    public async Task Many_are_marked_read_and_unread_for_oneself_alone()
    {
        var job = await BeginAsync(new { tickets = new[] { tickets[0], "gone", tickets[1] }, action = "read" });
        Assert.Equal(["done", "no-such-ticket", "done"], Codes(job));
        Assert.False(job.GetProperty("canUndo").GetBoolean());
        async Task<IEnumerable<bool>> UnreadAsync(HttpClient by) => await Task.WhenAll(tickets[..2].Select(async t => (await desk.GetAsync($"/api/tickets/{t}", by)).GetProperty("unread").GetBoolean()));
        Assert.Equal([false, false], await UnreadAsync(desk.Agent));
        Assert.Equal([true, true], await UnreadAsync(desk.Admin));
        await BeginAsync(new { tickets = tickets[..1], action = "unread" });
        Assert.Equal([true, false], await UnreadAsync(desk.Agent));
    }

    [Fact]
    public async Task Sent_twice_it_is_one_job_and_each_ticket_is_changed_once()
    {
        var asked = await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/bulk") { Content = JsonContent.Create(new { tickets = tickets[..5], action = "note", request = new { text = "once" } }) };
            request.Headers.Add("Idempotency-Key", "k");
            return await RunningDesk.JsonAsync(await desk.Agent.SendAsync(request));
        }));
        Assert.Single(asked.Select(a => a.Id()).Distinct());
        await UntilDoneAsync(asked[0]);
        Assert.Single(await desk.MessagesAsync(tickets[0]), m => m.Text("text") == "once");
    }

    [Fact]
    public async Task A_job_is_its_agents_and_the_admins()
    {
        var job = await BeginAsync(new { tickets = tickets[..1], action = "close" });
        var other = await desk.HireAsync("Other");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/api/jobs/{job.Id()}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await desk.Admin.GetAsync($"/api/jobs/{job.Id()}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"/api/jobs/{job.Id()}/undo", null)).StatusCode);
    }

    [Theory]
    [InlineData("""{"tickets":[],"action":"close"}""", 422)]
    [InlineData("""{"tickets":["x"],"action":"fly"}""", 404)]
    [InlineData("""{"tickets":["x"],"action":"reply"}""", 422)]
    [InlineData("""{"tickets":["../x"],"action":"close"}""", 422)]
    [InlineData("""{"tickets":[null],"action":"close"}""", 400)]
    [InlineData("""{"action":"close"}""", 400)]
    [InlineData("{}", 400)]
    public async Task What_cannot_be_done_is_refused_before_anything_is(string body, int status) =>
        Assert.Equal(status, (int)(await desk.Agent.PostAsync("/api/bulk", new StringContent(body, null, "application/json"))).StatusCode);

    [Fact]
    public async Task More_than_a_job_takes_is_refused() =>
        await desk.PostAsync(HttpStatusCode.UnprocessableEntity, "/api/bulk", new { tickets = Enumerable.Range(0, Job.MostTickets + 1).Select(i => $"t{i}"), action = "close" });

    private async Task<JsonElement> BeginAsync(object body) => await UntilDoneAsync(await desk.PostAsync(HttpStatusCode.Accepted, "/api/bulk", body, desk.Agent));

    private Task<JsonElement> UntilDoneAsync(JsonElement job) => RunningDesk.UntilAsync(() => desk.GetAsync($"/api/jobs/{job.Id()}"), j => j.Text("state") == "done");

    private static string[] Codes(JsonElement job) => [.. job.GetProperty("results").EnumerateArray().Select(r => r.Text("code")!)];
}
