using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using HelpdeskMx.Channels.Connections;
using HelpdeskMx.Intake.Mailboxes;
using HelpdeskMx.Mail;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HelpdeskMx.Tests.Intake.Mailboxes;

/// <summary>A desk that reads a mailbox in Microsoft 365: whatever Graph answers, every mail becomes a ticket, once.</summary>
public sealed class SharedMailboxTests : IAsyncLifetime
{
    private const string Notify = "https://desk.test/api/ingest/email/support/microsoft";
    private readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);
    private readonly GraphStandIn graph;
    private RunningDesk desk = null!;
    private int mails;

    public SharedMailboxTests() => graph = new(clock);

    public async Task InitializeAsync() => desk = await RunningDesk.StartAsync(services => services
        .AddSingleton<TimeProvider>(clock)
        .AddSingleton(provider => new AccessTokens(new HttpClient(graph), provider.GetRequiredService<IDocumentStore>(), clock))
        .AddSingleton(provider => new Graph(new HttpClient(graph), provider.GetRequiredService<AccessTokens>(), new Uri(GraphStandIn.Root))));

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task Mail_from_the_connection_on_comes_in_once_page_by_page()
    {
        Receive();
        clock.Advance(TimeSpan.FromMinutes(1));
        await ConnectAsync();
        for (var n = 0; n < 5; n++) Receive();
        await Task.WhenAll(PollAsync(), PollAsync()); // two instances at once
        await TicketsAsync(5);
        Receive();
        await PollAsync();
        await TicketsAsync(6);
    }

    [Fact]
    public async Task A_notification_brings_mail_at_once_and_one_that_is_forged_brings_nothing()
    {
        await ConnectAsync(Notify);
        await PollAsync();
        var subscription = Assert.Single(graph.Subscriptions);
        Assert.Equal((Notify, "created"), ((string)subscription["notificationUrl"]!, (string)subscription["changeType"]!));
        Receive();
        var asked = graph.Asked.Count;
        Assert.Equal(HttpStatusCode.Unauthorized, await NotifyAsync((string)subscription["id"]!, "guessed"));
        Assert.Equal(HttpStatusCode.Unauthorized, await NotifyAsync("another", (string)subscription["clientState"]!));
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.Anybody.PostAsync("/api/ingest/email/support/microsoft", new StringContent("[]"))).StatusCode);
        Assert.Equal(asked, graph.Asked.Count);

        Assert.Equal(HttpStatusCode.Accepted, await NotifyAsync((string)subscription["id"]!, (string)subscription["clientState"]!));
        await TicketsAsync(1);
        Assert.Equal(HttpStatusCode.Accepted, await NotifyAsync((string)subscription["id"]!, (string)subscription["clientState"]!));
        await PollAsync(SyncSharedMailbox.CatchUp);
        await TicketsAsync(1);
    }

    [Fact]
    public async Task Graphs_question_is_answered_in_plain_text()
    {
        var answer = await desk.Anybody.PostAsync("/api/ingest/email/support/microsoft?validationToken=Validation%3A%20%3Cscript%3E", null);
        Assert.Equal(("Validation: <script>", "text/plain"), (await answer.Content.ReadAsStringAsync(), answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.Anybody.PostAsync($"/api/ingest/email/support/microsoft?validationToken={new string('x', 1100)}", null)).StatusCode);
    }

    [Fact]
    public async Task A_lost_notification_is_caught_up_with_within_a_quarter_of_an_hour_and_not_before_anybody_need_look()
    {
        await ConnectAsync(Notify);
        await PollAsync();
        Receive();
        var asked = graph.Asked.Count;
        await PollAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(asked, graph.Asked.Count);
        await PollAsync(SyncSharedMailbox.CatchUp);
        await TicketsAsync(1);
    }

    [Fact]
    public async Task A_subscription_is_renewed_before_it_lapses_and_made_anew_when_it_is_gone()
    {
        await ConnectAsync(Notify);
        await PollAsync();
        await PollAsync(Graph.Lifetime - SyncSharedMailbox.Renewal + TimeSpan.FromMinutes(1));
        Assert.Equal(clock.GetUtcNow() + Graph.Lifetime, DateTimeOffset.Parse((string)Assert.Single(graph.Subscriptions)["expirationDateTime"]!), TimeSpan.FromSeconds(1));

        var old = graph.Subscriptions[0];
        graph.ForgetSubscriptions();
        await NotifyAsync((string)old["id"]!, (string)old["clientState"]!, "subscriptionRemoved");
        await RunningDesk.UntilAsync(() => Task.FromResult(graph.Subscriptions), all => all.Count == 1);
        Assert.NotEqual((string)old["clientState"]!, (string)graph.Subscriptions[0]["clientState"]!);
    }

    [Fact]
    public async Task Where_graph_will_not_notify_the_mailbox_is_looked_into_every_minute()
    {
        await ConnectAsync(Notify);
        graph.Instead = (method, address) => method == HttpMethod.Post && address.EndsWith("/subscriptions", StringComparison.Ordinal) ? GraphStandIn.Error(400, "ValidationError") : null;
        await PollAsync();
        Receive();
        await PollAsync();
        await TicketsAsync(1);
        Assert.Null(await FaultAsync());
    }

    [Fact]
    public async Task When_graph_forgets_where_the_reader_was_nothing_is_lost_or_doubled()
    {
        await ConnectAsync();
        for (var n = 0; n < 3; n++) Receive();
        await PollAsync();
        graph.ForgetReaders();
        Receive();
        await PollAsync();
        await TicketsAsync(4);
    }

    [Theory]
    [InlineData(401, "InvalidAuthenticationToken", MailServerException.SignInRefused)]
    [InlineData(403, "ErrorAccessDenied", MailServerException.AccessDenied)]
    [InlineData(404, "ErrorInvalidUser", MailServerException.NoSuchMailbox)]
    [InlineData(503, "serviceNotAvailable", MailServerException.NotReached)]
    public async Task A_refusal_is_a_fault_by_its_code_and_goes_by_itself(int status, string said, string code)
    {
        await ConnectAsync();
        Receive();
        graph.Instead = (_, address) => address.Contains("/delta", StringComparison.Ordinal) ? GraphStandIn.Error(status, said) : null;
        await PollAsync();
        Assert.Equal(code, await FaultAsync());

        graph.Instead = (_, _) => null;
        await PollAsync(TimeSpan.FromMinutes(31));
        await TicketsAsync(1);
        Assert.Null(await FaultAsync());
    }

    [Fact]
    public async Task A_pause_that_graph_asks_for_is_kept()
    {
        await ConnectAsync();
        Receive();
        graph.Instead = (_, address) =>
        {
            if (!address.Contains("/delta", StringComparison.Ordinal)) return null;
            var answer = GraphStandIn.Error(429, "TooManyRequests");
            answer.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromMinutes(9));
            return answer;
        };
        await PollAsync();
        Assert.Equal(MailServerException.Throttled, await FaultAsync());
        graph.Instead = (_, _) => null;
        var asked = graph.Asked.Count;
        await PollAsync(TimeSpan.FromMinutes(8));
        Assert.Equal(asked, graph.Asked.Count);
        await PollAsync();
        await TicketsAsync(1);
    }

    [Fact]
    public async Task A_mail_graph_will_not_hand_out_stops_no_other_and_becomes_a_ticket_that_says_so()
    {
        await ConnectAsync();
        Receive();
        var bad = Receive();
        Receive();
        graph.Instead = (_, address) => address.Contains(bad, StringComparison.Ordinal) ? GraphStandIn.Error(500, "ErrorInternalServerError") : null;
        await PollAsync();
        await TicketsAsync(2);
        await PollUntilAsync(3);
        await TicketsAsync(3);
        await PollAsync();
        await TicketsAsync(3);
    }

    [Fact]
    public async Task A_link_that_leads_away_from_graph_is_not_followed_with_the_token()
    {
        await ConnectAsync();
        graph.Instead = (_, address) => address.Contains("/delta", StringComparison.Ordinal)
            ? new HttpResponseMessage { Content = JsonContent.Create(new Dictionary<string, object> { ["value"] = Array.Empty<object>(), ["@odata.nextLink"] = "https://evil.test/x" }) }
            : null;
        await PollAsync();
        Assert.Equal(MailServerException.Nonsense, await FaultAsync());
        Assert.DoesNotContain(graph.Asked, a => a.Contains("evil.test", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_tried_when_it_is_saved_kept_for_admins_and_never_shown()
    {
        Assert.Equal(403, (int)(await PutAsync(by: desk.Agent)).StatusCode);
        graph.Instead = (_, address) => address.Contains("login.microsoftonline.com", StringComparison.Ordinal) ? new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = JsonContent.Create(new { error = "invalid_client" }) } : null;
        var refused = await RunningDesk.JsonAsync(await PutAsync());
        Assert.Equal(MailServerException.SignInRefused, refused.GetProperty("code").GetString());
        Assert.True(refused.GetProperty("errors").TryGetProperty("clientSecret", out _));
        graph.Instead = (_, _) => null;
        await ConnectAsync();
        Assert.Equal(200, (int)(await PutAsync(secret: null)).StatusCode);
        Assert.Equal(422, (int)(await PutAsync(secret: null, tenant: "another")).StatusCode);
        Assert.DoesNotContain("the-client-secret", await (await desk.Admin.GetAsync("/api/channels")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(200, (int)(await desk.Admin.DeleteAsync("/api/channels/support/microsoft")).StatusCode);
    }

    private string Receive() => graph.Receive($"Message-ID: <shared{++mails}@x.cz>\nFrom: c{mails}@x.cz\nTo: shared@shop.test\nSubject: Mail {mails}\n\nNumber {mails}\n");

    private async Task ConnectAsync(string? notify = null)
    {
        var answer = await PutAsync(notify: notify);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private Task<HttpResponseMessage> PutAsync(string? notify = null, string? secret = "the-client-secret", string tenant = "shop.test", HttpClient? by = null) =>
        (by ?? desk.Admin).PutAsJsonAsync("/api/channels/support/microsoft", new { tenant, clientId = "app", clientSecret = secret, address = "shared@shop.test", notifyUrl = notify, secretExpiresAt = "2030-01-01T00:00:00Z" });

    private async Task<HttpStatusCode> NotifyAsync(string id, string state, string? lifecycle = null)
    {
        var body = JsonSerializer.Serialize(new { value = new[] { new { subscriptionId = id, clientState = state, lifecycleEvent = lifecycle, changeType = "created", tenantId = "shop.test", resource = "users/x/messages/AAMk" } } });
        return (await desk.Anybody.PostAsync("/api/ingest/email/support/microsoft", new StringContent(body, Encoding.UTF8, "application/json"))).StatusCode;
    }

    private async Task PollAsync(TimeSpan? later = null)
    {
        clock.Advance(later ?? TimeSpan.FromMinutes(2));
        await desk.Services.GetRequiredService<PollMailboxes>().RunAsync(CancellationToken.None);
    }

    /// <summary>Reads again and again: the desk's own timer may be reading when we want to.</summary>
    private async Task PollUntilAsync(int tickets)
    {
        await desk.SignInAsync();
        await RunningDesk.UntilAsync(async () => { await PollAsync(); await desk.SignInAsync(); return (await desk.SubjectsAsync()).Count; }, found => found >= tickets);
    }

    private async Task<string?> FaultAsync()
    {
        await desk.SignInAsync();
        return await desk.FaultAsync();
    }

    private async Task TicketsAsync(int count)
    {
        await desk.SignInAsync();
        await desk.HasTicketsAsync(count);
    }
}
