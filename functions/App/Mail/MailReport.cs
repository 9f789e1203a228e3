namespace HelpdeskMx.Mail;

/// <summary>What became of a message, as a mail system or mail program reports it.</summary>
public enum ReportKind
{
    /// <summary>It lies in the mailbox (RFC 3464).</summary>
    Delivered,

    /// <summary>It went on to a system that sends no reports, or to the members of a list.</summary>
    Relayed,

    /// <summary>It waits; the mail system goes on trying. Such a report is a passing bounce as well.</summary>
    Delayed,

    /// <summary>It was shown to its reader (RFC 8098).</summary>
    Read,

    /// <summary>It was deleted, as a rule unread.</summary>
    Deleted,

    /// <summary>It was dispatched, processed or denied without being shown.</summary>
    Processed,

    /// <summary>Its reader calls it spam, or a provider does (RFC 5965).</summary>
    Complaint,
}

/// <summary>A receipt or complaint: what happened to which message on its way to whom.</summary>
/// <param name="Recipient">Null where the report does not say.</param>
/// <param name="OriginalMessageId">The Message-ID of what was sent, without brackets; null where the report does not say.</param>
public sealed record MailReport(ReportKind Kind, string? Recipient, string? OriginalMessageId);
