using HelpdeskMx.Agents;
using HelpdeskMx.Intake;
using HelpdeskMx.Intake.Providers;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Channels;

/// <summary>What a provider signs with.</summary>
/// <param name="Provider"><c>sendgrid</c>, <c>mailgun</c>, <c>hmac</c> or <c>ses</c>; the others prove themselves with the channel's key.</param>
/// <param name="Secret">The verification or signing key, for SES the secret access key that reads its bucket; null forgets it.</param>
/// <param name="KeyId">For SES: the id of the access key.</param>
public sealed record ProviderSecret(string? Provider, string? Secret, string? KeyId = null);

/// <summary>Tells a mail channel what a provider signs with. It is never shown again.</summary>
public sealed class SetProviderSecret(Settings settings, ListChannels list)
{
    private const int Shortest = 16, Longest = 1000;

    /// <summary>The channel as it is then.</summary>
    public async Task<Outcome<ChannelView>> RunAsync(string channelId, ProviderSecret told, Agent by, CancellationToken ct)
    {
        if (await settings.ChannelAsync(channelId, ct) is not { Kind: ChannelKind.Email }) return IntakeProblems.NoSuchChannel;
        var secret = string.IsNullOrWhiteSpace(told.Secret) ? null : told.Secret.Trim();
        if (Fault(told.Provider, secret) is { } fault) return fault;
        if (told.Provider == "ses" && secret is not null && string.IsNullOrWhiteSpace(told.KeyId)) return Problems.Field("keyId", "Enter the access key's id as well.");
        return await list.SaveAsync(channelId, channel => channel with { Secrets = With(channel.Secrets, told, secret) }, by, ct);
    }

    private static ProviderSecrets With(ProviderSecrets secrets, ProviderSecret told, string? secret) => told.Provider switch
    {
        "sendgrid" => secrets with { Sendgrid = secret },
        "mailgun" => secrets with { Mailgun = secret },
        "ses" => secrets with { Amazon = secret is null ? null : new(told.KeyId!.Trim(), secret) },
        _ => secrets with { Hmac = secret },
    };

    private static Problem? Fault(string? provider, string? secret)
    {
        if (provider is "postmark") return Problems.Field("provider", "This provider proves itself with the channel's key in the URL; there is nothing to set.");
        if (provider is not ("sendgrid" or "mailgun" or "hmac" or "ses")) return Problems.Field("provider", "Choose sendgrid, mailgun, hmac or ses.");
        if (secret is null) return null;
        if (secret.Length > Longest) return Problems.Field("secret", $"Use at most {Longest} characters.");
        using var key = provider == "sendgrid" ? Proof.Key(secret) : null;
        if (provider == "sendgrid") return key is null ? Problems.Field("secret", "This is no ECDSA public key. Copy the verification key as SendGrid shows it.") : null;
        return secret.Length < Shortest ? Problems.Field("secret", $"Use at least {Shortest} characters.") : null;
    }
}
