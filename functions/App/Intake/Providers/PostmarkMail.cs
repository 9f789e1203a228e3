using System.Text;
using System.Text.Json;
using HelpdeskMx.Mail;

namespace HelpdeskMx.Intake.Providers;

/// <summary>A mailbox as Postmark writes it.</summary>
public sealed record PostmarkAddress(string? Email, string? Name);

/// <summary>A header field as Postmark writes it.</summary>
public sealed record PostmarkHeader(string? Name, string? Value);

/// <summary>A file as Postmark writes it, its content in base64.</summary>
public sealed record PostmarkFile(string? Name, string? Content, string? ContentType, string? ContentID);

/// <summary>A mail as Postmark's inbound webhook posts it.</summary>
public sealed record PostmarkMail(
    string? RawEmail, string? From, PostmarkAddress? FromFull, IReadOnlyList<PostmarkAddress>? ToFull, IReadOnlyList<PostmarkAddress>? CcFull, string? To, string? Cc,
    string? ReplyTo, string? OriginalRecipient, string? Subject, string? Date, string? MessageID, string? TextBody, string? HtmlBody,
    IReadOnlyList<PostmarkHeader>? Headers, IReadOnlyList<PostmarkFile>? Attachments)
{
    /// <summary>Reads it; throws <see cref="JsonException"/> for what is none.</summary>
    public static PostmarkMail? Read(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<PostmarkMail>(json, Json.Options);

    /// <summary>The mail as a message; null where there is none in it.</summary>
    public byte[]? ToMessage()
    {
        if (!string.IsNullOrWhiteSpace(RawEmail)) return ReceivedMail.WithRecipients(Encoding.UTF8.GetBytes(RawEmail), Recipients);
        if (From is null && FromFull is null && TextBody is null && HtmlBody is null) return null;
        var mail = new ReceivedMail().DeliveredTo(Recipients);
        foreach (var header in Headers ?? []) mail.Field(header.Name ?? "", header.Value ?? "");
        mail.AddressesIfMissing("From", Mailboxes(FromFull is null ? null : [FromFull])).FieldIfMissing("From", From)
            .AddressesIfMissing("To", Mailboxes(ToFull)).FieldIfMissing("To", To)
            .AddressesIfMissing("Cc", Mailboxes(CcFull)).FieldIfMissing("Cc", Cc)
            .FieldIfMissing("Reply-To", ReplyTo).FieldIfMissing("Subject", Subject).FieldIfMissing("Date", Date)
            .FieldIfMissing("Message-ID", MessageID is null ? null : $"<{MessageID}@inbound.postmarkapp.com>");
        return mail.ToBytes(Blank(TextBody) && !Blank(HtmlBody) ? null : TextBody, Blank(HtmlBody) ? null : HtmlBody, [.. (Attachments ?? []).Select(File)]);
    }

    /// <summary>What a body that broke off still says of its mail.</summary>
    public static Stub Stub(ReadOnlySpan<byte> json)
    {
        var texts = new Dictionary<string, string>();
        var reader = new Utf8JsonReader(json, isFinalBlock: false, default);
        try
        {
            for (string? name = null; reader.Read();)
            {
                if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 }) name = reader.GetString();
                else if (reader is { TokenType: JsonTokenType.String, CurrentDepth: 1 } && name is "From" or "Subject" or "MessageID" or "OriginalRecipient") texts[name] = reader.GetString()!;
            }
        }
        catch (JsonException)
        {
            // what was read before the fault is what there is
        }
        return new Stub(texts.GetValueOrDefault("From"), texts.GetValueOrDefault("Subject"), texts.GetValueOrDefault("MessageID"), [.. new[] { texts.GetValueOrDefault("OriginalRecipient") }.OfType<string>()]);
    }

    private string[] Recipients => Blank(OriginalRecipient) ? [] : [OriginalRecipient!];

    private static bool Blank(string? text) => string.IsNullOrWhiteSpace(text);

    private static MailAddress[] Mailboxes(IReadOnlyList<PostmarkAddress>? addresses) => [.. (addresses ?? []).Where(a => !Blank(a.Email)).Select(a => new MailAddress(a.Name, a.Email!))];

    /// <summary>Content that is no base64 is kept as it is.</summary>
    private static MailAttachment File(PostmarkFile file)
    {
        var content = file.Content ?? "";
        var bytes = new byte[content.Length];
        var decoded = Convert.TryFromBase64String(content, bytes, out var length) ? bytes.AsMemory(0, length) : Encoding.UTF8.GetBytes(content);
        var id = Blank(file.ContentID) ? null : file.ContentID!.Trim('<', '>');
        return new MailAttachment(file.Name ?? "", (file.ContentType ?? "").Split(';')[0].Trim().ToLowerInvariant(), id, id is not null, decoded);
    }
}
