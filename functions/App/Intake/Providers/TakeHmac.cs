using System.Text;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Intake.Providers;

/// <summary>Takes raw mail from a sender of one's own, signed with the secret set for the channel: HMAC-SHA256 over the time and the mail.</summary>
public sealed class TakeHmac(Accept accept, Freshness freshness)
{
    private const string Scheme = "sha256=";

    /// <summary>Takes one post.</summary>
    public async Task<Outcome<Accepted>> RunAsync(string channelId, Posted posted, CancellationToken ct)
    {
        var found = await accept.FindAsync(channelId, ChannelKind.Email, ct);
        if (found.Problem is { } problem) return problem;
        var channel = found.Value;
        if (channel.Secrets.Hmac is not { } secret) return ProviderProblems.NoSecret;
        var (at, signature) = (posted.Header("X-Helpdesk-Timestamp"), posted.Header("X-Helpdesk-Signature"));
        if (!signature.StartsWith(Scheme, StringComparison.Ordinal)) return ProviderProblems.WrongSignature;

        var body = await posted.ReadAsync(Accept.LargestMail, null, ct);
        if (!body.IsWhole) return Problems.TooLarge(Accept.LargestMail);
        if (!Proof.Hmac(secret, [.. Encoding.UTF8.GetBytes(at), .. body.Bytes.Span], signature[Scheme.Length..])) return ProviderProblems.WrongSignature;
        if (!freshness.IsNear(at, Freshness.Usual)) return ProviderProblems.TooOld;
        var token = signature.ToLowerInvariant();
        return await freshness.OnceAsync("hmac", channel, token, token, () => accept.EmailAsync(channel, body.Bytes, ct), ct);
    }
}
