using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Chat;

/// <summary>Who writes in a chat: one conversation, and whom the shop says they are.</summary>
/// <param name="Conversation">Names the conversation on its channel.</param>
/// <param name="Subject">The shop's own id of this person; null where the shop has not vouched for anybody.</param>
/// <param name="Email">As the shop says.</param>
/// <param name="Name">As the shop says.</param>
public sealed record Visitor(string Conversation, string? Subject = null, string? Email = null, string? Name = null)
{
    /// <summary>The audience that hears of a conversation.</summary>
    public static string Audience(string channel, string conversation) => $"visitor-{Ids.Derive(channel, conversation)}";
}

/// <summary>A visitor's token as it was read.</summary>
/// <param name="Renew">It has been used for so long that it should be made anew.</param>
public sealed record ReadToken(Visitor Visitor, bool Renew);

/// <summary>Signed tokens by which a visitor goes on with a conversation, good for 30 days after the last visit.</summary>
public sealed class VisitorTokens(Secrets secrets, TimeProvider clock)
{
    private const int Longest = 2000;
    private static readonly TimeSpan Life = TimeSpan.FromDays(30), RenewAfter = TimeSpan.FromDays(1);

    private sealed record Payload(string Channel, Visitor Visitor, long Expires);

    /// <summary>A token for this visitor of this channel.</summary>
    public async Task<string> MakeAsync(string channel, Visitor visitor, CancellationToken ct)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(new Payload(channel, visitor, (clock.GetUtcNow() + Life).ToUnixTimeSeconds()), AppJson.Of<Payload>());
        return $"{Base64Url.EncodeToString(payload)}.{Base64Url.EncodeToString(await SignAsync(payload, ct))}";
    }

    /// <summary>The visitor a token of this channel names; null when it is not ours or has run out.</summary>
    public async Task<ReadToken?> ReadAsync(string channel, string? token, CancellationToken ct)
    {
        if (token is not { Length: > 0 and <= Longest } || token.Split('.') is not [var said, var signed]) return null;
        if (!Base64Url.IsValid(said) || !Base64Url.IsValid(signed)) return null;
        var payload = Base64Url.DecodeFromChars(said);
        var right = await SignAsync(payload, ct);
        if (!CryptographicOperations.FixedTimeEquals(Base64Url.DecodeFromChars(signed), right)) return null;
        var (now, read) = (clock.GetUtcNow(), JsonSerializer.Deserialize(payload, AppJson.Of<Payload>())!);
        var left = DateTimeOffset.FromUnixTimeSeconds(read.Expires) - now;
        return read.Channel == channel && left > TimeSpan.Zero ? new ReadToken(read.Visitor, left < Life - RenewAfter) : null;
    }

    private async Task<byte[]> SignAsync(byte[] payload, CancellationToken ct) => HMACSHA256.HashData(await secrets.ForAsync("visitor", ct), payload);
}
