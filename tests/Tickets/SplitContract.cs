using HelpdeskMx.Tests.Sending;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Tests.Tickets;

/// <summary>What splitting a ticket promises.</summary>
public abstract class SplitContract : SplitDesk
{
    [Fact]
    public async Task A_message_with_everything_after_it_becomes_a_ticket_of_its_own()
    {
        var old = await ConverseAsync("Broken cup", "Re: Broken cup", "Re: Wrong invoice [#1001]");
        await AnswerAsync(old, "About the invoice");
        await Desk.ActAsync(old, "note", new { text = "Asked accounting" });

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
        Clock.Advance(TimeSpan.FromMinutes(1));
        await ReplyAsync("Wrong invoice", 2, from: "Bob <bob@x.cz>");
        var number = Text(await SplitAsync(old, 2), "number");

        var after = await TicketAsync(old);
        foreach (var same in new[] { "subject", "preview", "lastMessageAt", "lastDirection", "counts", "participants", "recipients" })
            Assert.Equal(before.GetProperty(same).ToString(), after.GetProperty(same).ToString());
        Assert.True(after.GetProperty("version").GetInt64() > before.GetProperty("version").GetInt64());
        var mark = (await Desk.MessagesAsync(old))[2];
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
        Assert.Equal(split, Text(await Desk.ReceiveAsync(Mail("Thanks", (await Desk.MessagesAsync(split))[1].GetProperty("messageId").GetString()!)), "id"));
    }

    [Fact]
    public async Task A_moved_mail_that_comes_again_stays_where_it_went()
    {
        var old = await ConverseAsync("Broken cup");
        var mail = Mail("Wrong invoice", Reference(1));
        await Desk.ReceiveAsync(mail);
        var split = Text(await SplitAsync(old, 1), "id");

        Assert.Equal(split, Text(await Desk.ReceiveAsync("Received: from elsewhere by here\n" + mail), "id"));
        Assert.Single(await WordsAsync(split));
        Assert.Single(await WordsAsync(old));
    }

    [Fact]
    public async Task A_message_id_that_others_use_too_leads_where_it_led()
    {
        var old = await ConverseAsync("Broken cup");
        var answer = Reference(1);
        var same = Mail("Re: Broken cup", answer).Replace(Reference(2), "constant@form.test", StringComparison.Ordinal);
        await Desk.ReceiveAsync(same);
        await Desk.ReceiveAsync(Mail("Wrong invoice", answer).Replace(Reference(3), "constant@form.test", StringComparison.Ordinal));
        var split = Text(await SplitAsync(old, 2), "id");

        Assert.Equal(old, Text(await Desk.ReceiveAsync(Mail("Re: Broken cup", "constant@form.test")), "id"));
        Assert.Equal(["words 3"], await WordsAsync(split));
    }

    [Fact]
    public async Task A_report_of_a_moved_answer_marks_it_where_it_is()
    {
        var old = await ConverseAsync("Broken cup", "Wrong invoice");
        var answer = await AnswerAsync(old, "Here is a new one");
        var split = Text(await SplitAsync(old, 1, andLater: true), "id");

        Assert.Equal(split, Text(await Desk.ReceiveAsync(SendAnswerTests.Returned(answer)), "id"));
        Assert.Equal("bounced", Text((await Desk.MessagesAsync(split))[1].GetProperty("delivery"), "state"));
    }

    [Fact]
    public async Task Search_finds_moved_words_once_and_where_they_are()
    {
        var old = await ConverseAsync("Broken cup", "Zebra invoice");
        var split = Text(await SplitAsync(old, 1), "id");

        Assert.Equal([split], (await Desk.GetAsync("/api/tickets?q=zebra")).GetProperty("items").EnumerateArray().Select(t => Text(t, "id")));
        Assert.Equal([old], (await Desk.GetAsync("/api/tickets?q=cup")).GetProperty("items").EnumerateArray().Select(t => Text(t, "id")));
    }

    [Fact]
    public async Task What_was_split_off_can_be_split_again()
    {
        var old = await ConverseAsync("Broken cup", "Wrong invoice", "New address");
        var split = Text(await SplitAsync(old, 1, andLater: true), "id");
        var again = Text(await SplitAsync(split, 1), "id");

        Assert.Equal(["words 3"], await WordsAsync(again));
        Assert.Equal(again, Text(await ReplyAsync("Re: New address", 3), "id"));
        Assert.Equal("moved-already", await CodeAsync(await AskAsync(old, Text((await Desk.MessagesAsync(old))[2], "id"), andLater: false)));
    }

    [Fact]
    public async Task A_customer_who_writes_of_something_new_is_noticed_until_it_has_its_own_ticket()
    {
        var old = await ConverseAsync("Broken cup", "Re: Broken cup", "Wrong invoice", "Re: Wrong invoice");
        Assert.Equal([false, false, true, false], (await Desk.MessagesAsync(old)).Select(m => m.GetProperty("newSubject").GetBoolean()));

        var split = Text(await SplitAsync(old, 2, andLater: true), "id");
        Assert.DoesNotContain((await Desk.MessagesAsync(old)).Concat(await Desk.MessagesAsync(split)), m => m.GetProperty("newSubject").GetBoolean());
    }
}
