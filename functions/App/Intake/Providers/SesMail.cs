using System.Text;
using System.Text.Json;
using HelpdeskMx.Mail;

namespace HelpdeskMx.Intake.Providers;

/// <summary>What SES did with a mail.</summary>
public sealed record SesAction(string? Type, string? Encoding, string? BucketName, string? ObjectKey);

/// <summary>How SES received a mail.</summary>
public sealed record SesReceipt(IReadOnlyList<string>? Recipients, SesAction? Action);

/// <summary>The fields of a mail that SES reads for everybody.</summary>
public sealed record SesHeaders(IReadOnlyList<string>? From, string? Subject, string? MessageId);

/// <summary>A mail as SES sums it up.</summary>
public sealed record SesSummary(string? Source, string? MessageId, SesHeaders? CommonHeaders);

/// <summary>A mail as SES publishes it: whole in <c>content</c>, or only where it lies.</summary>
public sealed record SesMail(string? NotificationType, string? Content, SesReceipt? Receipt, SesSummary? Mail)
{
    private string[] Recipients => [.. Receipt?.Recipients ?? []];

    /// <summary>Reads it; null for what is no received mail, such as SES's own test of a topic.</summary>
    public static SesMail? Read(string? message)
    {
        try
        {
            return JsonSerializer.Deserialize<SesMail>(message ?? "", Json.Options) is { NotificationType: "Received" } mail ? mail : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The mail as a message; null where its content lies elsewhere.</summary>
    public byte[]? ToMessage()
    {
        if (string.IsNullOrEmpty(Content)) return null;
        var bytes = new byte[Content.Length];
        var isText = "UTF8".Equals(Receipt?.Action?.Encoding, StringComparison.OrdinalIgnoreCase) | !Convert.TryFromBase64String(Content, bytes, out var length);
        return Addressed(isText ? Encoding.UTF8.GetBytes(Content) : bytes.AsMemory(0, length));
    }

    /// <summary>The bytes of the mail with the addresses it was delivered to.</summary>
    public byte[] Addressed(ReadOnlyMemory<byte> mail) => ReceivedMail.WithRecipients(mail, Recipients);

    /// <summary>What is known of a mail whose content lies elsewhere.</summary>
    public byte[] ToStub()
    {
        var place = Receipt?.Action is { BucketName: { } bucket } action ? $"s3://{bucket}/{action.ObjectKey}" : "Amazon SES";
        return new Stub(Mail?.CommonHeaders?.From is [var from, ..] ? from : Mail?.Source, Mail?.CommonHeaders?.Subject, Mail?.MessageId ?? Mail?.CommonHeaders?.MessageId, Recipients).Elsewhere(place);
    }
}
