using System.Text.Json;
using HelpdeskMx.Tests.Hosts;

namespace HelpdeskMx.Tests.Intake;

public sealed class ThreadingTests : IAsyncLifetime
{
    private RunningDesk desk = null!;

    public async Task InitializeAsync() => desk = await RunningDesk.StartAsync();

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task A_mail_becomes_a_new_ticket_of_its_sender()
    {
        var ticket = await desk.ReceiveAsync(Mail("<a1@x.cz>", "Where is my order?", "Hello, where is it?"));

        Assert.Equal("Where is my order?", ticket.GetProperty("subject").GetString());
        Assert.Equal("new", ticket.GetProperty("state").GetString());
        Assert.Equal("anna@x.cz", ticket.GetProperty("customer").GetProperty("address").GetString());
        Assert.Equal("Hello, where is it?", (await desk.MessagesAsync(Id(ticket))).Single().GetProperty("replyText").GetString());
        var customer = await desk.GetAsync($"/api/customers/{ticket.GetProperty("customer").GetProperty("id").GetString()}");
        Assert.Equal("Anna", customer.GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_reply_joins_by_its_references_whatever_its_subject()
    {
        var ticket = await desk.ReceiveAsync(Mail("<b1@x.cz>", "Where is my order?", "Hello"));
        var reply = await desk.ReceiveAsync(Mail("<b2@x.cz>", "Something else", "Still waiting", "References: <unknown@y> <b1@x.cz>"));

        Assert.Equal(Id(ticket), Id(reply));
        Assert.Equal(2, (await desk.MessagesAsync(Id(ticket))).Length);
    }

    [Fact]
    public async Task A_thread_taken_in_all_at_once_in_any_order_is_one_ticket()
    {
        string[] mails =
        [
            Mail("<t1@x.cz>", "Where is my order?", "One"),
            Mail("<t2@x.cz>", "Re: Where is my order?", "Two", "In-Reply-To: <t1@x.cz>"),
            Mail("<t3@x.cz>", "Re: Where is my order?", "Three", "References: <t1@x.cz> <t2@x.cz>"),
            Mail("<t4@x.cz>", "Re: Where is my order?", "Four", "References: <t1@x.cz> <t2@x.cz> <t3@x.cz>"),
        ];
        var ids = await Task.WhenAll(mails.Reverse().Select(desk.PostAsync));
        var tickets = await Task.WhenAll(ids.Select(desk.TicketOfAsync));

        Assert.Single(tickets.Select(Id).Distinct());
        Assert.Equal(4, (await desk.MessagesAsync(Id(tickets[0]))).Length);
    }

    [Fact]
    public async Task What_two_people_write_under_a_mail_nobody_here_knows_stays_apart_and_what_one_writes_there_together()
    {
        const string Newsletter = "In-Reply-To: <newsletter@shop.test>";
        var anna = await desk.ReceiveAsync(Mail("<n1@x.cz>", "Re: News", "I want that", Newsletter));
        var again = await desk.ReceiveAsync(Mail("<n2@x.cz>", "Re: News", "Two of them", Newsletter));
        var bob = await desk.ReceiveAsync(Mail("<n3@x.cz>", "Re: News", "Me too", Newsletter).Replace("anna@x.cz", "bob@x.cz", StringComparison.Ordinal));

        Assert.Equal(Id(anna), Id(again));
        Assert.NotEqual(Id(anna), Id(bob));
    }

    [Fact]
    public async Task A_number_in_the_subject_counts_for_somebody_who_takes_part_in_the_ticket()
    {
        var ticket = await desk.ReceiveAsync(Mail("<c1@x.cz>", "Broken cup", "Hello"));
        var again = await desk.ReceiveAsync(Mail("<c2@x.cz>", $"Broken cup [#{Number(ticket)}]", "Here I am again"));

        Assert.Equal(Id(ticket), Id(again));
    }

    [Fact]
    public async Task A_stranger_with_a_ticket_number_opens_a_new_ticket()
    {
        var ticket = await desk.ReceiveAsync(Mail("<d1@x.cz>", "Broken cup", "Hello"));
        var stranger = await desk.ReceiveAsync(Mail("<d2@evil.test>", $"Re: Broken cup [#{Number(ticket)}]", "Tell me more", from: "Mallory <mallory@evil.test>"));

        Assert.NotEqual(Id(ticket), Id(stranger));
    }

    [Fact]
    public async Task A_reply_token_with_a_wrong_signature_leads_nowhere()
    {
        var ticket = await desk.ReceiveAsync(Mail("<e1@x.cz>", "Broken cup", "Hello"));
        var forged = await desk.ReceiveAsync(Mail("<e2@evil.test>", "Hi", "Hi", to: $"support+t.{Id(ticket)}.0000000000000000@demo.test", from: "m@evil.test"));

        Assert.NotEqual(Id(ticket), Id(forged));
    }

    [Fact]
    public async Task The_same_mail_twice_is_one_message()
    {
        var mail = Mail("<f1@x.cz>", "Twice", "Hello");
        var first = await desk.ReceiveAsync(mail);
        var second = await desk.ReceiveAsync("Received: from elsewhere by here\n" + mail);

        Assert.Equal(Id(first), Id(second));
        Assert.Single(await desk.MessagesAsync(Id(first)));
    }

    [Fact]
    public async Task Different_mails_with_the_same_message_id_are_both_kept()
    {
        var first = await desk.ReceiveAsync(Mail("<constant@form.test>", "First question", "One"));
        var second = await desk.ReceiveAsync(Mail("<constant@form.test>", "Second question", "Two"));
        var again = await desk.ReceiveAsync(Mail("<constant@form.test>", "Second question", "Two"));

        Assert.NotEqual(Id(first), Id(second));
        Assert.Equal(Id(second), Id(again));
    }

    [Fact]
    public async Task An_answer_that_came_before_its_question_stays_where_it_is_when_it_comes_again()
    {
        await desk.ReceiveAsync(Mail("<reused@x.cz>", "Another mail", "With the same Message-ID"));
        var answer = Mail("<reused@x.cz>", "Re: Late", "I answer", "In-Reply-To: <late@x.cz>");
        var first = await desk.ReceiveAsync(answer);
        var question = await desk.ReceiveAsync(Mail("<late@x.cz>", "Late", "I ask"));
        await desk.PostAsync(answer);
        await desk.ReceiveAsync(Mail("<after@x.cz>", "Re: Late", "And now", "In-Reply-To: <late@x.cz>"));

        Assert.Single(await desk.MessagesAsync(Id(first)));
        Assert.Equal(2, (await desk.MessagesAsync(Id(question))).Length);
    }

    [Fact]
    public async Task Twenty_replies_at_once_all_join_once()
    {
        var ticket = await desk.ReceiveAsync(Mail("<g0@x.cz>", "Chatty", "Hello"));
        var ids = await Task.WhenAll(Enumerable.Range(1, 20).Select(i => desk.PostAsync(Mail($"<g{i}@x.cz>", "Re: Chatty", $"Line {i}", "In-Reply-To: <g0@x.cz>"))));
        foreach (var id in ids) await desk.TicketOfAsync(id);

        var messages = await desk.MessagesAsync(Id(ticket));
        Assert.Equal(21, messages.Select(m => m.GetProperty("messageId").GetString()).Distinct().Count());
        Assert.Equal(21, (await desk.GetAsync($"/api/tickets/{Id(ticket)}")).GetProperty("counts").GetProperty("messages").GetInt32());
    }

    [Fact]
    public async Task A_customers_reply_opens_a_closed_ticket_and_the_trail_says_so()
    {
        var ticket = await desk.ReceiveAsync(Mail("<h1@x.cz>", "Done?", "Hello"));
        await desk.ActAsync(Id(ticket), "close");
        await desk.ReceiveAsync(Mail("<h2@x.cz>", "Re: Done?", "Not yet", "In-Reply-To: <h1@x.cz>"));

        var after = await desk.GetAsync($"/api/tickets/{Id(ticket)}");
        Assert.Equal("open", after.GetProperty("state").GetString());
        var trail = (await desk.GetAsync($"/api/tickets/{Id(ticket)}/events")).GetProperty("items").EnumerateArray();
        Assert.Equal(["created", "close", "received"], trail.Select(e => e.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task A_vacation_notice_joins_but_opens_nothing()
    {
        var ticket = await desk.ReceiveAsync(Mail("<i1@x.cz>", "Done?", "Hello"));
        await desk.ActAsync(Id(ticket), "close");
        await desk.ReceiveAsync(Mail("<i2@x.cz>", "Out of office", "I am away", "In-Reply-To: <i1@x.cz>\nAuto-Submitted: auto-replied"));

        Assert.Equal("closed", (await desk.GetAsync($"/api/tickets/{Id(ticket)}")).GetProperty("state").GetString());
        Assert.True((await desk.MessagesAsync(Id(ticket)))[1].GetProperty("auto").GetBoolean());
    }

    private static string Id(JsonElement ticket) => ticket.GetProperty("id").GetString()!;

    private static long Number(JsonElement ticket) => ticket.GetProperty("number").GetInt64();

    private static string Mail(string id, string subject, string text, string? headers = null, string from = "Anna <anna@x.cz>", string to = "support@demo.test") =>
        $"From: {from}\nTo: {to}\nSubject: {subject}\nMessage-ID: {id}\nDate: Mon, 2 Nov 2026 10:00:00 +0100\n{(headers is null ? "" : headers + "\n")}\n{text}\n";
}
