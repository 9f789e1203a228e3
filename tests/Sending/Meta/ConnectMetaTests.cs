using System.Net;
using System.Text.Json;
using HelpdeskMx.Channels.Connections;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Tickets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HelpdeskMx.Tests.Sending.Meta;

/// <summary>Connecting channels to Meta, trying their tokens every day, and parting them.</summary>
public sealed class ConnectMetaTests : MetaDesk
{
    private readonly Heard log = new();

    protected override void Replace(IServiceCollection services) => services.AddLogging(l => l.AddProvider(log));

    [Theory]
    [InlineData(ChannelKind.Messenger, GraphStandIn.Page, "Demo Page", "me/subscribed_apps")]
    [InlineData(ChannelKind.Instagram, GraphStandIn.Page, "demo.shop", "me/subscribed_apps")]
    [InlineData(ChannelKind.Whatsapp, GraphStandIn.Number, "+420 777 000 111", "4004/subscribed_apps")]
    public async Task Meta_is_asked_first_then_the_app_hears_of_messages_and_the_channel_has_a_name(ChannelKind kind, string account, string name, string subscribed)
    {
        Graph.Debug = """{"data":{"is_valid":true,"expires_at":1924905600,"scopes":["pages_messaging","instagram_manage_messages","whatsapp_business_messaging"]}}""";
        var connected = await ConnectAsync(kind, account);
        Assert.Equal(HttpStatusCode.OK, connected.StatusCode);
        var view = await RunningDesk.JsonAsync(connected);
        Assert.Equal((account, name, $"/api/ingest/meta/{IdOf(kind)}"), (view.GetProperty("meta").GetProperty("accountId").GetString(), view.GetProperty("meta").GetProperty("name").GetString(), view.GetProperty("url").GetString()));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1924905600), (await ConnectionAsync(kind)).GetProperty("expiresAt").GetDateTimeOffset());
        Assert.EndsWith(subscribed, Graph.Asked.Single(a => a.Method == "POST").Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_an_admin_connects_and_no_answer_error_or_log_shows_a_secret()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await ConnectAsync(ChannelKind.Messenger, byAdmin: false)).StatusCode);
        var said = await (await ConnectAsync(ChannelKind.Messenger)).Content.ReadAsStringAsync();
        said += await (await ConnectAsync(ChannelKind.Messenger, accessToken: GraphStandIn.Expired)).Content.ReadAsStringAsync();
        said += await (await Desk.Admin.GetAsync("/api/channels")).Content.ReadAsStringAsync();
        Assert.DoesNotContain("1001", await (await Desk.Agent.GetAsync("/api/channels")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Graph.Refuse(400, 190, 463);
        said += Error(await AnswerAsync(await HearAsync(ChannelKind.Messenger), new { text = "Hello" }, "queued"));
        said += string.Join('\n', log.Lines);
        Assert.NotEmpty(log.Lines);
        foreach (var secret in new[] { GraphStandIn.Token, GraphStandIn.Secret, GraphStandIn.Expired }) Assert.DoesNotContain(secret, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_are_kept_for_the_same_account_only()
    {
        Assert.Equal(HttpStatusCode.OK, (await ConnectAsync(ChannelKind.Messenger)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ConnectAsync(ChannelKind.Messenger, accessToken: null, appSecret: null)).StatusCode);
        await RefusedAsync(await ConnectAsync(ChannelKind.Messenger, "1002", accessToken: null), "field-invalid", "accessToken");
        await RefusedAsync(await ConnectAsync(ChannelKind.Messenger, "1002", appSecret: null), "field-invalid", "appSecret");
        await RefusedAsync(await ConnectAsync(ChannelKind.Instagram), "field-invalid", "accountId");
    }

    [Fact]
    public async Task What_meta_does_not_accept_is_not_connected_and_the_fault_stands_at_its_field()
    {
        var before = await ConnectionAsync(ChannelKind.Messenger);
        await RefusedAsync(await ConnectAsync(ChannelKind.Messenger, accessToken: GraphStandIn.Expired), "reconnect", "accessToken");
        Graph.Debug = """{"data":{"is_valid":true,"scopes":["pages_show_list"]}}""";
        await RefusedAsync(await ConnectAsync(ChannelKind.Messenger), "permission-missing", "accessToken");
        Graph.Debug = """{"data":{"is_valid":false}}""";
        await RefusedAsync(await ConnectAsync(ChannelKind.Messenger), "reconnect", "accessToken");
        Assert.Equal(before.ToString(), (await ConnectionAsync(ChannelKind.Messenger)).ToString());
        Assert.DoesNotContain(Graph.Asked, a => a.Path.EndsWith("subscribed_apps", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("accountId", "me")]
    [InlineData("accountId", "1/../2")]
    [InlineData("accountId", "")]
    [InlineData("accessToken", "two words")]
    [InlineData("appSecret", "a\nb")]
    [InlineData("business", "business")]
    public async Task What_cannot_be_right_is_refused_before_meta_is_asked(string field, string value)
    {
        await RefusedAsync(await ConnectAsync(
            ChannelKind.Whatsapp, field == "accountId" ? value : GraphStandIn.Number, field == "accessToken" ? value : GraphStandIn.Token,
            field == "appSecret" ? value : GraphStandIn.Secret, field == "business" ? value : GraphStandIn.Business), "field-invalid", field);
        Assert.Empty(Graph.Asked);
    }

    [Fact]
    public async Task A_mail_channel_has_no_meta_account() =>
        Assert.Equal(HttpStatusCode.NotFound, (await System.Net.Http.Json.HttpClientJsonExtensions.PutAsJsonAsync(Desk.Admin, "/api/channels/support/meta", new { accountId = "1001" })).StatusCode);

    [Fact]
    public async Task Every_day_each_token_is_tried_and_one_that_ran_out_shows_until_it_is_mended()
    {
        var probe = Desk.Services.GetRequiredService<ProbeMeta>();
        await SaveAsync(Channel(ChannelKind.Messenger) with { Meta = Channel(ChannelKind.Messenger).Meta! with { AccessToken = GraphStandIn.Expired } });
        await probe.RunAsync(CancellationToken.None);
        Assert.Equal("reconnect", (await ConnectionAsync(ChannelKind.Messenger)).GetProperty("fault").GetProperty("code").GetString());
        Assert.Equal(JsonValueKind.Null, (await ConnectionAsync(ChannelKind.Whatsapp)).GetProperty("fault").ValueKind);
        Assert.Equal(HttpStatusCode.OK, (await ConnectAsync(ChannelKind.Messenger)).StatusCode);
        Assert.Equal(JsonValueKind.Null, (await ConnectionAsync(ChannelKind.Messenger)).GetProperty("fault").ValueKind);
    }

    [Fact]
    public async Task A_channel_that_is_parted_forgets_its_secrets()
    {
        Assert.Equal(HttpStatusCode.OK, (await ConnectAsync(ChannelKind.Messenger)).StatusCode);
        var parted = await RunningDesk.JsonAsync(await Desk.Admin.DeleteAsync("/api/channels/messenger/meta"));
        Assert.Equal(JsonValueKind.Null, parted.GetProperty("meta").ValueKind);
        await RefusedAsync(await ConnectAsync(ChannelKind.Messenger, accessToken: null, appSecret: null), "field-invalid", "accessToken");
    }

    /// <summary>Every line that was logged.</summary>
    private sealed class Heard : ILoggerProvider, ILogger
    {
        public System.Collections.Concurrent.ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
