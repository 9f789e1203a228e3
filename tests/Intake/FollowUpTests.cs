using System.Net.Http.Json;
using System.Text.Json;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HelpdeskMx.Tests.Intake;

/// <summary>What comes late, by detours, or as a report.</summary>
public sealed class FollowUpTests
{
    private readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);

    [Theory]
    [InlineData(29, true)]
    [InlineData(31, false)]
    public async Task A_reply_to_a_ticket_that_was_closed_long_ago_begins_one_that_goes_on_with_it(int days, bool joins)
    {
        await using var desk = await RunningDesk.StartAsync(s => s.AddSingleton<TimeProvider>(clock));
        var first = await desk.ReceiveAsync(Mail("f1"));
        await desk.ActAsync(Id(first), "close");
        clock.Advance(TimeSpan.FromDays(days));
        await desk.SignInAsync();

        var second = await desk.ReceiveAsync(Mail("f2", "In-Reply-To: <f1@x.cz>\n"));

        Assert.Equal(joins, Id(first) == Id(second));
        if (joins) return;
        Assert.Equal(first.GetProperty("number").GetInt64(), second.GetProperty("followUpOf").GetProperty("number").GetInt64());
        Assert.Equal("closed", (await desk.GetAsync($"/api/tickets/{Id(first)}")).GetProperty("category").GetString());
        Assert.Equal(Id(second), Id(await desk.ReceiveAsync(Mail("f3", "In-Reply-To: <f2@x.cz>\n"))));
    }

    [Fact]
    public async Task Where_a_store_wants_it_a_closed_ticket_opens_again_however_old()
    {
        await using var desk = await RunningDesk.StartAsync(s => s.AddSingleton<TimeProvider>(clock));
        (await desk.Admin.PutAsJsonAsync("/api/stores/demo", new { followUpAfterDays = 0 })).EnsureSuccessStatusCode();
        var first = await desk.ReceiveAsync(Mail("f1"));
        await desk.ActAsync(Id(first), "close");
        clock.Advance(TimeSpan.FromDays(400));
        await desk.SignInAsync();

        Assert.Equal(Id(first), Id(await desk.ReceiveAsync(Mail("f2", "In-Reply-To: <f1@x.cz>\n"))));
    }

    [Fact]
    public async Task A_mail_an_agent_sends_on_is_from_whoever_wrote_it()
    {
        await using var desk = await RunningDesk.StartAsync();
        var ticket = await desk.ReceiveAsync(
            "From: Demo Agent <agent@demo.test>\nTo: support@demo.test\nSubject: Fwd: Broken cup\nMessage-ID: <w1@demo.test>\n\nPlease help her.\n\n" +
            "---------- Forwarded message ---------\nFrom: Anna Nováková <anna@x.cz>\nDate: Mon, 2 Mar 2026 at 10:00\nSubject: Broken cup\nTo: <agent@demo.test>\n\nThe cup came broken.\n");

        Assert.Equal("anna@x.cz", ticket.GetProperty("customer").GetProperty("address").GetString());
        Assert.Equal("Broken cup", ticket.GetProperty("subject").GetString());
        var message = Assert.Single(await desk.MessagesAsync(Id(ticket)));
        Assert.Equal("agent@demo.test", message.GetProperty("forwardedBy").GetProperty("address").GetString());
        Assert.Equal("The cup came broken.", message.GetProperty("replyText").GetString()!.Trim());
        await desk.ActAsync(Id(ticket), "reply", new { text = "A new one is on its way." });
        Assert.Equal("anna@x.cz", (await desk.MessagesAsync(Id(ticket)))[^1].GetProperty("to")[0].GetProperty("address").GetString());
    }

    [Fact]
    public async Task What_a_customer_forwards_is_from_the_customer()
    {
        await using var desk = await RunningDesk.StartAsync();
        var ticket = await desk.ReceiveAsync(
            "From: Ben <ben@x.cz>\nTo: support@demo.test\nSubject: Fwd: Broken cup\nMessage-ID: <w2@x.cz>\n\nSee below.\n\n" +
            "---------- Forwarded message ---------\nFrom: Anna <anna@x.cz>\nSubject: Broken cup\nTo: <ben@x.cz>\n\nThe cup came broken.\n");

        Assert.Equal("ben@x.cz", ticket.GetProperty("customer").GetProperty("address").GetString());
    }

    [Fact]
    public async Task The_same_mail_into_two_mailboxes_is_one_ticket()
    {
        await using var desk = await RunningDesk.StartAsync();
        var mail = Mail("t1").Replace("To: support@demo.test", "To: support@demo.test, sales@demo.test", StringComparison.Ordinal);
        var first = await desk.ReceiveAsync($"Delivered-To: support@demo.test\nReceived: from a by b; Mon, 2 Mar 2026 10:00:00 +0000\n{mail}");
        var second = await desk.ReceiveAsync($"Delivered-To: sales@demo.test\nReceived: from c by d; Mon, 2 Mar 2026 10:00:07 +0000\n{mail}");

        Assert.Equal(Id(first), Id(second));
        Assert.Single(await desk.MessagesAsync(Id(first)));
    }

    [Theory]
    [InlineData("delayed", "4.4.1", "sent")]
    [InlineData("delivered", "2.1.5", "delivered")]
    [InlineData("failed", "5.1.1", "bounced")]
    public async Task A_report_marks_the_answer_it_is_of_and_opens_the_ticket_only_when_mail_came_back(string action, string status, string marked)
    {
        await using var desk = await RunningDesk.StartAsync();
        var ticket = await desk.ReceiveAsync(Mail("r1"));
        await desk.ActAsync(Id(ticket), "reply", new { text = "Hi" });
        var answer = (await RunningDesk.UntilAsync(() => desk.MessagesAsync(Id(ticket)), m => m[^1].GetProperty("delivery").GetProperty("state").GetString() == "sent"))[^1];
        await desk.ActAsync(Id(ticket), "close");

        var joined = await desk.ReceiveAsync($"""
            From: MAILER-DAEMON@mx.x.cz
            To: support@demo.test
            Subject: Delivery Status Notification
            Message-ID: <dsn9@mx.x.cz>
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b
            Content-Type: text/plain

            About your message.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.x.cz

            Final-Recipient: rfc822; anna@x.cz
            Action: {action}
            Status: {status}
            --b
            Content-Type: message/rfc822

            From: support@demo.test
            Message-ID: <{answer.GetProperty("messageId").GetString()}>
            Subject: Re: Hello

            Hi
            --b--
            """);

        Assert.Equal(Id(ticket), Id(joined));
        Assert.Equal(marked, (await desk.MessagesAsync(Id(ticket))).Single(m => m.GetProperty("direction").GetString() == "out").GetProperty("delivery").GetProperty("state").GetString());
        Assert.Equal(marked == "bounced" ? "open" : "closed", joined.GetProperty("category").GetString());
        var customer = await desk.GetAsync($"/api/customers/{joined.GetProperty("customer").GetProperty("id").GetString()}");
        Assert.Equal(marked == "bounced", customer.GetProperty("identities")[0].GetProperty("cameBack").ValueKind == JsonValueKind.Object);
    }

    private static string Mail(string id, string headers = "") => $"From: Anna <anna@x.cz>\nTo: support@demo.test\nSubject: Hello\nMessage-ID: <{id}@x.cz>\n{headers}\nHello {id}\n";

    private static string Id(JsonElement ticket) => ticket.GetProperty("id").GetString()!;
}
