using System.Net;
using HelpdeskMx.Mail;
using HelpdeskMx.Tests.Hosts;

namespace HelpdeskMx.Tests.Intake.Mailboxes;

/// <summary>Connecting a channel to a Microsoft 365 mailbox, and parting it.</summary>
public sealed class ConnectSharedMailboxTests : SharedMailboxDesk
{
    [Fact]
    public async Task Only_an_admin_connects_a_mailbox_and_no_answer_shows_the_secret()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await PutAsync(byAdmin: false)).StatusCode);
        var expires = new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(secretExpiresAt: expires)).StatusCode);
        var shown = await (await Desk.Admin.GetAsync("/api/channels")).Content.ReadAsStringAsync();
        Assert.Contains("\"hasClientSecret\":true", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(GraphStandIn.FirstSecret, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(GraphStandIn.Client, await (await Desk.Agent.GetAsync("/api/channels")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var connection = await Desk.ConnectionAsync();
        Assert.Equal(("microsoft", expires), (connection.GetProperty("way").GetString(), connection.GetProperty("expiresAt").GetDateTimeOffset()));
        await PollAsync();
        Assert.Equal(expires, (await Desk.ConnectionAsync()).GetProperty("expiresAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task A_secret_is_kept_for_the_same_application_only()
    {
        await ConnectAsync();
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(clientSecret: null)).StatusCode);
        await RefusedAsync(await PutAsync(clientSecret: null, clientId: "21111111-2222-3333-4444-555555555555"), "clientSecret", "field-invalid");
        await RefusedAsync(await PutAsync(clientSecret: null, tenant: "other.onmicrosoft.com"), "clientSecret", "field-invalid");
    }

    [Theory]
    [InlineData("$top=1", 403, "ErrorAccessDenied", "address", MailServerException.AccessDenied)]
    [InlineData("$top=1", 404, "ErrorInvalidUser", "address", MailServerException.NoSuchMailbox)]
    [InlineData("$top=1", 404, "ErrorItemNotFound", "folder", MailServerException.NoSuchFolder)]
    [InlineData("$top=1", 400, "ErrorInvalidIdMalformed", "folder", MailServerException.NoSuchFolder)]
    [InlineData("$top=1", 503, "serviceNotAvailable", "tenant", MailServerException.NotReached)]
    [InlineData("/oauth2/", 400, "invalid_request", "clientSecret", MailServerException.SignInRefused)]
    public async Task A_mailbox_that_cannot_be_read_is_not_connected_and_the_fault_stands_by_its_field(string part, int status, string code, string field, string fault)
    {
        if (part == "/oauth2/") Graph.Fail(part, status, body: $$"""{"error":"{{code}}"}""");
        else Graph.Fail(part, status, code);
        await RefusedAsync(await PutAsync(), field, fault);
        Assert.NotEqual("microsoft", (await Desk.ConnectionAsync()) is { ValueKind: System.Text.Json.JsonValueKind.Object } connection ? connection.GetProperty("way").GetString() : null);
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_as_such() => await RefusedAsync(await PutAsync(clientSecret: "wrong"), "clientSecret", MailServerException.SignInRefused);

    [Theory]
    [InlineData("tenant", "https://evil.example/")]
    [InlineData("tenant", "a/../b")]
    [InlineData("clientId", "application")]
    [InlineData("address", "support")]
    [InlineData("address", "a@b/../../me")]
    [InlineData("folder", "inbox')/x")]
    [InlineData("notifyUrl", "http://desk.example/api/ingest/email/support/microsoft")]
    [InlineData("notifyUrl", "https://desk.example/")]
    [InlineData("notifyUrl", "https://desk.example/api/ingest/email/support/microsoft?key=a")]
    public async Task What_cannot_be_right_is_refused_before_anybody_is_asked(string field, string value)
    {
        await RefusedAsync(await PutAsync(
            tenant: field == "tenant" ? value : GraphStandIn.Tenant, clientId: field == "clientId" ? value : GraphStandIn.Client, address: field == "address" ? value : GraphStandIn.Address,
            folder: field == "folder" ? value : null, notifyUrl: field == "notifyUrl" ? value : null), field, "field-invalid");
        Assert.Empty(Graph.Asked);
    }

    [Fact]
    public async Task A_mailbox_that_is_parted_is_told_of_no_more_and_begins_afresh_when_it_comes_back()
    {
        await ConnectAsync(notifyUrl: GraphStandIn.NotifyUrl);
        await PollAsync();
        var old = Graph.Subscriptions.Values.Single();
        await Desk.SignInAsync();
        Assert.Equal(HttpStatusCode.OK, (await Desk.Admin.DeleteAsync("/api/channels/support/microsoft")).StatusCode);
        Assert.Empty(Graph.Subscriptions);
        Graph.Deliver(1);
        await PollAsync();
        Clock.Advance(TimeSpan.FromMinutes(1));
        await ConnectAsync();
        Graph.Subscriptions.Add(old.Id, old);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Graph.NotifyAsync()).StatusCode);
        Graph.Deliver(2);
        await PollAsync();
        await Desk.TicketsAsync(1);
    }

    [Fact]
    public async Task Another_address_for_notifications_takes_the_place_of_the_first_and_reads_on_where_it_was()
    {
        await ConnectAsync(notifyUrl: GraphStandIn.NotifyUrl);
        Graph.Deliver(1);
        await PollAsync();
        await ConnectAsync(notifyUrl: GraphStandIn.NotifyUrl.Replace("desk.", "help.", StringComparison.Ordinal));
        Graph.Deliver(2);
        await PollAsync();
        Assert.StartsWith("https://help.", Graph.Subscriptions.Values.Single().NotifyUrl, StringComparison.Ordinal);
        await ConnectAsync();
        await PollAsync();
        Assert.Empty(Graph.Subscriptions);
        await Desk.TicketsAsync(2);
    }

    private static async Task RefusedAsync(HttpResponseMessage answer, string field, string code)
    {
        var problem = await RunningDesk.JsonAsync(answer);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (answer.StatusCode, problem.GetProperty("code").GetString()));
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), problem.ToString());
    }
}
