using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HelpdeskMx.Channels;
using HelpdeskMx.Customers;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Sending;
using HelpdeskMx.Sending.Meta;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Tests.Intake.Mailboxes;
using HelpdeskMx.Tickets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HelpdeskMx.Tests.Sending.Meta;

/// <summary>A desk with a channel of each of Meta's kinds beside a stand-in for the Graph API. Its timers do not run.</summary>
public abstract class MetaDesk : IAsyncLifetime
{
    public const string Person = "420777123456";

    protected FakeTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow);

    private protected GraphStandIn Graph { get; private set; } = null!;

    protected RunningDesk Desk { get; private set; } = null!;

    /// <summary>How long the desk waits for the stand-in.</summary>
    protected virtual TimeSpan Patience => TimeSpan.FromSeconds(30);

    public async Task InitializeAsync()
    {
        Graph = await GraphStandIn.StartAsync();
        Desk = await RunningDesk.StartAsync(services => Replace(services.WithoutTimers().AddSingleton<TimeProvider>(Clock).AddSingleton(new MetaGraph(Graph.Client(Patience), Clock))));
        foreach (var kind in new[] { ChannelKind.Messenger, ChannelKind.Instagram, ChannelKind.Whatsapp }) await SaveAsync(Channel(kind));
    }

    public async Task DisposeAsync()
    {
        await Desk.DisposeAsync();
        await Graph.DisposeAsync();
    }

    protected virtual void Replace(IServiceCollection services)
    {
    }

    protected static Channel Channel(ChannelKind kind) => new()
    {
        Id = IdOf(kind),
        Kind = kind,
        Name = $"Demo {kind}",
        Store = "demo",
        Department = "support",
        Key = "demo",
        Meta = new MetaAccount(kind == ChannelKind.Whatsapp ? GraphStandIn.Number : GraphStandIn.Page + (int)kind, GraphStandIn.Token, GraphStandIn.Secret, kind == ChannelKind.Whatsapp ? GraphStandIn.Business : null),
    };

    protected static string IdOf(ChannelKind kind) => kind.ToString().ToLowerInvariant();

    protected Task SaveAsync(Channel channel) => Desk.Services.GetRequiredService<Settings>().SaveAsync(Kinds.Channels, channel.Id, channel, CancellationToken.None);

    /// <summary>A customer writes by this channel, and the ticket it becomes.</summary>
    protected async Task<string> HearAsync(ChannelKind kind, string from = Person, string text = "Where is my parcel?")
    {
        var channel = Channel(kind);
        var message = new InboundMessage
        {
            Key = Ids.Random(),
            Sender = new Identity(IdOf(kind), from, Proven: true),
            From = new Address("Anna", from),
            Text = text,
            ReplyText = text,
            MessageId = Ids.Random(),
        };
        var blob = await Desk.Services.GetRequiredService<IBlobs>().CreateAsync(new byte[] { 1 }, CancellationToken.None);
        await Desk.Services.GetRequiredService<TakeIn>().RunAsync(message, channel, new Pointer(channel.Id, blob, Clock.GetUtcNow()), CancellationToken.None);
        return (await Desk.Services.GetRequiredService<Lookups>().FindAsync(Lookups.Line(channel.Id, from), CancellationToken.None))!.Id;
    }

    protected async Task<JsonElement> AnswerAsync(string ticket, object body, string state)
    {
        var acted = await Desk.ActAsync(ticket, "reply", body);
        Assert.True(acted.IsSuccessStatusCode, await acted.Content.ReadAsStringAsync());
        return await EndAsync(ticket, state);
    }

    /// <summary>The last answer of the ticket, once it has come to this state.</summary>
    protected async Task<JsonElement> EndAsync(string ticket, string state) => await RunningDesk.UntilAsync(
        async () => (await Desk.MessagesAsync(ticket)).Last(m => m.GetProperty("direction").GetString() == "out"),
        m => m.GetProperty("delivery").GetProperty("state").GetString() == state && (state != "queued" || m.GetProperty("delivery").GetProperty("error").ValueKind == JsonValueKind.String));

    protected static string? Error(JsonElement message) => message.GetProperty("delivery").GetProperty("error").GetString();

    /// <summary>Lets time pass, and sweeps the outbox.</summary>
    protected async Task SweepAsync(TimeSpan after)
    {
        Clock.Advance(after);
        await Desk.SignInAsync();
        await Desk.Services.GetRequiredService<SweepOutbox>().RunAsync(CancellationToken.None);
    }

    protected async Task<string> UploadAsync(string name, string type, int size = 10)
    {
        using var body = new ByteArrayContent(new byte[size]) { Headers = { ContentType = new(type) } };
        return (await RunningDesk.JsonAsync(await Desk.Agent.PostAsync($"/api/uploads?name={name}", body))).GetProperty("id").GetString()!;
    }

    protected async Task<JsonElement> ConnectionAsync(ChannelKind kind) =>
        (await Desk.GetAsync("/api/channels")).GetProperty("items").EnumerateArray().Single(c => c.GetProperty("id").GetString() == IdOf(kind)).GetProperty("connections").EnumerateArray().Single();

    protected Task<HttpResponseMessage> ConnectAsync(
        ChannelKind kind, string accountId = GraphStandIn.Page, string? accessToken = GraphStandIn.Token, string? appSecret = GraphStandIn.Secret, string? business = GraphStandIn.Business, bool byAdmin = true) =>
        (byAdmin ? Desk.Admin : Desk.Agent).PutAsJsonAsync($"/api/channels/{IdOf(kind)}/meta", new { accountId, accessToken, appSecret, business });

    protected static async Task RefusedAsync(HttpResponseMessage answer, string code, string? field = null)
    {
        var problem = await RunningDesk.JsonAsync(answer);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (answer.StatusCode, problem.GetProperty("code").GetString()));
        if (field is not null) Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), problem.ToString());
        Assert.DoesNotContain(GraphStandIn.Token, problem.ToString(), StringComparison.Ordinal);
    }
}
