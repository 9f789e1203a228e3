using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace HelpdeskMx.Intake.Providers;

/// <summary>What Amazon SNS posts: a notification, or the question whether this address wants any.</summary>
public sealed record SnsMessage(
    string? Type, string? MessageId, string? Token, string? TopicArn, string? Subject, string? Message, string? Timestamp, string? SignatureVersion, string? Signature,
    string? SigningCertURL, string? SubscribeURL)
{
    public const string Notification = "Notification", Confirmation = "SubscriptionConfirmation", Farewell = "UnsubscribeConfirmation";

    /// <summary>The region of the topic, such as <c>eu-central-1</c>; null where its name tells none.</summary>
    public string? Region => TopicArn?.Split(':') is ["arn", _, "sns", { Length: > 0 } region, ..] ? region : null;

    /// <summary>True if the holder of the certificate signed it: version 1 with SHA-1, version 2 with SHA-256.</summary>
    public bool IsSignedBy(X509Certificate2 certificate)
    {
        var algorithm = SignatureVersion switch { "1" => HashAlgorithmName.SHA1, "2" => HashAlgorithmName.SHA256, _ => default };
        var signature = new byte[Signature?.Length ?? 0];
        if (algorithm == default || !Convert.TryFromBase64String(Signature ?? "", signature, out var length)) return false;
        using var key = certificate.GetRSAPublicKey();
        return key is not null && key.VerifyData(Encoding.UTF8.GetBytes(Signed()), signature.AsSpan(0, length), algorithm, RSASignaturePadding.Pkcs1);
    }

    /// <summary>The fields that are signed, in the order of their names, each name and value on a line; those that are missing are left out.</summary>
    public string Signed()
    {
        (string Name, string? Value)[] fields = Type == Notification
            ? [("Message", Message), ("MessageId", MessageId), ("Subject", Subject), ("Timestamp", Timestamp), ("TopicArn", TopicArn), ("Type", Type)]
            : [("Message", Message), ("MessageId", MessageId), ("SubscribeURL", SubscribeURL), ("Timestamp", Timestamp), ("Token", Token), ("TopicArn", TopicArn), ("Type", Type)];
        return string.Concat(fields.Where(f => f.Value is not null).Select(f => $"{f.Name}\n{f.Value}\n"));
    }
}
