using HelpdeskMx.Mail.Headers;

namespace HelpdeskMx.Mail.Bounces;

/// <summary>Reads receipts and complaints: delivery status that is no failure (RFC 3464), read receipts (RFC 8098), feedback (RFC 5965).</summary>
internal static class ReportReader
{
    /// <summary>Null where the message is none of these.</summary>
    public static MailReport? Read(ParsedMail mail)
    {
        foreach (var part in mail.Attachments)
        {
            if (Of(part) is { } report) return report with { OriginalMessageId = report.OriginalMessageId ?? ReturnedMessage.IdIn(mail) };
        }
        return null;
    }

    private static MailReport? Of(MailAttachment part) => part.ContentType switch
    {
        "message/feedback-report" => Complaint(Fields(part)),
        "message/disposition-notification" or "message/global-disposition-notification" => Receipt(Fields(part)),
        "message/delivery-status" or "message/global-delivery-status" when DeliveryStatus.Read(part.Content) is [var first, ..] && KindOf(first.Action) is { } kind => new(kind, first.Recipient, null),
        _ => null,
    };

    private static MailReport Complaint(MailHeaders fields) =>
        new(ReportKind.Complaint, DeliveryStatus.Value(fields.First("Original-Rcpt-To") ?? fields.First("Removal-Recipient")), null);

    private static MailReport Receipt(MailHeaders fields)
    {
        var disposition = fields.First("Disposition") ?? "";
        var what = disposition[(disposition.IndexOf(';', StringComparison.Ordinal) + 1)..].TrimStart();
        var kind = what.StartsWith("displayed", StringComparison.OrdinalIgnoreCase) ? ReportKind.Read : what.StartsWith("deleted", StringComparison.OrdinalIgnoreCase) ? ReportKind.Deleted : ReportKind.Processed;
        var id = MessageIds.Parse(System.Text.Encoding.UTF8.GetBytes(fields.First("Original-Message-ID") ?? ""));
        return new(kind, DeliveryStatus.RecipientOf(fields), id is [var first, ..] ? first : null);
    }

    private static ReportKind? KindOf(string action) => action switch
    {
        "delivered" => ReportKind.Delivered,
        "relayed" or "expanded" => ReportKind.Relayed,
        "delayed" => ReportKind.Delayed,
        _ => null,
    };

    private static MailHeaders Fields(MailAttachment part) => new(HeaderBlock.Read(part.Content.TrimStart("\r\n"u8), MailLimits.Default, []), null);
}
