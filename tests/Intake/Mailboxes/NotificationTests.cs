using System.Net;
using System.Net.Http.Json;
using HelpdeskMx.Mail;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;

namespace HelpdeskMx.Tests.Intake.Mailboxes;

/// <summary>A desk that Microsoft Graph tells of new mail.</summary>
public sealed class NotificationTests : SharedMailboxDesk
{
    private const string Door = "/api/ingest/email/support/microsoft";

    [Fact]
    public async Task New_mail_is_taken_at_once_when_Graph_tells_of_it_and_once_however_often_it_tells()
    {
        await ConnectAsync(notifyUrl: GraphStandIn.NotifyUrl);
        await PollAsync();
        Graph.Deliver(1);
        for (var times = 0; times < 3; times++) Assert.Equal(HttpStatusCode.Accepted, (await Graph.NotifyAsync()).StatusCode);
        await Desk.TicketsAsync(1);
        await QuietAsync();
        await Desk.TicketsAsync(1);
    }

    [Fact]
    public async Task What_Graph_does_not_tell_of_is_found_within_a_quarter_of_an_hour_and_not_looked_for_before()
    {
        await ConnectAsync(notifyUrl: GraphStandIn.NotifyUrl);
        await PollAsync();
        Graph.Deliver(1);
        var asked = Graph.Asked.Count;
        await PollAsync(minutes: 10);
        Assert.Equal(asked, Graph.Asked.Count);
        await PollAsync(minutes: 6);
        await Desk.TicketsAsync(1);
    }

    [Fact]
    public async Task A_forged_notification_is_refused_and_asks_Graph_nothing()
    {
        await ConnectAsync(notifyUrl: GraphStandIn.NotifyUrl);
        await PollAsync();
        Graph.Deliver(1);
        var (asked, state) = (Graph.Asked.Count, Graph.Subscriptions.Values.Single().ClientState);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Graph.NotifyAsync(clientState: "guessed")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Graph.NotifyAsync(clientState: state[..^1])).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Graph.NotifyAsync(id: "another")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync("""{"value":[]}""")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync("""{"value":[null,{"subscriptionId":null}]}""")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("no json")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("{}")).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PostAsync(new string(' ', 3 * 1024 * 1024 + 1))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Desk.Anybody.PostAsJsonAsync("/api/ingest/email/nobody/microsoft", new { value = Array.Empty<object>() })).StatusCode);
        await QuietAsync();
        Assert.Equal(asked, Graph.Asked.Count);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("%3Cscript%3Ealert(1)%3C%2Fscript%3E+%26amp%3B", "<script>alert(1)</script> &amp;")]
    public async Task The_door_echoes_what_proves_it_ours_as_text_and_nothing_else(string sent, string heard)
    {
        var answer = await Desk.Anybody.PostAsync($"{Door}?validationToken={sent}", null);
        Assert.Equal((HttpStatusCode.OK, "text/plain", heard), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsStringAsync()));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1025)]
    public async Task A_token_to_echo_has_a_length(int length) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await Desk.Anybody.PostAsync($"{Door}?validationToken={new string('a', length)}", null)).StatusCode);

    [Fact]
    public async Task A_subscription_is_renewed_before_it_lapses_and_made_anew_where_Graph_forgot_it()
    {
        await ConnectAsync(notifyUrl: GraphStandIn.NotifyUrl);
        await PollAsync();
        var first = Graph.Subscriptions.Values.Single();
        var until = first.ExpiresAt;
        await PollAsync(minutes: 40 * 60);
        Assert.Equal(until, first.ExpiresAt);
        await PollAsync(minutes: 10 * 60);
        Assert.True(first.ExpiresAt > until, $"It still ends at {until}.");

        Graph.Subscriptions.Clear();
        Graph.Deliver(1);
        await PollAsync(minutes: 50 * 60);
        Assert.NotEqual(first.Id, Graph.Subscriptions.Values.Single().Id);
        await Desk.TicketsAsync(1);
        Assert.Null(await Desk.FaultAsync());
    }

    [Fact]
    public async Task A_desk_that_was_away_for_a_week_finds_its_mail_and_its_subscription_again()
    {
        await ConnectAsync(notifyUrl: GraphStandIn.NotifyUrl);
        await PollAsync();
        for (var n = 0; n < 5; n++) Graph.Deliver(n);
        await PollAsync(minutes: 7 * 24 * 60);
        await Desk.TicketsAsync(5);
        Assert.Equal(2, Graph.Subscriptions.Count);
        Graph.Deliver(5);
        await Graph.NotifyAsync();
        await Desk.TicketsAsync(6);
    }

    [Theory]
    [InlineData("reauthorizationRequired", true)]
    [InlineData("subscriptionRemoved", false)]
    [InlineData("missed", true)]
    public async Task What_Graph_says_of_its_subscription_is_heeded_at_once(string lifecycle, bool isKept)
    {
        await ConnectAsync(notifyUrl: GraphStandIn.NotifyUrl);
        await PollAsync();
        var first = Graph.Subscriptions.Values.Single();
        var until = first.ExpiresAt;
        Clock.Advance(TimeSpan.FromMinutes(5));
        Graph.Deliver(1);
        if (!isKept) Graph.Fail("subscriptions/", 404, "ResourceNotFound");
        Assert.Equal(HttpStatusCode.Accepted, (await Graph.NotifyAsync(lifecycle)).StatusCode);
        await Desk.TicketsAsync(1);
        Assert.Equal(isKept ? 1 : 2, Graph.Subscriptions.Count);
        Assert.Equal(lifecycle == "reauthorizationRequired", first.ExpiresAt > until);
    }

    [Fact]
    public async Task Where_Graph_cannot_reach_the_desk_that_shows_and_mail_is_found_every_minute()
    {
        await ConnectAsync(notifyUrl: GraphStandIn.NotifyUrl);
        Graph.Fail("/subscriptions", 400, "ValidationError");
        for (var n = 1; n <= 3; n++)
        {
            Graph.Deliver(n);
            await PollAsync(minutes: 1);
            await Desk.TicketsAsync(n);
            Assert.Equal(MailServerException.NotNotified, await Desk.FaultAsync());
        }
        Graph.Mend();
        await PollAsync(minutes: 1);
        Assert.Null(await Desk.FaultAsync());
        Assert.Single(Graph.Subscriptions);
    }

    [Fact]
    public async Task A_notification_that_comes_while_the_mailbox_rests_is_heeded_after()
    {
        await ConnectAsync(notifyUrl: GraphStandIn.NotifyUrl);
        await PollAsync();
        Graph.Deliver(1);
        Graph.Fail("/delta", 429, "TooManyRequests", times: 1, retryAfter: 60);
        await Graph.NotifyAsync();
        await RunningDesk.UntilAsync(Desk.FaultAsync, fault => fault == MailServerException.Throttled);
        Clock.Advance(TimeSpan.FromSeconds(5));
        await Graph.NotifyAsync();
        await QuietAsync();
        await Desk.TicketsAsync(1);
    }

    private Task<HttpResponseMessage> PostAsync(string body) => Desk.Anybody.PostAsync(Door, new StringContent(body));

    /// <summary>Lets time pass until every call has been heeded, those put off included.</summary>
    private async Task QuietAsync() => await RunningDesk.UntilAsync(() =>
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        return Desk.Services.GetRequiredService<IQueue>().CountAsync(Queues.Mailboxes, CancellationToken.None);
    }, waiting => waiting == 0);
}
