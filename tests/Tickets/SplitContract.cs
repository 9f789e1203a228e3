using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HelpdeskMx.Agents;
using HelpdeskMx.Customers;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Tests.Sending;
using HelpdeskMx.Tickets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HelpdeskMx.Tests.Tickets;

/// <summary>What splitting a ticket promises, over whatever store.</summary>
public abstract class SplitContract : IAsyncLifetime
{
    private static readonly Agent mia = new() { Id = "mia", Name = "Mia", Email = "mia@demo.test" };
    private readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);
    private readonly WaitingMailer mailer = new();
    private StoppingStore store = null!;
    private RunningDesk desk = null!;
    private int mails;

    protected abstract IDocumentStore Open();

    public async Task InitializeAsync()
    {
        store = new StoppingStore(Open());
        desk = await RunningDesk.StartAsync(s => s.AddSingleton<IDocumentStore>(store).AddSingleton<IMailer>(mailer).AddSingleton<TimeProvider>(clock));
    }

    public virtual async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task A_message_with_everything_after_it_becomes_a_ticket_of_its_own()
    {
        var old = await ConverseAsync("Broken cup", "Re: Broken cup", "Re: Wrong invoice [#1001]");
        await AnswerAsync(old, "About the invoice");
        await desk.ActAsync(old, "note", new { text = "Asked accounting" });

        var split = await SplitAsync(old, 2, andLater: true);

        Assert.Equal("Wrong invoice", Text(split, "subject"));
        Assert.Equal("open", Text(split, "state"));
        Assert.Equal(Text(await TicketAsync(old), "number"), Text(split.GetProperty("splitFrom"), "number"));
        Assert.Equal(3, split.GetProperty("counts").GetProperty("messages").GetInt32());
        Assert.Equal(["words 3", "About the invoice", "Asked accounting"], await WordsAsync(Text(split, "id")));
        Assert.Equal("About the invoice", Text(split, "preview"));
        Assert.Equal(["words 1", "words 2"], await WordsAsync(old));
    }

    [Fact]
    public async Task What_is_left_looks_as_if_the_rest_had_never_been_said()
    {
        var old = await ConverseAsync("Broken cup", "Re: Broken cup");
        var before = await TicketAsync(old);
        clock.Advance(TimeSpan.FromMinutes(1));
        await ReplyAsync("Wrong invoice", 2, from: "Bob <bob@x.cz>");
        var number = Text(await SplitAsync(old, 2), "number");

        var after = await TicketAsync(old);
        foreach (var same in new[] { "subject", "preview", "lastMessageAt", "lastDirection", "counts", "participants", "recipients" })
            Assert.Equal(before.GetProperty(same).ToString(), after.GetProperty(same).ToString());
        Assert.True(after.GetProperty("version").GetInt64() > before.GetProperty("version").GetInt64());
        var mark = (await desk.MessagesAsync(old))[2];
        Assert.Equal((number, ""), (Text(mark.GetProperty("movedTo"), "number"), Text(mark, "text")));
    }

    [Fact]
    public async Task A_message_alone_leaves_what_came_after_it()
    {
        var old = await ConverseAsync("Broken cup", "Wrong invoice", "Re: Broken cup");
        var split = await SplitAsync(old, 1);

        Assert.Equal(["words 2"], await WordsAsync(Text(split, "id")));
        Assert.Equal(["words 1", "words 3"], await WordsAsync(old));
    }

    [Fact]
    public async Task Both_tickets_tell_who_split_them_and_from_where_to_where()
    {
        var old = await ConverseAsync("Broken cup", "Wrong invoice");
        var split = await SplitAsync(old, 1);

        var there = (await EventsAsync(old)).Single(e => Text(e, "kind") == "split");
        var here = (await EventsAsync(Text(split, "id"))).Single();
        Assert.Equal(("Demo Agent", Text(split, "number")), (Text(there.GetProperty("actor"), "name"), Text(there.GetProperty("after"), "number")));
        Assert.Equal(("split-from", old), (Text(here, "kind"), Text(here.GetProperty("after"), "ticket")));
    }

    [Fact]
    public async Task The_new_ticket_is_unread_for_those_who_had_not_read_the_old_one()
    {
        var old = await ConverseAsync("Broken cup", "Wrong invoice");
        var split = await SplitAsync(old, 1);

        Assert.False(split.GetProperty("unread").GetBoolean());
        Assert.True((await TicketAsync(Text(split, "id"))).GetProperty("unread").GetBoolean());
    }

    [Fact]
    public async Task A_reply_to_what_moved_joins_the_new_ticket_and_one_to_what_stayed_the_old_one()
    {
        var old = await ConverseAsync("Broken cup", "Wrong invoice");
        var split = Text(await SplitAsync(old, 1), "id");
        await AnswerAsync(split, "Here is a new one");

        Assert.Equal(split, Text(await ReplyAsync("Re: Wrong invoice", 2), "id"));
        Assert.Equal(old, Text(await ReplyAsync("Re: Broken cup", 1), "id"));
        Assert.Equal(split, Text(await desk.ReceiveAsync(Mail("Thanks", (await desk.MessagesAsync(split))[1].GetProperty("messageId").GetString()!)), "id"));
    }

    [Fact]
    public async Task A_moved_mail_that_comes_again_stays_where_it_went()
    {
        var old = await ConverseAsync("Broken cup");
        var mail = Mail("Wrong invoice", Reference(1));
        await desk.ReceiveAsync(mail);
        var split = Text(await SplitAsync(old, 1), "id");

        Assert.Equal(split, Text(await desk.ReceiveAsync("Received: from elsewhere by here\n" + mail), "id"));
        Assert.Single(await WordsAsync(split));
        Assert.Single(await WordsAsync(old));
    }

    [Fact]
    public async Task The_same_split_asked_again_and_at_once_is_one_ticket()
    {
        var old = await ConverseAsync("Broken cup", "Wrong invoice", "Re: Wrong invoice");
        var message = Text((await desk.MessagesAsync(old))[1], "id");
        var asked = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => AskAsync(old, message, andLater: true)));
        var again = await AskAsync(old, message, andLater: false);

        Assert.All([.. asked, again], a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        var ids = await Task.WhenAll(asked.Append(again).Select(async a => Text(await RunningDesk.JsonAsync(a), "id")));
        Assert.Equal(["words 2", "words 3"], await WordsAsync(Assert.Single(ids.Distinct())));
        Assert.Equal(["words 1"], await WordsAsync(old));
        Assert.Single(await EventsAsync(old), e => Text(e, "kind") == "split");
    }

    [Fact]
    public async Task Different_splits_at_once_leave_every_message_in_one_place()
    {
        var old = await ConverseAsync("Broken cup", "Wrong invoice", "New address", "Thanks");
        var ids = (await desk.MessagesAsync(old)).Select(m => Text(m, "id")).ToArray();
        var asked = await Task.WhenAll(AskAsync(old, ids[1], andLater: true), AskAsync(old, ids[2], andLater: false), AskAsync(old, ids[3], andLater: true));

        var words = new List<string>(await WordsAsync(old));
        foreach (var done in asked.Where(a => a.StatusCode == HttpStatusCode.OK)) words.AddRange(await WordsAsync(Text(await RunningDesk.JsonAsync(done), "id")));
        Assert.Equal(["words 1", "words 2", "words 3", "words 4"], words.Order());
        foreach (var refused in asked.Where(a => a.StatusCode != HttpStatusCode.OK)) Assert.Equal("moved-already", await CodeAsync(refused));
    }

    [Fact]
    public async Task A_message_that_leaves_while_it_is_looked_for_has_moved()
    {
        var old = await ConverseAsync("Broken cup", "Wrong invoice", "New address");
        var ids = (await desk.MessagesAsync(old)).Select(m => Text(m, "id")).ToArray();
        store.MeanwhileAsked = (q => q.Type == "message", async () => Assert.Equal(HttpStatusCode.OK, (await AskAsync(old, ids[1], andLater: true)).StatusCode));

        Assert.Equal("moved-already", await CodeAsync(await AskAsync(old, ids[2], andLater: false)));
    }

    [Fact]
    public async Task What_another_split_left_is_looked_at_again()
    {
        var old = await ConverseAsync("Broken cup", "Wrong invoice");
        var ids = (await desk.MessagesAsync(old)).Select(m => Text(m, "id")).ToArray();
        store.Meanwhile = (w => w is Write.Create { Type: "split" }, async () => Assert.Equal(HttpStatusCode.OK, (await AskAsync(old, ids[1], andLater: false)).StatusCode));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AskAsync(old, ids[0], andLater: false)).StatusCode);
        Assert.Equal(["words 1"], await WordsAsync(old));
    }

    [Fact]
    public async Task What_came_just_before_the_end_is_counted()
    {
        var old = await ConverseAsync("Broken cup", "Wrong invoice");
        store.Meanwhile = (w => w is Write.Delete { Id: "split" }, () => ReplyAsync("Re: Broken cup", 1));
        await SplitAsync(old, 1);

        Assert.Equal(["words 1", "words 3"], await WordsAsync(old));
        Assert.Equal(2, await CountAsync(old));
    }

    [Fact]
    public async Task A_message_id_that_others_use_too_leads_where_it_led()
    {
        var old = await ConverseAsync("Broken cup");
        var answer = Reference(1);
        var same = Mail("Re: Broken cup", answer).Replace(Reference(2), "constant@form.test", StringComparison.Ordinal);
        await desk.ReceiveAsync(same);
        await desk.ReceiveAsync(Mail("Wrong invoice", answer).Replace(Reference(3), "constant@form.test", StringComparison.Ordinal));
        var split = Text(await SplitAsync(old, 2), "id");

        Assert.Equal(old, Text(await desk.ReceiveAsync(Mail("Re: Broken cup", "constant@form.test")), "id"));
        Assert.Equal(["words 3"], await WordsAsync(split));
    }

    [Fact]
    public async Task What_arrives_while_a_ticket_is_split_is_kept_once()
    {
        var old = await ConverseAsync("Broken cup", "Wrong invoice");
        var arriving = Enumerable.Range(0, 10).Select(n => desk.PostAsync(Mail("Re: both", Reference(1 + (n % 2))))).ToArray();
        var split = await SplitAsync(old, 1, andLater: true);
        foreach (var arrived in arriving) await desk.TicketOfAsync(await arrived);

        var all = (await WordsAsync(old)).Concat(await WordsAsync(Text(split, "id"))).ToArray();
        Assert.Equal(Enumerable.Range(1, 12).Select(n => $"words {n}").Order(), all.Order());
        foreach (var id in new[] { old, Text(split, "id") })
            Assert.Equal((await WordsAsync(id)).Length, (await TicketAsync(id)).GetProperty("counts").GetProperty("messages").GetInt32());
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task A_crash_at_any_step_loses_nothing_and_is_mended(bool written, bool bySweep)
    {
        var steps = 1;
        for (var died = true; died; steps++)
        {
            var old = await ConverseAsync("Broken cup", "Wrong invoice", "Re: Wrong invoice");
            var first = mails - 2;
            var request = new SplitRequest { MessageId = Text((await desk.MessagesAsync(old))[1], "id"), AndLater = true };
            (store.Written, store.DiesAt) = (written, steps);
            died = await DiesAsync(() => desk.Services.GetRequiredService<SplitTicket>().RunAsync(old, request, mia, CancellationToken.None));
            store.DiesAt = 0;
            var id = Split.IdOf(old, request.MessageId);
            Assert.Equal(Enumerable.Range(first, 3).Select(n => $"words {n}").Order(), (await AllWordsAsync(old, id)).Distinct().Order());

            if (bySweep)
            {
                clock.Advance(SplitTicket.Patience);
                await desk.Services.GetRequiredService<SweepSplits>().RunAsync(CancellationToken.None);
                if ((await desk.Admin.GetAsync($"/api/tickets/{id}")).StatusCode == HttpStatusCode.NotFound) continue; // it died before anything was settled
            }
            else Assert.Null((await desk.Services.GetRequiredService<SplitTicket>().RunAsync(old, request, mia, CancellationToken.None)).Problem);

            Assert.Equal([$"words {first}"], await WordsAsync(old));
            Assert.Equal([$"words {first + 1}", $"words {first + 2}"], await WordsAsync(id));
            Assert.Equal((1, 2), (await CountAsync(old), await CountAsync(id)));
            Assert.Equal(id, Text(await ReplyAsync("Re: Wrong invoice", first + 2), "id"));
            Assert.Null(await desk.Services.GetRequiredService<HelpdeskMx.Tickets.Tickets>().SplitAsync(old, CancellationToken.None));
            Assert.Single(await EventsAsync(old), e => Text(e, "kind") == "split");
            Assert.Equal(id, Text(Assert.Single((await desk.GetAsync($"/api/tickets?q={Text(await TicketAsync(id), "number")}")).GetProperty("items").EnumerateArray()), "id"));
        }
        Assert.InRange(steps, 10, 30);
    }

    [Fact]
    public async Task A_report_of_a_moved_answer_marks_it_where_it_is()
    {
        var old = await ConverseAsync("Broken cup", "Wrong invoice");
        var answer = await AnswerAsync(old, "Here is a new one");
        var split = Text(await SplitAsync(old, 1, andLater: true), "id");

        Assert.Equal(split, Text(await desk.ReceiveAsync(SendAnswerTests.Returned(answer)), "id"));
        Assert.Equal("bounced", Text((await desk.MessagesAsync(split))[1].GetProperty("delivery"), "state"));
    }

    [Fact]
    public async Task A_report_that_was_settled_on_the_old_ticket_marks_the_answer_all_the_same()
    {
        var old = await ConverseAsync("Broken cup", "Wrong invoice");
        var answer = await AnswerAsync(old, "Here is a new one");
        var split = Text(await SplitAsync(old, 1, andLater: true), "id");
        var report = new InboundMessage
        {
            Key = "report",
            Sender = new Identity("email", "mailer-daemon@x.cz", Proven: false),
            From = new Address(null, "mailer-daemon@x.cz"),
            Text = "",
            ReplyText = "",
            InReplyTo = Text(answer, "messageId"),
            Tells = DeliveryState.Delivered,
        };
        await desk.Services.GetRequiredService<MarkDelivery>().RunAsync(old, report, clock.GetUtcNow(), CancellationToken.None);

        Assert.Equal("delivered", Text((await desk.MessagesAsync(split))[1].GetProperty("delivery"), "state"));
    }

    [Fact]
    public async Task A_report_that_comes_half_way_through_is_told_to_the_copy()
    {
        var old = await ConverseAsync("Broken cup", "Wrong invoice");
        var answer = await AnswerAsync(old, "Here is a new one");
        var request = new SplitRequest { MessageId = Text((await desk.MessagesAsync(old))[1], "id"), AndLater = true };
        store.DiesAt = 6; // settled, numbered, copied, begun
        Assert.True(await DiesAsync(() => desk.Services.GetRequiredService<SplitTicket>().RunAsync(old, request, mia, CancellationToken.None)));
        store.DiesAt = 0;
        clock.Advance(TimeSpan.FromSeconds(1));
        var marking = desk.Services.GetRequiredService<MarkDelivery>();
        Assert.True(await marking.MarkAsync(old, Text(answer, "id"), DeliveryState.Delivered, clock.GetUtcNow(), null, CancellationToken.None));

        var split = (await desk.Services.GetRequiredService<SplitTicket>().RunAsync(old, request, mia, CancellationToken.None)).Value.Id;
        Assert.Equal("delivered", Text((await desk.MessagesAsync(split))[1].GetProperty("delivery"), "state"));
        Assert.True(await marking.MarkAsync(old, Text(answer, "id"), DeliveryState.Bounced, clock.GetUtcNow(), null, CancellationToken.None));
        Assert.Equal("bounced", Text((await desk.MessagesAsync(split))[1].GetProperty("delivery"), "state"));
    }

    [Fact]
    public async Task An_answer_sent_again_half_way_through_is_waited_for()
    {
        var old = await ConverseAsync("Broken cup", "Wrong invoice");
        mailer.Next = new SendResult.Refused("550 no such user");
        var answer = await AnswerAsync(old, "Here is a new one", "failed");
        var request = new SplitRequest { MessageId = Text((await desk.MessagesAsync(old))[1], "id"), AndLater = true };
        store.DiesAt = 6;
        Assert.True(await DiesAsync(() => desk.Services.GetRequiredService<SplitTicket>().RunAsync(old, request, mia, CancellationToken.None)));
        store.DiesAt = 0;

        mailer.Gate = new TaskCompletionSource();
        clock.Advance(TimeSpan.FromSeconds(1));
        (await desk.Agent.PostAsync($"/api/tickets/{old}/messages/{Text(answer, "id")}/retry", null)).EnsureSuccessStatusCode();
        var split = (await desk.Services.GetRequiredService<SplitTicket>().RunAsync(old, request, mia, CancellationToken.None)).Value.Id;
        Assert.Equal("words 1|Here is a new one", string.Join('|', await WordsAsync(old)));

        mailer.Next = new SendResult.Sent();
        mailer.Gate.SetResult();
        await RunningDesk.UntilAsync(() => desk.MessagesAsync(old), m => Text(m[2].GetProperty("delivery"), "state") == "sent");
        clock.Advance(SplitTicket.Patience);
        await desk.Services.GetRequiredService<SweepSplits>().RunAsync(CancellationToken.None);
        Assert.Equal(["words 1"], await WordsAsync(old));
        Assert.Equal("sent", Text((await desk.MessagesAsync(split))[1].GetProperty("delivery"), "state"));
    }

    [Fact]
    public async Task Search_finds_moved_words_once_and_where_they_are()
    {
        var old = await ConverseAsync("Broken cup", "Zebra invoice");
        var split = Text(await SplitAsync(old, 1), "id");

        Assert.Equal([split], (await desk.GetAsync("/api/tickets?q=zebra")).GetProperty("items").EnumerateArray().Select(t => Text(t, "id")));
        Assert.Equal([old], (await desk.GetAsync("/api/tickets?q=cup")).GetProperty("items").EnumerateArray().Select(t => Text(t, "id")));
    }

    [Fact]
    public async Task What_was_split_off_can_be_split_again()
    {
        var old = await ConverseAsync("Broken cup", "Wrong invoice", "New address");
        var split = Text(await SplitAsync(old, 1, andLater: true), "id");
        var again = Text(await SplitAsync(split, 1), "id");

        Assert.Equal(["words 3"], await WordsAsync(again));
        Assert.Equal(again, Text(await ReplyAsync("Re: New address", 3), "id"));
        Assert.Equal("moved-already", await CodeAsync(await AskAsync(old, Text((await desk.MessagesAsync(old))[2], "id"), andLater: false)));
    }

    [Fact]
    public async Task A_customer_who_writes_of_something_new_is_noticed_until_it_has_its_own_ticket()
    {
        var old = await ConverseAsync("Broken cup", "Re: Broken cup", "Wrong invoice", "Re: Wrong invoice");
        Assert.Equal([false, false, true, false], (await desk.MessagesAsync(old)).Select(m => m.GetProperty("newSubject").GetBoolean()));

        var split = Text(await SplitAsync(old, 2, andLater: true), "id");
        Assert.DoesNotContain((await desk.MessagesAsync(old)).Concat(await desk.MessagesAsync(split)), m => m.GetProperty("newSubject").GetBoolean());
    }

    private async Task<string> ConverseAsync(string subject, params string[] later)
    {
        var id = Text(await desk.ReceiveAsync(Mail(subject)), "id");
        var first = mails;
        foreach (var next in later) Assert.Equal(id, Text(await ReplyAsync(next, first), "id"));
        return id;
    }

    private Task<JsonElement> ReplyAsync(string subject, int to, string from = "Anna <anna@x.cz>") => desk.ReceiveAsync(Mail(subject, Reference(to), from));

    private async Task<JsonElement> AnswerAsync(string ticket, string text, string state = "sent")
    {
        (await desk.ActAsync(ticket, "reply", new { text })).EnsureSuccessStatusCode();
        return (await RunningDesk.UntilAsync(() => desk.MessagesAsync(ticket), m => Text(m[^1].GetProperty("delivery"), "state") == state))[^1];
    }

    private async Task<JsonElement> SplitAsync(string ticket, int message, bool andLater = false)
    {
        var answer = await AskAsync(ticket, Text((await desk.MessagesAsync(ticket))[message], "id"), andLater);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await RunningDesk.JsonAsync(answer);
    }

    private Task<HttpResponseMessage> AskAsync(string ticket, string messageId, bool andLater) =>
        desk.Agent.PostAsJsonAsync($"/api/tickets/{ticket}/split", new { messageId, andLater });

    private Task<JsonElement> TicketAsync(string id) => desk.GetAsync($"/api/tickets/{id}");

    private async Task<int> CountAsync(string id) => (await TicketAsync(id)).GetProperty("counts").GetProperty("messages").GetInt32();

    private async Task<string[]> WordsAsync(string ticket) =>
        [.. (await desk.MessagesAsync(ticket)).Where(m => m.GetProperty("movedTo").ValueKind == JsonValueKind.Null).Select(m => Text(m, "replyText"))];

    /// <summary>What an agent can read in both, the second perhaps not there yet.</summary>
    private async Task<string[]> AllWordsAsync(string old, string split) =>
        (await desk.Admin.GetAsync($"/api/tickets/{split}")).IsSuccessStatusCode ? [.. await WordsAsync(old), .. await WordsAsync(split)] : await WordsAsync(old);

    private async Task<JsonElement[]> EventsAsync(string ticket) => [.. (await desk.GetAsync($"/api/tickets/{ticket}/events")).GetProperty("items").EnumerateArray()];

    private static async Task<string> CodeAsync(HttpResponseMessage refused) => Text(await RunningDesk.JsonAsync(refused), "code");

    private static async Task<bool> DiesAsync(Func<Task> run)
    {
        try
        {
            await run();
            return false;
        }
        catch (StoppedException)
        {
            return true;
        }
    }

    private static string Text(JsonElement thing, string name) => thing.GetProperty(name).ToString();

    private string Mail(string subject, string? answers = null, string from = "Anna <anna@x.cz>") => $"""
        From: {from}
        To: support@demo.test
        Subject: {subject}
        Message-ID: <{Reference(++mails)}>
        Date: Mon, 2 Nov 2026 10:00:00 +0100
        {(answers is null ? "X-Mark: none" : $"In-Reply-To: <{answers}>")}

        words {mails}
        """;

    private static string Reference(int mail) => $"m{mail}@x.cz";
}
