namespace HelpdeskMx.Mail;

/// <summary>What a mail system said about a message it could not deliver.</summary>
/// <param name="Recipient">The address that failed, where the report names it.</param>
/// <param name="Status">Enhanced status code such as 5.1.1 (RFC 3463); empty where the report has none.</param>
/// <param name="Hard">The address itself is of no use: writing to it again cannot help.</param>
/// <param name="Reason">One lower-case word for the cause, such as userunknown or mailboxfull.</param>
/// <param name="Diagnostic">The mail system's own words.</param>
/// <param name="OriginalMessageId">The Message-ID of what was sent, without brackets.</param>
public sealed record BounceReport(string? Recipient, string Status, bool Hard, string Reason, string Diagnostic, string? OriginalMessageId)
{
    /// <summary>Nothing failed yet: the mail system goes on trying.</summary>
    public bool Delayed { get; init; }
}
