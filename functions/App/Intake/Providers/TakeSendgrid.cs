using System.Security.Cryptography;
using System.Text;
using HelpdeskMx.Channels;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Intake.Providers;

/// <summary>Takes mail from SendGrid's Inbound Parse: signed where a verification key is set for the channel, else by the channel's key.</summary>
/// <remarks>SendGrid repeats on 5xx for three days and drops the mail on 4xx, so what is too large becomes a stub.</remarks>
public sealed class TakeSendgrid(Accept accept, Freshness freshness)
{
    private const string Name = "SendGrid";
    private static readonly TimeSpan Repeats = TimeSpan.FromDays(3);

    /// <summary>Takes one post.</summary>
    public async Task<Outcome<Accepted>> RunAsync(string channelId, Posted posted, CancellationToken ct)
    {
        var found = await accept.FindAsync(channelId, ChannelKind.Email, ct);
        if (found.Problem is { } problem) return problem;
        if (found.Value.Secrets.Sendgrid is { } key) return await SignedAsync(found.Value, key, posted, ct);
        var proven = await accept.ProveAsync(channelId, ChannelKind.Email, posted.Key, ct);
        return proven.Problem ?? await StoreAsync(proven.Value, posted, await posted.ReadAsync(Accept.LargestMail, null, ct), ct);
    }

    private async Task<Outcome<Accepted>> SignedAsync(Channel channel, string key, Posted posted, CancellationToken ct)
    {
        var (at, signature) = (posted.Header("X-Twilio-Email-Event-Webhook-Timestamp"), posted.Header("X-Twilio-Email-Event-Webhook-Signature"));
        if (signature.Length == 0) return ProviderProblems.WrongSignature;
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        digest.AppendData(Encoding.UTF8.GetBytes(at));
        var body = await posted.ReadAsync(Accept.LargestMail, digest, ct);
        var signed = digest.GetHashAndReset();
        if (!Proof.Ecdsa(key, signed, signature)) return ProviderProblems.WrongSignature;
        if (!freshness.IsNear(at, Repeats)) return ProviderProblems.TooOld;
        var token = Convert.ToHexStringLower(signed); // not the signature, of which a stranger could make a second valid form
        return await freshness.OnceAsync(Name, channel, token, token, () => StoreAsync(channel, posted, body, ct), ct);
    }

    private async Task<Outcome<Accepted>> StoreAsync(Channel channel, Posted posted, PostedBody body, CancellationToken ct)
    {
        if (await PostedForm.ReadAsync(posted.ContentType, body.Bytes, ct) is not { } form) return ProviderProblems.Unreadable;
        if (!body.IsWhole) return await accept.EmailAsync(channel, SendgridMail.Stub(form).TooLarge(Name, body.Size), ct);
        return SendgridMail.Read(form) is { } mail ? await accept.EmailAsync(channel, mail, ct) : ProviderProblems.NoMail(400);
    }
}
