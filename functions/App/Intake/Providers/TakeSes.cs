using System.Globalization;
using System.Text.Json;
using HelpdeskMx.Channels;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Intake.Providers;

/// <summary>Takes mail that SES publishes over SNS, proved by the channel's key and by Amazon's signature.</summary>
/// <remarks>Anybody can make Amazon sign a notification of their own topic, hence the key. SNS repeats on 5xx and 429 and gives up on other 4xx.</remarks>
public sealed class TakeSes(Accept accept, Freshness freshness, AmazonPages amazon, AmazonBuckets buckets)
{
    /// <summary>SNS carries 256 KB; escapes in JSON take the rest.</summary>
    private const int LargestPost = 3 * 1024 * 1024;

    private static readonly TimeSpan Repeats = TimeSpan.FromDays(1);

    /// <summary>Takes one post; null for one that holds no mail.</summary>
    public async Task<Outcome<Accepted?>> RunAsync(string channelId, Posted posted, CancellationToken ct)
    {
        var proven = await accept.ProveAsync(channelId, ChannelKind.Email, posted.Key, ct);
        if (proven.Problem is { } problem) return problem;
        var body = await posted.ReadAsync(LargestPost, null, ct);
        if (!body.IsWhole) return Problems.TooLarge(LargestPost);
        if (Read(body) is not { } message) return ProviderProblems.Unreadable;

        if (AmazonPages.Sns(message.SigningCertURL) is not { } signer || !signer.AbsolutePath.EndsWith(".pem", StringComparison.Ordinal)) return ProviderProblems.WrongSignature;
        if (await amazon.CertificateAsync(signer, ct) is not { } certificate) return ProviderProblems.AmazonSilent;
        if (!message.IsSignedBy(certificate)) return ProviderProblems.WrongSignature;
        if (!DateTimeOffset.TryParse(message.Timestamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) || !freshness.IsNear(at, Repeats)) return ProviderProblems.TooOld;
        return message.Type switch
        {
            SnsMessage.Notification => await NotifiedAsync(proven.Value, message, ct),
            SnsMessage.Confirmation => await ConfirmedAsync(message, ct),
            SnsMessage.Farewell => (Accepted?)null,
            _ => ProviderProblems.Unreadable,
        };
    }

    private static SnsMessage? Read(PostedBody body)
    {
        try
        {
            return JsonSerializer.Deserialize<SnsMessage>(body.Bytes.Span, Json.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<Outcome<Accepted?>> ConfirmedAsync(SnsMessage message, CancellationToken ct)
    {
        if (AmazonPages.Sns(message.SubscribeURL) is not { } address) return ProviderProblems.WrongSignature;
        return await amazon.ConfirmAsync(address, ct) ? (Accepted?)null : ProviderProblems.AmazonSilent;
    }

    private async Task<Outcome<Accepted?>> NotifiedAsync(Channel channel, SnsMessage message, CancellationToken ct)
    {
        if (SesMail.Read(message.Message) is not { } mail) return (Accepted?)null;
        var found = mail.ToMessage() is { } inside ? inside : await FetchAsync(channel, message, mail, ct);
        if (found.Problem is { } silent) return silent;
        var whole = found.Value;
        var id = message.MessageId ?? "";
        var stored = await freshness.OnceAsync("SES", channel, id, id, () => accept.EmailAsync(channel, whole ?? mail.ToStub(), ct), ct);
        if (stored.Problem is { } problem) return problem;
        return whole is null ? ProviderProblems.MailElsewhere : stored.Value;
    }

    /// <summary>The mail out of the bucket the notification points at, in the topic's region; null where that cannot be.</summary>
    private async Task<Outcome<byte[]?>> FetchAsync(Channel channel, SnsMessage message, SesMail mail, CancellationToken ct)
    {
        if (channel.Secrets.Amazon is not { } reader || message.Region is not { } region || mail.Receipt?.Action is not { BucketName: { } bucket, ObjectKey: { } key }) return (byte[]?)null;
        var fetched = await buckets.FetchAsync(reader, region, bucket, key, ct);
        return fetched.Problem is null && fetched.Value is { } bytes ? mail.Addressed(bytes) : fetched;
    }
}
