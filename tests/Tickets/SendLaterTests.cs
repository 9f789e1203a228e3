using System.Net;
using System.Text.Json;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Tickets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HelpdeskMx.Tests.Tickets;

public sealed class SendLaterTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);
    private RunningDesk desk = null!;
    private string ticket = "";

    public async Task InitializeAsync()
    {
        desk = await RunningDesk.StartAsync(services => services.AddSingleton<TimeProvider>(clock));
        ticket = (await desk.ReceiveAsync("From: Anna <anna@x.cz>\nSubject: Hello\nMessage-ID: <1@x.cz>\n\nHi\n")).Id();
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task An_answer_leaves_when_its_time_has_come_and_only_then_is_the_ticket_waiting()
    {
        var kept = await ReplyAsync(new { text = "Good morning", sendAt = clock.GetUtcNow().AddHours(8), then = "close" });
        Assert.Equal(("new", 1), (kept.Text("state"), kept.GetProperty("later").GetArrayLength()));
        await PassAsync(TimeSpan.FromHours(7));
        Assert.Single(await desk.MessagesAsync(ticket));
        await PassAsync(TimeSpan.FromHours(1));
        Assert.Equal("Good morning", (await desk.MessagesAsync(ticket))[1].Text("text"));
        await PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(2, (await desk.MessagesAsync(ticket)).Length);
        var after = await desk.GetAsync($"/api/tickets/{ticket}");
        Assert.Equal(("closed", 0), (after.Text("state"), after.GetProperty("later").GetArrayLength()));
        Assert.Empty(await LaterAsync());
    }

    [Fact]
    public async Task An_answer_after_which_its_agent_may_not_do_what_it_asks_is_refused_at_once_and_not_kept()
    {
        var role = (await desk.PostAsync(HttpStatusCode.Created, "/api/roles", new { name = "Answers", grants = new[] { new { action = "reply" } } })).Id();
        var refused = await desk.ActAsync(ticket, "reply", new { text = "Bye", holdSeconds = 10, then = "close" }, await desk.HireAsync("Some", role));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Empty(await LaterAsync());
        Assert.Single(await desk.MessagesAsync(ticket));
    }

    [Fact]
    public async Task A_held_answer_can_be_taken_back_with_every_word_of_it()
    {
        await ReplyAsync(new { text = "Oops", holdSeconds = 10 });
        var waiting = Assert.Single(await LaterAsync());
        Assert.True(waiting.GetProperty("held").GetBoolean());
        var taken = await RunningDesk.JsonAsync(await desk.Agent.DeleteAsync($"/api/tickets/{ticket}/later/{waiting.Id()}"));
        Assert.Equal("Oops", taken.GetProperty("request").Text("text"));
        await PassAsync(TimeSpan.FromMinutes(1));
        Assert.Single(await desk.MessagesAsync(ticket));
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Agent.DeleteAsync($"/api/tickets/{ticket}/later/{waiting.Id()}")).StatusCode);
    }

    [Fact]
    public async Task If_the_customer_writes_before_it_does_not_leave_and_its_words_are_kept()
    {
        await ReplyAsync(new { text = "Tomorrow", sendAt = clock.GetUtcNow().AddDays(1) });
        await desk.ReceiveAsync("From: Anna <anna@x.cz>\nSubject: Re: Hello\nMessage-ID: <2@x.cz>\nIn-Reply-To: <1@x.cz>\n\nNever mind\n");
        await PassAsync(TimeSpan.FromDays(2));
        Assert.Equal(2, (await desk.MessagesAsync(ticket)).Length);
        var stopped = Assert.Single(await LaterAsync());
        Assert.Equal((LaterAnswer.CustomerWrote, "Tomorrow"), (stopped.Text("why"), stopped.GetProperty("request").Text("text")));
        Assert.Contains((await desk.GetAsync($"/api/tickets/{ticket}/events")).GetProperty("items").EnumerateArray(), e => e.Text("kind") == "later-stopped");
    }

    [Fact]
    public async Task A_held_answer_leaves_though_the_customer_writes_in_that_moment()
    {
        await ReplyAsync(new { text = "Right away", holdSeconds = 10 });
        await desk.ReceiveAsync("From: Anna <anna@x.cz>\nSubject: Re: Hello\nMessage-ID: <2@x.cz>\nIn-Reply-To: <1@x.cz>\n\nOne more\n");
        await PassAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(3, (await desk.MessagesAsync(ticket)).Length);
    }

    [Fact]
    public async Task What_cannot_leave_when_its_time_has_come_says_why_and_keeps_its_words()
    {
        await ReplyAsync(new { text = "Late", sendAt = clock.GetUtcNow().AddHours(2) });
        await desk.PutAsync(HttpStatusCode.OK, "/api/agents/agent", new { active = false });
        clock.Advance(TimeSpan.FromMinutes(150));
        await desk.Services.GetRequiredService<SendLater>().SweepAsync(CancellationToken.None);
        Assert.Equal("not-allowed", Assert.Single(await LaterAsync(desk.Admin)).Text("why"));
        Assert.Single(await desk.MessagesAsync(ticket));
    }

    [Fact]
    public async Task The_same_request_twice_is_one_answer_and_two_runs_at_once_send_it_once()
    {
        var body = new { text = "Once", sendAt = clock.GetUtcNow().AddHours(2) };
        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.OK, (await desk.ActAsync(ticket, "reply", body, key: "k")).StatusCode);
        clock.Advance(TimeSpan.FromHours(3));
        var later = desk.Services.GetRequiredService<SendLater>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => later.SweepAsync(CancellationToken.None)));
        await desk.SignInAsync();
        Assert.Equal(2, (await desk.MessagesAsync(ticket)).Length);
    }

    [Theory]
    [InlineData("note", """{"text":"x","holdSeconds":5}""", 422)]
    [InlineData("reply", """{"text":"x","holdSeconds":0}""", 422)]
    [InlineData("reply", """{"text":"x","sendAt":"2020-01-01T00:00:00Z"}""", 422)]
    [InlineData("reply", """{"text":"x","sendAt":"soon"}""", 400)]
    [InlineData("reply", """{"text":" ","holdSeconds":5}""", 422)]
    [InlineData("reply", """{"text":"x","holdSeconds":5,"to":[{"address":"nobody"}]}""", 422)]
    public async Task What_could_not_be_sent_is_refused_at_once(string action, string body, int status)
    {
        Assert.Equal(status, (int)(await desk.ActAsync(ticket, action, JsonDocument.Parse(body).RootElement)).StatusCode);
        Assert.Empty(await LaterAsync());
    }

    [Fact]
    public async Task Whoever_does_not_see_the_ticket_sees_no_answers_drafts_or_colleagues_in_it()
    {
        await ReplyAsync(new { text = "Secret", sendAt = clock.GetUtcNow().AddHours(2) });
        await desk.PostAsync(HttpStatusCode.Created, "/api/departments", new { name = "Sales" });
        var outsider = await desk.HireAsync("Out", "agent", "sales");
        foreach (var path in new[] { "later", "draft" }) Assert.Equal(HttpStatusCode.NotFound, (await outsider.GetAsync($"/api/tickets/{ticket}/{path}")).StatusCode);
        await desk.PostAsync(HttpStatusCode.NotFound, $"/api/tickets/{ticket}/looking", new { writing = true }, outsider);
        await desk.PutAsync(HttpStatusCode.NotFound, $"/api/tickets/{ticket}/draft", Draft("x", clock.GetUtcNow()), outsider);
    }

    [Fact]
    public async Task A_draft_is_kept_for_its_agent_alone_and_the_newer_one_counts()
    {
        var now = clock.GetUtcNow();
        await desk.PutAsync(HttpStatusCode.OK, $"/api/tickets/{ticket}/draft", Draft("Newer", now), desk.Agent);
        var kept = await desk.PutAsync(HttpStatusCode.OK, $"/api/tickets/{ticket}/draft", Draft("Older", now.AddMinutes(-1)), desk.Agent);
        Assert.Equal("Newer", kept.Text("reply"));
        Assert.Equal("Newer", (await desk.GetAsync($"/api/tickets/{ticket}/draft", desk.Agent)).Text("reply"));
        Assert.Equal(HttpStatusCode.NoContent, (await desk.Admin.GetAsync($"/api/tickets/{ticket}/draft")).StatusCode);
        await desk.PutAsync(HttpStatusCode.UnprocessableEntity, $"/api/tickets/{ticket}/draft", Draft(new string('x', 200_001), now), desk.Agent);
    }

    [Fact]
    public async Task A_draft_keeps_its_formatting_within_what_can_be_sent()
    {
        var now = clock.GetUtcNow();
        await desk.PutAsync(HttpStatusCode.OK, $"/api/tickets/{ticket}/draft", new { mode = "note", reply = "Plain", note = "Bold", noteHtml = "<p><strong>Bold</strong></p>", at = now }, desk.Agent);
        var kept = await desk.GetAsync($"/api/tickets/{ticket}/draft", desk.Agent);
        Assert.Equal("<p><strong>Bold</strong></p>", kept.Text("noteHtml"));
        Assert.Null(kept.Text("replyHtml"));
        await desk.PutAsync(HttpStatusCode.UnprocessableEntity, $"/api/tickets/{ticket}/draft", new { mode = "reply", reply = "x", note = "", replyHtml = new string('x', 400_001), at = now }, desk.Agent);
    }

    private static object Draft(string reply, DateTimeOffset at) => new { mode = "reply", reply, note = "", at };

    private async Task<JsonElement> ReplyAsync(object body) => await RunningDesk.JsonAsync(await desk.ActAsync(ticket, "reply", body));

    private async Task<JsonElement[]> LaterAsync(HttpClient? by = null) => [.. (await desk.GetAsync($"/api/tickets/{ticket}/later", by ?? desk.Agent)).GetProperty("items").EnumerateArray()];

    private async Task PassAsync(TimeSpan time)
    {
        clock.Advance(time);
        await desk.Services.GetRequiredService<SendLater>().SweepAsync(CancellationToken.None);
        await desk.SignInAsync();
    }
}
