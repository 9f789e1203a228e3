using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using HelpdeskMx.Tests.Hosts;
using Microsoft.AspNetCore.SignalR.Client;

namespace HelpdeskMx.Tests.Tickets;

public sealed class DraftTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly DateTimeOffset now = DateTimeOffset.UtcNow;
    private RunningDesk desk = null!;

    public async Task InitializeAsync() => desk = await RunningDesk.StartAsync();

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task An_agent_finds_their_drafts_wherever_they_sign_in_and_nobody_elses()
    {
        var (first, second) = (await ArriveAsync("One"), await ArriveAsync("Two"));
        await ArriveAsync("Three");
        await DraftAsync(first, "Hello", now.AddMinutes(-2));
        await DraftAsync(second, "Hi", now.AddMinutes(-1));
        Assert.Equal([second, first], await DraftedAsync(desk.Agent));
        Assert.Equal([second, first], Ids(await desk.GetAsync("/api/tickets?draft=mine", desk.Agent)));
        Assert.Equal([second], Ids(await desk.GetAsync("/api/tickets?view=drafts&q=two", desk.Agent)));
        Assert.Equal(2, await CountAsync(desk.Agent));
        Assert.Empty(await DraftedAsync(desk.Admin));
        Assert.Equal(0, await CountAsync(desk.Admin));
        Assert.Empty(Ids(await desk.GetAsync("/api/tickets?draft=mine")));
    }

    [Fact]
    public async Task What_was_sent_or_deleted_is_a_draft_no_more_and_can_be_begun_again()
    {
        var ticket = await ArriveAsync("One");
        await DraftAsync(ticket, "Hello", now.AddMinutes(-3));
        await DraftAsync(ticket, "Hello there", now.AddMinutes(-2));
        Assert.Equal([ticket], await DraftedAsync(desk.Agent));
        await DraftAsync(ticket, "", now.AddMinutes(-1));
        Assert.Empty(await DraftedAsync(desk.Agent));
        await DraftAsync(ticket, "Too late", now.AddMinutes(-2)); // another machine was slower
        Assert.Empty(await DraftedAsync(desk.Agent));
        await DraftAsync(ticket, "Once more", now);
        Assert.Equal([ticket], await DraftedAsync(desk.Agent));
    }

    [Fact]
    public async Task A_draft_in_a_ticket_the_agent_may_not_see_any_more_is_in_no_list()
    {
        await desk.PostAsync(HttpStatusCode.Created, "/api/departments", new { name = "Sales" });
        var seller = await desk.HireAsync("Sam", "agent", "sales");
        var ticket = await ArriveAsync("One");
        await desk.ActAsync(ticket, "forward", new { department = "sales" }, desk.Admin);
        await desk.PutAsync(HttpStatusCode.OK, $"/api/tickets/{ticket}/draft", new { mode = "note", reply = "", note = "Hm", at = now }, seller);
        Assert.Equal((1, ticket), (await CountAsync(seller), Ids(await desk.GetAsync("/api/tickets?draft=mine", seller)).Single()));
        await desk.ActAsync(ticket, "forward", new { department = "support" }, desk.Admin);
        Assert.Equal(0, await CountAsync(seller));
        Assert.Empty(Ids(await desk.GetAsync("/api/tickets?draft=mine", seller)));
    }

    [Fact]
    public async Task A_view_of_drafts_can_be_narrowed_and_saved()
    {
        var (first, second) = (await ArriveAsync("One"), await ArriveAsync("Two"));
        await DraftAsync(first, "Hello", now);
        await DraftAsync(second, "Hello", now);
        await desk.ActAsync(second, "label", new { labels = new { add = new[] { "vip" } } });
        var view = await desk.PostAsync(HttpStatusCode.Created, "/api/views?view=drafts&label=vip", new { name = "Half done", shared = false }, desk.Agent);
        Assert.Equal([second], Ids(await desk.GetAsync($"/api/tickets?view={view.Text("key")}", desk.Agent)));
        Assert.Equal(1, await CountAsync(desk.Agent, view.Text("key")!));
    }

    [Fact]
    public async Task An_agents_other_browsers_hear_when_a_draft_begins_and_ends_and_nobody_elses_do()
    {
        var ticket = await ArriveAsync("One");
        var (own, others) = (0, 0);
        await using var mine = await ListenAsync(desk.Agent, () => Interlocked.Increment(ref own));
        await using var theirs = await ListenAsync(desk.Admin, () => Interlocked.Increment(ref others));
        await DraftAsync(ticket, "H", now.AddSeconds(-3));
        await DraftAsync(ticket, "Hello", now.AddSeconds(-2)); // is no news
        await DraftAsync(ticket, "", now.AddSeconds(-1));
        await RunningDesk.UntilAsync(() => Task.FromResult(Volatile.Read(ref own)), n => n >= 2);
        Assert.Equal((2, 0), (own, others));
    }

    [Fact]
    public async Task Of_tickets_that_are_named_those_come_that_belong_to_the_list()
    {
        var (first, second, third) = (await ArriveAsync("One"), await ArriveAsync("Two"), await ArriveAsync("Three"));
        await desk.ActAsync(second, "close");
        Assert.Equal([third, first], Ids(await desk.GetAsync($"/api/tickets?view=open&ids={first},{second},{third},{new string('0', 32)}")));
        Assert.Equal([first, third], Ids(await desk.GetAsync($"/api/tickets?view=open&sort=oldest&ids={third},{first}")));
        Assert.Equal([second], Ids(await desk.GetAsync($"/api/tickets?view=closed&ids={first},{second}")));
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.Admin.GetAsync("/api/tickets?ids=../x")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.Admin.GetAsync($"/api/tickets?ids={string.Join(',', Enumerable.Repeat(first, 101))}")).StatusCode);
    }

    [Fact]
    public async Task An_answer_that_is_taken_back_comes_with_its_files_which_are_then_whose_it_is()
    {
        var ticket = await ArriveAsync("One");
        var file = (await RunningDesk.JsonAsync(await desk.Agent.PostAsync("/api/uploads?name=terms.pdf", new ByteArrayContent([1, 2, 3]) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } }))).Id();
        await desk.ActAsync(ticket, "reply", new { text = "See the terms", attachments = new[] { file }, sendAt = now.AddHours(2) });
        var waiting = (await desk.GetAsync($"/api/tickets/{ticket}/later")).GetProperty("items")[0];
        Assert.Equal("terms.pdf", Assert.Single(waiting.GetProperty("files").EnumerateArray()).Text("name"));
        var taken = await RunningDesk.JsonAsync(await desk.Admin.DeleteAsync($"/api/tickets/{ticket}/later/{waiting.Id()}"));
        var back = Assert.Single(taken.GetProperty("files").EnumerateArray());
        Assert.Equal((file, 3), (back.Id(), back.GetProperty("size").GetInt32()));
        var sent = await desk.ActAsync(ticket, "reply", new { text = "See the terms", attachments = new[] { file } }, desk.Admin);
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
    }

    private async Task<string> ArriveAsync(string subject) => (await desk.ReceiveAsync($"From: anna@x.cz\nSubject: {subject}\nMessage-ID: <{Guid.NewGuid():N}@x.cz>\n\nHello\n")).Id();

    private Task<JsonElement> DraftAsync(string ticket, string reply, DateTimeOffset at) => desk.PutAsync(HttpStatusCode.OK, $"/api/tickets/{ticket}/draft", new { mode = "reply", reply, note = "", at }, desk.Agent);

    private async Task<string[]> DraftedAsync(HttpClient by) => [.. (await desk.GetAsync("/api/drafts", by)).GetProperty("items").EnumerateArray().Select(d => d.Text("ticketId")!)];

    private async Task<int> CountAsync(HttpClient by, string view = "drafts") =>
        (await desk.GetAsync("/api/views", by)).GetProperty("items").EnumerateArray().Single(v => v.Text("key") == view).GetProperty("count").GetInt32();

    private async Task<HubConnection> ListenAsync(HttpClient by, Action heard)
    {
        var where = await RunningDesk.JsonAsync(await by.PostAsync("/api/realtime/negotiate", null));
        var connection = new HubConnectionBuilder().WithUrl(new Uri(desk.Anybody.BaseAddress!, where.Text("url")!), o => o.AccessTokenProvider = () => Task.FromResult(where.Text("accessToken"))).Build();
        connection.On<JsonElement>("drafted", _ => heard());
        await connection.StartAsync().WaitAsync(Patience);
        return connection;
    }

    private static string[] Ids(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(t => t.Id())];
}
