using System.Net;
using System.Text.Json;
using HelpdeskMx.Tests.Hosts;

namespace HelpdeskMx.Tests.Labels;

public sealed class ChangeLabelsTests
{
    [Fact]
    public async Task A_label_is_coloured_renamed_on_every_ticket_made_one_with_another_and_deleted()
    {
        await using var desk = await RunningDesk.StartAsync();
        string[] tickets = [.. (await Task.WhenAll(Enumerable.Range(0, 5).Select(i => desk.ReceiveAsync($"From: a{i}@x.cz\nSubject: Hello\nMessage-ID: <{i}@x.cz>\n\nHi\n")))).Select(t => t.Id())];
        foreach (var ticket in tickets) await desk.ActAsync(ticket, "label", new { labels = new { add = new[] { "refnd" } } });
        await desk.ActAsync(tickets[0], "label", new { labels = new { add = new[] { "money" } } });

        await ChangeAsync(desk, HttpStatusCode.NoContent, new { name = "refnd", color = "#aa2266" });
        await DoneAsync(desk, await ChangeAsync(desk, HttpStatusCode.Accepted, new { name = "refnd", newName = "refund" }));
        Assert.Equal(5, (await desk.GetAsync("/api/tickets?label=refund")).GetProperty("items").GetArrayLength());
        await DoneAsync(desk, await ChangeAsync(desk, HttpStatusCode.Accepted, new { name = "money", newName = "refund" }));
        var labels = (await desk.GetAsync("/api/labels")).GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal(["refund"], labels.Select(l => l.Text("name")!));
        Assert.Equal(["refund"], (await desk.GetAsync($"/api/tickets/{tickets[0]}")).GetProperty("labels").EnumerateArray().Select(l => l.GetString()!));
        await DoneAsync(desk, await ChangeAsync(desk, HttpStatusCode.Accepted, new { name = "refund", delete = true }));
        Assert.Empty((await desk.GetAsync("/api/tickets?label=refund")).GetProperty("items").EnumerateArray());
        Assert.Empty((await desk.GetAsync("/api/labels")).GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData("""{"name":"nothing","newName":"x"}""", 404)]
    [InlineData("""{"name":"a,b"}""", 422)]
    [InlineData("""{"name":"a","color":"red"}""", 422)]
    [InlineData("""{"name":null}""", 400)]
    public async Task What_cannot_be_done_to_a_label_is_refused(string body, int status)
    {
        await using var desk = await RunningDesk.StartAsync();
        Assert.Equal(status, (int)(await desk.Admin.PutAsync("/api/labels", new StringContent(body, null, "application/json"))).StatusCode);
    }

    [Fact]
    public async Task Views_are_seen_in_the_order_their_agent_wants()
    {
        await using var desk = await RunningDesk.StartAsync();
        await desk.PutAsync(HttpStatusCode.OK, "/api/views/order", new { views = new[] { "unread", "mine" } }, desk.Agent);
        var keys = (await desk.GetAsync("/api/views", desk.Agent)).GetProperty("items").EnumerateArray().Select(v => v.Text("key")!).ToArray();
        Assert.Equal(["unread", "mine", "unassigned"], keys[..3]);
        Assert.Equal("mine", (await desk.GetAsync("/api/views")).GetProperty("items")[0].Text("key"));
        await desk.PutAsync(HttpStatusCode.UnprocessableEntity, "/api/views/order", new { views = Enumerable.Range(0, 501).Select(i => $"{i}") }, desk.Agent);
    }

    private static Task<JsonElement> ChangeAsync(RunningDesk desk, HttpStatusCode status, object change) => desk.PutAsync(status, "/api/labels", change);

    private static Task<JsonElement> DoneAsync(RunningDesk desk, JsonElement job) => RunningDesk.UntilAsync(() => desk.GetAsync($"/api/jobs/{job.Id()}"), j => j.Text("state") == "done");
}
