using System.Net;
using HelpdeskMx.Agents;
using HelpdeskMx.Customers;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace HelpdeskMx.Tests.Tickets;

/// <summary>What splitting a ticket promises while others act on it, and when the process dies on the way.</summary>
public abstract class SplitUnderStressContract : SplitDesk
{
    private static readonly Agent mia = new() { Id = "mia", Name = "Mia", Email = "mia@demo.test" };

    [Fact]
    public async Task The_same_split_asked_again_and_at_once_is_one_ticket()
    {
        var old = await ConverseAsync("Broken cup", "Wrong invoice", "Re: Wrong invoice");
        var message = Text((await Desk.MessagesAsync(old))[1], "id");
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
        var ids = (await Desk.MessagesAsync(old)).Select(m => Text(m, "id")).ToArray();
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
        var ids = (await Desk.MessagesAsync(old)).Select(m => Text(m, "id")).ToArray();
        Store.MeanwhileAsked = (q => q.Type == "message", async () => Assert.Equal(HttpStatusCode.OK, (await AskAsync(old, ids[1], andLater: true)).StatusCode));

        Assert.Equal("moved-already", await CodeAsync(await AskAsync(old, ids[2], andLater: false)));
    }

    [Fact]
    public async Task What_another_split_left_is_looked_at_again()
    {
        var old = await ConverseAsync("Broken cup", "Wrong invoice");
        var ids = (await Desk.MessagesAsync(old)).Select(m => Text(m, "id")).ToArray();
        Store.Meanwhile = (w => w is Write.Create { Type: "split" }, async () => Assert.Equal(HttpStatusCode.OK, (await AskAsync(old, ids[1], andLater: false)).StatusCode));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AskAsync(old, ids[0], andLater: false)).StatusCode);
        Assert.Equal(["words 1"], await WordsAsync(old));
    }

    [Fact]
    public async Task What_came_just_before_the_end_is_counted()
    {
        var old = await ConverseAsync("Broken cup", "Wrong invoice");
        Store.Meanwhile = (w => w is Write.Delete { Id: "split" }, () => ReplyAsync("Re: Broken cup", 1));
        await SplitAsync(old, 1);

        Assert.Equal(["words 1", "words 3"], await WordsAsync(old));
        Assert.Equal(2, await CountAsync(old));
    }

    [Fact]
    public async Task What_arrives_while_a_ticket_is_split_is_kept_once()
    {
        var old = await ConverseAsync("Broken cup", "Wrong invoice");
        var arriving = Enumerable.Range(0, 10).Select(n => Desk.PostAsync(Mail("Re: both", Reference(1 + (n % 2))))).ToArray();
        var split = await SplitAsync(old, 1, andLater: true);
        foreach (var arrived in arriving) await Desk.TicketOfAsync(await arrived);

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
            var first = Mails - 2;
            var request = new SplitRequest { MessageId = Text((await Desk.MessagesAsync(old))[1], "id"), AndLater = true };
            (Store.Written, Store.DiesAt) = (written, steps);
            died = await DiesAsync(() => Desk.Services.GetRequiredService<SplitTicket>().RunAsync(old, request, mia, CancellationToken.None));
            Store.DiesAt = 0;
            var id = Split.IdOf(old, request.MessageId);
            Assert.Equal(Enumerable.Range(first, 3).Select(n => $"words {n}").Order(), (await AllWordsAsync(old, id)).Distinct().Order());

            if (bySweep)
            {
                Clock.Advance(SplitTicket.Patience);
                await Desk.Services.GetRequiredService<SweepSplits>().RunAsync(CancellationToken.None);
                if ((await Desk.Admin.GetAsync($"/api/tickets/{id}")).StatusCode == HttpStatusCode.NotFound) continue; // it died before anything was settled
            }
            else Assert.Null((await Desk.Services.GetRequiredService<SplitTicket>().RunAsync(old, request, mia, CancellationToken.None)).Problem);

            Assert.Equal([$"words {first}"], await WordsAsync(old));
            Assert.Equal([$"words {first + 1}", $"words {first + 2}"], await WordsAsync(id));
            Assert.Equal((1, 2), (await CountAsync(old), await CountAsync(id)));
            Assert.Equal(id, Text(await ReplyAsync("Re: Wrong invoice", first + 2), "id"));
            Assert.Null(await Desk.Services.GetRequiredService<HelpdeskMx.Tickets.Tickets>().SplitAsync(old, CancellationToken.None));
            Assert.Single(await EventsAsync(old), e => Text(e, "kind") == "split");
            Assert.Equal(id, Text(Assert.Single((await Desk.GetAsync($"/api/tickets?q={Text(await TicketAsync(id), "number")}")).GetProperty("items").EnumerateArray()), "id"));
        }
        Assert.InRange(steps, 10, 30);
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
        await Desk.Services.GetRequiredService<MarkDelivery>().RunAsync(old, report, Clock.GetUtcNow(), CancellationToken.None);

        Assert.Equal("delivered", Text((await Desk.MessagesAsync(split))[1].GetProperty("delivery"), "state"));
    }

    [Fact]
    public async Task A_report_that_comes_half_way_through_is_told_to_the_copy()
    {
        var old = await ConverseAsync("Broken cup", "Wrong invoice");
        var answer = await AnswerAsync(old, "Here is a new one");
        var request = new SplitRequest { MessageId = Text((await Desk.MessagesAsync(old))[1], "id"), AndLater = true };
        Store.DiesAt = 6; // settled, numbered, copied, begun
        Assert.True(await DiesAsync(() => Desk.Services.GetRequiredService<SplitTicket>().RunAsync(old, request, mia, CancellationToken.None)));
        Store.DiesAt = 0;
        Clock.Advance(TimeSpan.FromSeconds(1));
        var marking = Desk.Services.GetRequiredService<MarkDelivery>();
        Assert.True(await marking.MarkAsync(old, Text(answer, "id"), DeliveryState.Delivered, Clock.GetUtcNow(), null, CancellationToken.None));

        var split = (await Desk.Services.GetRequiredService<SplitTicket>().RunAsync(old, request, mia, CancellationToken.None)).Value.Id;
        Assert.Equal("delivered", Text((await Desk.MessagesAsync(split))[1].GetProperty("delivery"), "state"));
        Assert.True(await marking.MarkAsync(old, Text(answer, "id"), DeliveryState.Bounced, Clock.GetUtcNow(), null, CancellationToken.None));
        Assert.Equal("bounced", Text((await Desk.MessagesAsync(split))[1].GetProperty("delivery"), "state"));
    }

    [Fact]
    public async Task An_answer_sent_again_half_way_through_is_waited_for()
    {
        var old = await ConverseAsync("Broken cup", "Wrong invoice");
        Mailer.Next = new SendResult.Refused("550 no such user");
        var answer = await AnswerAsync(old, "Here is a new one", "failed");
        var request = new SplitRequest { MessageId = Text((await Desk.MessagesAsync(old))[1], "id"), AndLater = true };
        Store.DiesAt = 6;
        Assert.True(await DiesAsync(() => Desk.Services.GetRequiredService<SplitTicket>().RunAsync(old, request, mia, CancellationToken.None)));
        Store.DiesAt = 0;

        Mailer.Gate = new TaskCompletionSource();
        Clock.Advance(TimeSpan.FromSeconds(1));
        (await Desk.Agent.PostAsync($"/api/tickets/{old}/messages/{Text(answer, "id")}/retry", null)).EnsureSuccessStatusCode();
        var split = (await Desk.Services.GetRequiredService<SplitTicket>().RunAsync(old, request, mia, CancellationToken.None)).Value.Id;
        Assert.Equal("words 1|Here is a new one", string.Join('|', await WordsAsync(old)));

        Mailer.Next = new SendResult.Sent();
        Mailer.Gate.SetResult();
        await RunningDesk.UntilAsync(() => Desk.MessagesAsync(old), m => Text(m[2].GetProperty("delivery"), "state") == "sent");
        Clock.Advance(SplitTicket.Patience);
        await Desk.Services.GetRequiredService<SweepSplits>().RunAsync(CancellationToken.None);
        Assert.Equal(["words 1"], await WordsAsync(old));
        Assert.Equal("sent", Text((await Desk.MessagesAsync(split))[1].GetProperty("delivery"), "state"));
    }

    /// <summary>What an agent can read in both, the second perhaps not there yet.</summary>
    private async Task<string[]> AllWordsAsync(string old, string split) =>
        (await Desk.Admin.GetAsync($"/api/tickets/{split}")).IsSuccessStatusCode ? [.. await WordsAsync(old), .. await WordsAsync(split)] : await WordsAsync(old);

    private async Task<int> CountAsync(string id) => (await TicketAsync(id)).GetProperty("counts").GetProperty("messages").GetInt32();

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
}
