using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HelpdeskMx.Tests.Hosts;

namespace HelpdeskMx.Tests.Tickets;

public sealed class SavedViewTests
{
    [Fact]
    public async Task A_narrowed_list_is_saved_for_oneself_shows_its_tickets_with_their_count_and_is_deleted()
    {
        await using var desk = await RunningDesk.StartAsync();
        var ticket = (await desk.ReceiveAsync("From: a@x.cz\nSubject: Hello\nMessage-ID: <1@x.cz>\n\nHi\n")).Id();
        await desk.ReceiveAsync("From: b@x.cz\nSubject: Other\nMessage-ID: <2@x.cz>\n\nHi\n");
        await desk.ActAsync(ticket, "label", new { labels = new { add = new[] { "vip" } } });
        var saved = await desk.PostAsync(HttpStatusCode.Created, "/api/views?view=open&label=vip", new { name = "My VIPs", shared = false }, desk.Agent);
        var key = saved.Text("key")!;

        var view = Assert.Single(await ViewsAsync(desk, desk.Agent), v => v.Text("key") == key);
        Assert.Equal(("own", 1, true), (view.Text("group"), view.GetProperty("count").GetInt32(), view.GetProperty("own").GetBoolean()));
        Assert.Equal([ticket], (await desk.GetAsync($"/api/tickets?view={key}", desk.Agent)).GetProperty("items").EnumerateArray().Select(t => t.Id()));
        Assert.DoesNotContain(await ViewsAsync(desk, desk.Admin), v => v.Text("key") == key);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Admin.GetAsync($"/api/tickets?view={key}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Admin.DeleteAsync($"/api/views/{key}")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await desk.Agent.DeleteAsync($"/api/views/{key}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Agent.GetAsync($"/api/tickets?view={key}")).StatusCode);
    }

    [Fact]
    public async Task What_an_admin_shares_everybody_sees_within_their_rights_and_only_admins_delete()
    {
        await using var desk = await RunningDesk.StartAsync();
        await desk.PostAsync(HttpStatusCode.Created, "/api/departments", new { name = "Sales" });
        var outsider = await desk.HireAsync("Out", "agent", "sales");
        await desk.ReceiveAsync("From: a@x.cz\nSubject: Hello\n\nHi\n");
        await desk.PostAsync(HttpStatusCode.Forbidden, "/api/views?category=active", new { name = "All of us", shared = true }, desk.Agent);
        var key = (await desk.PostAsync(HttpStatusCode.Created, "/api/views?category=active", new { name = "All of us", shared = true })).Text("key")!;
        Assert.Equal(1, Assert.Single(await ViewsAsync(desk, desk.Agent), v => v.Text("key") == key).GetProperty("count").GetInt32());
        Assert.Equal(0, Assert.Single(await ViewsAsync(desk, outsider), v => v.Text("key") == key).GetProperty("count").GetInt32());
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Agent.DeleteAsync($"/api/views/{key}")).StatusCode);
        await desk.PostAsync(HttpStatusCode.UnprocessableEntity, "/api/views?category=active", new { name = "ALL OF US", shared = true });
    }

    [Fact]
    public async Task A_saved_view_is_renamed_narrowed_further_and_given_to_everybody_under_the_key_it_had()
    {
        await using var desk = await RunningDesk.StartAsync();
        var ticket = (await desk.ReceiveAsync("From: a@x.cz\nSubject: Hello\nMessage-ID: <1@x.cz>\n\nHi\n")).Id();
        await desk.ReceiveAsync("From: b@x.cz\nSubject: Other\nMessage-ID: <2@x.cz>\n\nHi\n");
        await desk.ActAsync(ticket, "label", new { labels = new { add = new[] { "vip" } } });
        var key = (await desk.PostAsync(HttpStatusCode.Created, "/api/views?category=active", new { name = "Open", shared = false })).Text("key")!;

        var changed = await RunningDesk.JsonAsync(await desk.Admin.PutAsJsonAsync($"/api/views/{key}?label=vip", new { name = "Open VIPs", shared = true }));
        Assert.Equal((key, "shared"), (changed.Text("key"), changed.Text("group")));
        var view = Assert.Single(await ViewsAsync(desk, desk.Agent), v => v.Text("key") == key);
        Assert.Equal(("Open VIPs", 1), (view.GetProperty("names").Text("en"), view.GetProperty("count").GetInt32()));
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Agent.PutAsJsonAsync($"/api/views/{key}", new { name = "Mine", shared = false })).StatusCode);

        var own = (await desk.PostAsync(HttpStatusCode.Created, "/api/views?category=active", new { name = "Own", shared = false }, desk.Agent)).Text("key")!;
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Agent.PutAsJsonAsync($"/api/views/{own}", new { name = "Own", shared = true })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.Agent.PutAsJsonAsync($"/api/views/{own}", new { name = " ", shared = false })).StatusCode);
    }

    [Theory]
    [InlineData("", """{"name":"x","shared":false}""", 422)]
    [InlineData("?view=nowhere", """{"name":"x","shared":false}""", 404)]
    [InlineData("?category=odd", """{"name":"x","shared":false}""", 400)]
    [InlineData("?label=a", """{"name":" ","shared":false}""", 422)]
    [InlineData("?label=a", """{"name":null,"shared":false}""", 400)]
    [InlineData("?label=a", "[]", 400)]
    public async Task What_cannot_be_a_view_is_refused(string query, string body, int status)
    {
        await using var desk = await RunningDesk.StartAsync();
        Assert.Equal(status, (int)(await desk.Agent.PostAsync("/api/views" + query, new StringContent(body, null, "application/json"))).StatusCode);
    }

    private static async Task<JsonElement[]> ViewsAsync(RunningDesk desk, HttpClient by) => [.. (await desk.GetAsync("/api/views", by)).GetProperty("items").EnumerateArray()];
}
