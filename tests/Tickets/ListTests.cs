using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HelpdeskMx.Agents;
using HelpdeskMx.Channels;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;

namespace HelpdeskMx.Tests.Tickets;

public sealed class ListTests : IAsyncLifetime
{
    private RunningDesk desk = null!;

    public async Task InitializeAsync() => desk = await RunningDesk.StartAsync();

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task Pages_hold_every_ticket_once_newest_first_while_others_arrive()
    {
        var ids = new List<string>();
        for (var i = 0; i < 7; i++) ids.Add(await ArriveAsync($"Ticket {i}"));
        var first = await desk.GetAsync("/api/tickets?limit=3");
        await ArriveAsync("Late");
        var second = await desk.GetAsync($"/api/tickets?limit=3&after={Uri.EscapeDataString(first.GetProperty("next").GetString()!)}");
        var third = await desk.GetAsync($"/api/tickets?limit=3&after={Uri.EscapeDataString(second.GetProperty("next").GetString()!)}");

        Assert.Equal(Enumerable.Reverse(ids), Ids(first).Concat(Ids(second)).Concat(Ids(third)));
        Assert.Equal(JsonValueKind.Null, third.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task Views_and_their_counts_follow_what_agents_do()
    {
        var id = await ArriveAsync("One");
        await ArriveAsync("Two");
        Assert.Equal((0, 2, 2), (await CountAsync("mine"), await CountAsync("unassigned"), await CountAsync("unread")));

        await desk.ActAsync(id, "assign", new { assignee = "me" });
        Assert.Equal((1, 1), (await CountAsync("mine"), await CountAsync("unassigned")));
        Assert.Equal([id], Ids(await desk.GetAsync("/api/tickets?view=mine", desk.Agent)));
        await desk.ActAsync(id, "close");
        Assert.Equal((0, 1), (await CountAsync("mine"), await CountAsync("open")));
        Assert.Equal([id], Ids(await desk.GetAsync("/api/tickets?view=closed")));
    }

    [Fact]
    public async Task Several_of_a_side_are_any_of_them_but_labels_are_all_of_them()
    {
        string[] ids = [await ArriveAsync("One"), await ArriveAsync("Two"), await ArriveAsync("Three")];
        foreach (var id in ids[..2]) await desk.ActAsync(id, "label", new { labels = new { add = new[] { "a" } } });
        await desk.ActAsync(ids[1], "label", new { labels = new { add = new[] { "b" } } });
        await desk.ActAsync(ids[2], "close");
        Assert.Equal([ids[2], ids[1], ids[0]], Ids(await desk.GetAsync("/api/tickets?state=new,closed")));
        Assert.Equal([ids[1], ids[0]], Ids(await desk.GetAsync("/api/tickets?label=a")));
        Assert.Equal([ids[1]], Ids(await desk.GetAsync("/api/tickets?label=a,b")));
        Assert.Equal([ids[1]], Ids(await desk.GetAsync("/api/tickets?q=Two&label=a,b&state=new,closed")));
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.Agent.GetAsync("/api/tickets?assignee=me,nobody")).StatusCode);
    }

    [Fact]
    public async Task A_list_is_narrowed_to_a_stretch_of_time_by_the_last_message()
    {
        var id = await ArriveAsync("One");
        var at = (await desk.GetAsync($"/api/tickets/{id}")).GetProperty("lastMessageAt").GetDateTimeOffset();
        async Task<int> WithinAsync(DateTimeOffset from, DateTimeOffset before) =>
            Ids(await desk.GetAsync($"/api/tickets?from={Uri.EscapeDataString($"{from:O}")}&before={Uri.EscapeDataString($"{before:O}")}")).Count();
        Assert.Equal((1, 0, 0), (await WithinAsync(at, at.AddHours(1)), await WithinAsync(at.AddHours(-1), at), await WithinAsync(at.AddHours(1), at.AddHours(2))));
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.Agent.GetAsync("/api/tickets?from=yesterday")).StatusCode);
    }

    [Fact]
    public async Task Reading_is_each_agents_own_and_no_change_for_others()
    {
        var id = await ArriveAsync("One");
        var before = (await desk.Agent.GetAsync($"/api/tickets/{id}")).Headers.ETag;
        Assert.Equal(HttpStatusCode.NoContent, (await desk.Agent.PutAsJsonAsync($"/api/tickets/{id}/read", new { read = true })).StatusCode);

        Assert.False((await desk.GetAsync($"/api/tickets/{id}", desk.Agent)).GetProperty("unread").GetBoolean());
        Assert.True((await desk.GetAsync($"/api/tickets/{id}")).GetProperty("unread").GetBoolean());
        Assert.Equal(before, (await desk.Agent.GetAsync($"/api/tickets/{id}")).Headers.ETag);
        await desk.Agent.PutAsJsonAsync($"/api/tickets/{id}/read", new { read = false });
        Assert.True((await desk.GetAsync($"/api/tickets/{id}", desk.Agent)).GetProperty("unread").GetBoolean());
    }

    [Theory]
    [InlineData("zrzavý kocour")]
    [InlineData("ZRZAVY")]
    [InlineData("kocou")]
    [InlineData("anna@x.cz")]
    [InlineData("1001")]
    [InlineData("#1001")]
    public async Task Search_finds_words_people_and_numbers(string words)
    {
        var id = await ArriveAsync("Žrádlo", "Můj zrzavý kocour ho nechce");
        await ArriveAsync("Other", "Nothing of the kind", from: "bob@y.com");
        Assert.Equal([id], Ids(await desk.GetAsync($"/api/tickets?q={Uri.EscapeDataString(words)}")));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("\"%_*'\U0001F389")]
    [InlineData("  ")]
    public async Task Signs_without_a_word_find_nothing(string signs)
    {
        await ArriveAsync("100 %", "_*'");
        var page = await desk.GetAsync($"/api/tickets?q={Uri.EscapeDataString(signs)}");
        if (!string.IsNullOrWhiteSpace(signs)) Assert.Empty(Ids(page));
        Assert.Equal(JsonValueKind.Null, page.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task A_page_of_a_search_keeps_to_its_limit_and_the_pages_together_find_everything()
    {
        var ids = new List<string>();
        for (var i = 0; i < 5; i++) ids.Add(await ArriveAsync($"Teapot {i}"));
        var found = new List<string>();
        string? next = "";
        while (next is not null)
        {
            var page = await desk.GetAsync($"/api/tickets?q=teapot&limit=2&after={Uri.EscapeDataString(next)}");
            Assert.InRange(Ids(page).Count(), 0, 2);
            found.AddRange(Ids(page));
            next = page.GetProperty("next").GetString();
        }
        Assert.Equal(ids.Order(), found.Order());
    }

    [Fact]
    public async Task Search_finds_korean_by_the_beginning_of_a_word()
    {
        var id = await ArriveAsync("배송 문의", "주문한 상품이 아직 도착하지 않았습니다");
        Assert.Equal([id], Ids(await desk.GetAsync($"/api/tickets?q={Uri.EscapeDataString("상품 도착")}")));
    }

    [Fact]
    public async Task An_agent_of_one_department_sees_finds_counts_and_opens_nothing_of_another()
    {
        var settings = desk.Services.GetRequiredService<Settings>();
        await settings.SaveAsync(Kinds.Departments, "returns", new Department("returns", "Returns"), CancellationToken.None);
        var agent = (await settings.AgentsAsync(CancellationToken.None)).Single(a => a.Id == "agent");
        await settings.SaveAsync(Kinds.Agents, "agent", agent with { Departments = ["returns"] }, CancellationToken.None);
        var id = await ArriveAsync("Secret", "Not for returns");
        var message = (await desk.MessagesAsync(id)).Single().GetProperty("id").GetString();

        Assert.Empty(Ids(await desk.GetAsync("/api/tickets", desk.Agent)));
        Assert.Empty(Ids(await desk.GetAsync("/api/tickets?q=secret", desk.Agent)));
        Assert.Equal(0, await CountAsync("open"));
        foreach (var path in new[] { $"/api/tickets/{id}", $"/api/tickets/{id}/messages", $"/api/tickets/{id}/events", $"/api/messages/{id}/{message}/raw" })
            Assert.Equal(HttpStatusCode.NotFound, (await desk.Agent.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.ActAsync(id, "close")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.ActAsync(id, "assign", new { assignee = "agent" }, desk.Admin)).StatusCode);
    }

    [Theory]
    [InlineData("/api/tickets?limit=0", 400)]
    [InlineData("/api/tickets?limit=x", 400)]
    [InlineData("/api/tickets?sort=upwards", 400)]
    [InlineData("/api/tickets?category=none", 400)]
    [InlineData("/api/tickets?unread=perhaps", 400)]
    [InlineData("/api/tickets?after=made-up", 400)]
    [InlineData("/api/tickets?view=nowhere", 404)]
    [InlineData("/api/tickets/nothing", 404)]
    [InlineData("/api/tickets/..%2f..%2fetc", 404)]
    [InlineData("/api/customers/nobody", 404)]
    [InlineData("/api/ingest/made-up", 404)]
    [InlineData("/api/attachments/a.b.c.d.e", 404)]
    [InlineData("/api/nowhere", 404)]
    public async Task What_cannot_be_asked_is_answered_with_a_problem(string path, int status)
    {
        var answer = await desk.Admin.GetAsync(path);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.NotEmpty((await RunningDesk.JsonAsync(answer)).GetProperty("code").GetString()!);
    }

    private async Task<string> ArriveAsync(string subject, string text = "Hello", string from = "Anna <anna@x.cz>") =>
        (await desk.ReceiveAsync($"From: {from}\nTo: support@demo.test\nSubject: {subject}\nMessage-ID: <{Guid.NewGuid()}@x.cz>\nContent-Type: text/plain; charset=utf-8\n\n{text}\n")).GetProperty("id").GetString()!;

    private async Task<int> CountAsync(string view) =>
        (await desk.GetAsync("/api/views", desk.Agent)).GetProperty("items").EnumerateArray().Single(v => v.GetProperty("key").GetString() == view).GetProperty("count").GetInt32();

    [Fact]
    public async Task An_agent_who_sees_some_states_finds_in_a_category_those_of_them_that_belong_to_it()
    {
        var (open, closed) = (await ArriveAsync("Open"), await ArriveAsync("Closed"));
        await desk.ActAsync(closed, "close");
        var role = (await desk.PostAsync(HttpStatusCode.Created, "/api/roles", new { name = "Front", states = new[] { "new", "closed" } })).Id();
        var agent = await desk.HireAsync("Front", role);
        Assert.Equal([closed], Ids(await desk.GetAsync("/api/tickets?view=closed", agent)));
        Assert.Equal([open], Ids(await desk.GetAsync("/api/tickets?category=new", agent)));
        Assert.Empty(Ids(await desk.GetAsync("/api/tickets?category=archived", agent)));
        Assert.Empty(Ids(await desk.GetAsync("/api/tickets?category=new&state=closed", agent)));
        Assert.Equal([open], Ids(await desk.GetAsync("/api/tickets?category=active", agent)));
    }

    private static IEnumerable<string> Ids(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(t => t.GetProperty("id").GetString()!);
}
