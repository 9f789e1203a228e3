using System.Security.Cryptography;
using System.Text;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Intake.Providers;

/// <summary>Takes mail from Mailgun's routes, signed with the account's webhook signing key.</summary>
/// <remarks>Mailgun stops on 200 and 406 and repeats everything else for eight hours. It signs a time and a token, not the mail.</remarks>
public sealed class TakeMailgun(Accept accept, Freshness freshness)
{
    private const string Name = "Mailgun";

    /// <summary>Takes one post.</summary>
    public async Task<Outcome<Accepted>> RunAsync(string channelId, Posted posted, CancellationToken ct)
    {
        var found = await accept.FindAsync(channelId, ChannelKind.Email, ct);
        if (found.Problem is { } problem) return problem;
        var channel = found.Value;
        if (channel.Secrets.Mailgun is not { } secret) return ProviderProblems.NoSecret;

        var body = await posted.ReadAsync(Accept.LargestMail, null, ct);
        if (await PostedForm.ReadAsync(posted.ContentType, body.Bytes, ct) is not { } form) return ProviderProblems.Unreadable;
        var (at, token) = (form.Text("timestamp"), form.Text("token"));
        if (!Proof.Hmac(secret, Encoding.UTF8.GetBytes(at + token), form.Text("signature")))
            return body.IsWhole ? ProviderProblems.WrongSignature : Problems.TooLarge(Accept.LargestMail); // the proof may lie beyond what was read
        if (string.IsNullOrEmpty(token) || !freshness.IsNear(at, Freshness.Usual)) return ProviderProblems.TooOld;
        var digest = Convert.ToHexStringLower(SHA256.HashData(body.Bytes.Span));
        return await freshness.OnceAsync(Name, channel, token, digest, async () =>
        {
            if (!body.IsWhole) return await accept.EmailAsync(channel, MailgunMail.Stub(form).TooLarge(Name, body.Size), ct);
            return MailgunMail.Read(form) is { } mail ? await accept.EmailAsync(channel, mail, ct) : ProviderProblems.NoMail(406);
        }, ct);
    }
}
