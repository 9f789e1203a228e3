namespace HelpdeskMx.Mail;

/// <summary>Who wrote a message: a person, or which sort of machine.</summary>
public enum MailKind
{
    /// <summary>Nothing says that a machine wrote it.</summary>
    Personal,

    /// <summary>An answer no person wrote: out of office, a receipt of another desk (RFC 3834).</summary>
    AutoReply,

    /// <summary>Sent to many: lists, newsletters, notices.</summary>
    Bulk,

    /// <summary>A message could not be delivered (RFC 3464, or a mail system's own words).</summary>
    Bounce,

    /// <summary>A delivery or read receipt, or a feedback report (RFC 8098, RFC 5965).</summary>
    Report,
}
