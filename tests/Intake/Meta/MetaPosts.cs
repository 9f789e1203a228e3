using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HelpdeskMx.Intake.Meta;
using HelpdeskMx.Sending.Meta;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Tests.Sending.Meta;
using HelpdeskMx.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace HelpdeskMx.Tests.Intake.Meta;

/// <summary>A desk that Meta posts to, and whose files of messages come from a host of the test's.</summary>
public abstract class MetaPosts : MetaDesk
{
    private protected FileHost Files { get; } = new();

    protected override void Replace(IServiceCollection services) =>
        services.AddSingleton(provider => new MetaMedia(provider.GetRequiredService<MetaGraph>(), new HttpClient(Files) { MaxResponseContentBufferSize = MetaMedia.Largest }));

    protected async Task<HttpResponseMessage> PostAsync(ChannelKind to, string body, string? secret = GraphStandIn.Secret)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/ingest/meta/{IdOf(to)}") { Content = new ByteArrayContent(bytes) };
        if (secret is not null) request.Headers.Add("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), bytes)));
        return await Desk.Anybody.SendAsync(request);
    }

    protected async Task TellAsync(ChannelKind to, string body)
    {
        var answer = await PostAsync(to, body);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    protected static string Account(ChannelKind kind) => kind == ChannelKind.Whatsapp ? GraphStandIn.Number : GraphStandIn.Page + (int)kind;

    protected static string OfPage(string told, ChannelKind kind = ChannelKind.Messenger) =>
        $$$$"""{"object":"{{{{(kind == ChannelKind.Messenger ? "page" : "instagram")}}}}","entry":[{"id":"{{{{Account(kind)}}}}","time":1,"messaging":[{{{{told}}}}]}]}""";

    protected static string OfNumber(string listed) =>
        $$$$"""{"object":"whatsapp_business_account","entry":[{"id":"{{{{GraphStandIn.Business}}}}","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"phone_number_id":"{{{{GraphStandIn.Number}}}}"},{{{{listed}}}}}}]}]}""";

    protected string Written(string text, string id, string by = Person) =>
        OfNumber($$$$"""
            "contacts":[{"profile":{"name":"Anna"},"wa_id":"{{{{by}}}}"}],"messages":[{"from":"{{{{by}}}}","id":"{{{{id}}}}","timestamp":"{{{{Clock.GetUtcNow().ToUnixTimeSeconds()}}}}","type":"text","text":{"body":"{{{{text}}}}"}}]
            """);

    /// <summary>The only ticket, once it has so many messages.</summary>
    protected async Task<JsonElement> TicketAsync(int messages = 1)
    {
        var all = await RunningDesk.UntilAsync(() => Desk.GetAsync("/api/tickets"), t => t.GetProperty("items") is var items && items.GetArrayLength() == 1 && items[0].GetProperty("counts").GetProperty("messages").GetInt32() == messages);
        return all.GetProperty("items")[0];
    }

    /// <summary>Every ticket after a while, in which what collided is tried again.</summary>
    protected async Task<JsonElement[]> TicketsAsync(TimeSpan after)
    {
        Clock.Advance(after);
        return [.. (await Desk.GetAsync("/api/tickets")).GetProperty("items").EnumerateArray()];
    }

    protected async Task<JsonElement> MessageAsync(string ticket, int index, Func<JsonElement, bool> until) => (await RunningDesk.UntilAsync(() => Desk.MessagesAsync(ticket), m => m.Length > index && until(m[index])))[index];

    protected static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();

    /// <summary>Hands out files to whoever asks, and keeps what was asked.</summary>
    internal sealed class FileHost : HttpMessageHandler
    {
        public List<(Uri Url, string? Token)> Asked { get; } = [];

        public Func<Uri, HttpResponseMessage> Answer { get; set; } = _ => new(HttpStatusCode.OK) { Content = new ByteArrayContent([0xFF, 0xD8, 0xFF, 1]) { Headers = { ContentType = new("image/jpeg") } } };

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (Asked) Asked.Add((request.RequestUri!, request.Headers.Authorization?.Parameter));
            return Task.FromResult(Answer(request.RequestUri!));
        }
    }
}
