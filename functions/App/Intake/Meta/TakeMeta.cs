using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using HelpdeskMx.Channels;
using HelpdeskMx.Intake.Providers;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;
using Microsoft.Extensions.Logging;

namespace HelpdeskMx.Intake.Meta;

/// <summary>What was kept of a post: an id for each item, by which an admin can ask what became of it.</summary>
public sealed record MetaTaken(IReadOnlyList<string> Ids);

/// <summary>Takes what Meta posts about the accounts of one app, signed with its secret, and keeps each item apart, so that none waits for another.</summary>
public sealed partial class TakeMeta(Settings settings, Accept accept, TimeProvider clock, ILogger<TakeMeta> log)
{
    /// <summary>The largest post taken, in bytes. Meta gathers up to a thousand events in one.</summary>
    public const int LargestPost = 8 * 1024 * 1024;

    private const int Deepest = 32;
    private const string Scheme = "sha256=";

    private static readonly Problem WrongToken = new("wrong-verify-token", "This is not the channel's verify token. Copy it anew from the channel's card under Channels.", 403);

    /// <summary>Answers Meta's question whether this is the address its app was told ("Webhooks: verification requests"), with what it wants to hear again.</summary>
    public async Task<Outcome<string>> GreetAsync(string channelId, string? mode, string? token, string? challenge, CancellationToken ct)
    {
        var found = await FindAsync(channelId, ct);
        if (found.Problem is { } problem) return problem;
        return mode == "subscribe" && found.Value.IsOpenedBy(token, clock.GetUtcNow()) ? challenge ?? "" : WrongToken;
    }

    /// <summary>Takes one post ("Webhooks: event notifications"). What another channel of the same app is connected to goes there; what is for one that is off is let go.</summary>
    /// <param name="channelId">The channel whose address was posted to.</param>
    /// <param name="signature"><c>X-Hub-Signature-256</c>: the HMAC-SHA256 of the body by the app's secret.</param>
    /// <param name="body">As it came.</param>
    /// <param name="ct">Stops waiting; Meta then posts it again.</param>
    public async Task<Outcome<MetaTaken>> RunAsync(string channelId, string signature, ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        var found = await FindAsync(channelId, ct);
        if (found.Problem is { } problem) return problem;
        var channel = found.Value;
        if (channel.Meta is not { AppSecret: var secret }) return ProviderProblems.NoSecret;
        if (!signature.StartsWith(Scheme, StringComparison.Ordinal) || !Proof.Hmac(secret, body.Span, signature[Scheme.Length..])) return ProviderProblems.WrongSignature;
        if (Read(body) is not { } post) return ProviderProblems.Unreadable;

        var connected = (await settings.ChannelsAsync(ct)).Where(c => c.Meta?.AppSecret == secret).ToList();
        var kept = await Task.WhenAll(MetaPost.Split(post).Select(told => KeepAsync(told.Account, told.Item)));
        return new MetaTaken([.. kept.OfType<Accepted>().Select(a => a.Id)]);

        async Task<Accepted?> KeepAsync(string account, MetaItem item)
        {
            var to = connected.FirstOrDefault(c => c.Kind == item.Kind && c.Meta!.Id == account);
            if (to is { Active: false }) return null; // the app goes on telling of the others
            if (to is not null) return await accept.KeepAsync(to, item.ToBytes(), ct);
            if (item.Kind == channel.Kind && channel.Active) return await accept.KeepAsync(channel, (item with { Stray = true }).ToBytes(), ct); // an agent decides what to do with it
            log.LogWarning("Meta told of {Kind} account {Account}, which no channel is connected to; nothing was kept.", item.Kind, Excerpt.Of(account, 40));
            return null;
        }
    }

    private async Task<Outcome<Channel>> FindAsync(string channelId, CancellationToken ct) =>
        await settings.ChannelAsync(channelId, ct) is { } channel && channel.Kind.IsMeta() ? channel : IntakeProblems.NoSuchChannel;

    /// <summary>The post; half a character, which no text can hold, stands as a replacement character.</summary>
    private static JsonElement? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(LoneSurrogate().Replace(Encoding.UTF8.GetString(body.Span), "\\ufffd"), new JsonDocumentOptions { MaxDepth = Deepest });
            return json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}")]
    private static partial Regex LoneSurrogate();
}
