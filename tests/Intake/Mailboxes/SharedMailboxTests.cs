using System.Net;
using System.Text;
using HelpdeskMx.Intake.Mailboxes;
using HelpdeskMx.Mail;
using HelpdeskMx.Tests.Hosts;

namespace HelpdeskMx.Tests.Intake.Mailboxes;

/// <summary>A desk that reads a Microsoft 365 mailbox by the clock: whatever Graph answers, every mail becomes a ticket, once.</summary>
public sealed class SharedMailboxTests : SharedMailboxDesk
{
    [Fact]
    public async Task What_was_there_before_stays_out_and_what_comes_after_comes_in_page_by_page()
    {
        for (var n = 0; n < 5; n++) Graph.Deliver(n, hoursAgo: 5);
        await ConnectAsync();
        for (var n = 5; n < 12; n++) Graph.Deliver(n);
        await PollAsync();
        await Desk.TicketsAsync(7);
        Graph.Deliver(12, hoursAgo: 100); // moved into the folder
        await PollAsync();
        await Desk.TicketsAsync(8);
        Assert.Null(await Desk.FaultAsync());
    }

    [Fact]
    public async Task Mail_of_the_days_asked_for_is_taken_as_well_by_two_instances_at_once()
    {
        Graph.Deliver(0, hoursAgo: 49);
        for (var n = 1; n <= 50; n++) Graph.Deliver(n, hoursAgo: 40);
        await ConnectAsync(importDays: 2);
        await Task.WhenAll(PollAsync(), PollAsync());
        await Desk.TicketsAsync(50);
        Assert.Equal(50, Graph.Asked.Count(a => a.EndsWith("/$value", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(HttpStatusCode.Gone, "resyncRequired")]
    [InlineData(HttpStatusCode.Gone, "")]
    [InlineData(HttpStatusCode.NotFound, "SyncStateNotFound")]
    [InlineData(HttpStatusCode.BadRequest, "InvalidDeltaToken")]
    public async Task Where_Graph_loses_the_place_nothing_is_lost_doubled_or_dug_up(HttpStatusCode status, string code)
    {
        Graph.Deliver(0, hoursAgo: 5);
        await ConnectAsync();
        for (var n = 1; n < 5; n++) Graph.Deliver(n);
        await PollAsync();
        await Desk.TicketsAsync(4);
        Graph.Forget(status, code);
        Graph.Deliver(5);
        await PollAsync();
        await Desk.TicketsAsync(5);
        Assert.Null(await Desk.FaultAsync());
    }

    [Fact]
    public async Task A_mail_moved_or_deleted_meanwhile_is_left_out()
    {
        await ConnectAsync();
        Graph.Remove(Graph.Deliver(1), isListed: true);
        Graph.Remove(Graph.Deliver(2), isListed: false);
        Graph.Deliver(3);
        await PollAsync();
        await Desk.TicketsAsync(1);
        Assert.Null(await Desk.FaultAsync());
    }

    [Fact]
    public async Task When_Graph_asks_to_be_left_alone_it_is_for_as_long_and_then_goes_on_where_it_was()
    {
        await ConnectAsync();
        for (var n = 0; n < 7; n++) Graph.Deliver(n);
        Graph.Fail("AAMk003", 429, "TooManyRequests", times: 1, retryAfter: 600);
        await PollAsync();
        Assert.Equal(MailServerException.Throttled, await Desk.FaultAsync());
        var asked = Graph.Asked.Count;
        await PollAsync(minutes: 9);
        Assert.Equal(asked, Graph.Asked.Count);
        await PollAsync(minutes: 2);
        await Desk.TicketsAsync(7);
        Assert.Null(await Desk.FaultAsync());
        Assert.Equal(8, Graph.Asked.Count(a => a.EndsWith("/$value", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/delta", 401, "InvalidAuthenticationToken", MailServerException.SignInRefused)]
    [InlineData("/delta", 403, "ErrorAccessDenied", MailServerException.AccessDenied)]
    [InlineData("/delta", 404, "MailboxNotEnabledForRESTAPI", MailServerException.NoSuchMailbox)]
    [InlineData("/delta", 404, "ErrorItemNotFound", MailServerException.NoSuchFolder)]
    [InlineData("/delta", 503, "serviceNotAvailable", MailServerException.NotReached)]
    [InlineData("/delta", 200, "none", MailServerException.Nonsense)]
    [InlineData("/messages", 404, "ResourceNotFound", MailServerException.NoSuchMailbox)]
    [InlineData("/oauth2/", 503, "none", MailServerException.NotReached)]
    public async Task A_fault_shows_by_its_code_the_mailbox_rests_and_nothing_is_lost_once_it_is_mended(string part, int status, string code, string fault)
    {
        await ConnectAsync();
        Graph.Deliver(1);
        Graph.Fail(part, status, code);
        await PollAsync(minutes: 90);
        Assert.Equal(fault, await Desk.FaultAsync());
        var asked = Graph.Asked.Count;
        await PollAsync(minutes: 0.5);
        Assert.Equal(asked, Graph.Asked.Count);
        Graph.Mend();
        await PollAsync(minutes: 31);
        await Desk.TicketsAsync(1);
        Assert.Null(await Desk.FaultAsync());
    }

    [Fact]
    public async Task A_token_is_kept_while_it_is_good_and_another_fetched_when_it_ran_out_or_was_revoked()
    {
        await ConnectAsync();
        await PollAsync();
        Assert.Equal(1, Graph.Tokens);
        Graph.Deliver(1);
        await PollAsync(minutes: 59);
        Assert.Equal(2, Graph.Tokens);
        Graph.RevokeTokens();
        Graph.Deliver(2);
        await PollAsync();
        await Desk.TicketsAsync(2);
        Assert.Null(await Desk.FaultAsync());
    }

    [Theory]
    [InlineData(500)]
    [InlineData(403)]
    [InlineData(503)]
    public async Task A_mail_Graph_cannot_hand_out_stops_no_other_and_becomes_a_ticket_that_says_so(int status)
    {
        await ConnectAsync();
        for (var n = 0; n < 3; n++) Graph.Deliver(n);
        Graph.Fail("AAMk001", status, "ErrorMimeContentConversionFailed");
        await PollAsync();
        await Desk.TicketsAsync(2);
        Assert.Null(await Desk.FaultAsync());

        for (var tries = 1; tries < ReadSharedMailbox.MostTries; tries++) await PollAsync();
        await Desk.TicketsAsync(3);
        Assert.Contains("Mail 1", await Desk.SubjectsAsync());
        Graph.Deliver(4);
        await PollAsync();
        await Desk.TicketsAsync(4);
        Assert.Equal(ReadSharedMailbox.MostTries, Graph.Asked.Count(a => a.Contains("AAMk001", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_mail_that_is_empty_at_first_is_asked_for_again()
    {
        await ConnectAsync();
        Graph.Deliver(1);
        Graph.Fail("$value", 200, times: 1, body: "");
        await PollAsync();
        await PollAsync();
        await Desk.TicketsAsync(1);
        Assert.Equal(["Mail 1"], await Desk.SubjectsAsync());
    }

    [Fact]
    public async Task When_nothing_of_Graph_works_no_mail_is_blamed_for_it()
    {
        await ConnectAsync();
        Graph.Deliver(1);
        Graph.Fail("AAMk001", 503);
        Graph.Fail("$top=1", 503);
        for (var poll = 0; poll < 3 * ReadSharedMailbox.MostTries; poll++) await PollAsync(minutes: 31);
        await Desk.TicketsAsync(0);
        Assert.Equal(MailServerException.NotReached, await Desk.FaultAsync());
        Graph.Mend();
        await PollAsync(minutes: 31);
        await Desk.TicketsAsync(1);
    }

    [Fact]
    public async Task A_mail_over_the_limit_becomes_a_ticket_that_names_its_sender_and_subject()
    {
        await ConnectAsync();
        Graph.Deliver(1, mime: [.. Encoding.ASCII.GetBytes("From: Big <big@x.cz>\r\nSubject: Mail 1\r\n\r\n"), .. Enumerable.Repeat((byte)'a', 41 * 1024 * 1024)]);
        await PollAsync();
        await Desk.TicketsAsync(1);
        var ticket = (await Desk.GetAsync("/api/tickets")).GetProperty("items")[0];
        var message = (await Desk.MessagesAsync(ticket.GetProperty("id").GetString()!)).Single();
        Assert.Equal(("Mail 1", "customer@x.cz"), (message.GetProperty("subject").GetString(), message.GetProperty("from").GetProperty("address").GetString()));
        Assert.Contains("41.0 MB", message.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://graph.microsoft.com.evil.example/v1.0/")]
    [InlineData("http://graph.microsoft.com/v1.0/")]
    [InlineData("https://graph.microsoft.com:8443/v1.0/")]
    [InlineData("https://graph.microsoft.com@evil.example/")]
    public async Task A_link_that_leads_away_from_Graph_is_not_followed(string links)
    {
        await ConnectAsync();
        Graph.Links = links;
        for (var n = 0; n < 7; n++) Graph.Deliver(n);
        await PollAsync();
        Assert.Equal(MailServerException.Nonsense, await Desk.FaultAsync());
        Assert.DoesNotContain(Graph.Asked, a => a.Contains(links, StringComparison.Ordinal));
        Graph.Links = GraphClient.Root.OriginalString;
        await PollAsync();
        await Desk.TicketsAsync(7);
    }
}
