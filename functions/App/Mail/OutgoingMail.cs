namespace HelpdeskMx.Mail;

/// <summary>A message to be written: everything is decided, nothing is looked up any more.</summary>
/// <param name="MessageId">With or without angle brackets.</param>
/// <param name="Text">Plain text; line ends of any kind.</param>
/// <param name="Html">The same as HTML; null to send plain text alone.</param>
/// <param name="References">Message ids of the conversation, oldest first.</param>
/// <param name="InReplyTo">Message id of what is answered.</param>
/// <param name="Attachments">Those that are inline and have a content id travel with the HTML.</param>
/// <param name="Headers">Further header fields.</param>
public sealed record OutgoingMail(
    string MessageId,
    MailAddress From,
    MailAddress? ReplyTo,
    IReadOnlyList<MailAddress> To,
    IReadOnlyList<MailAddress> Cc,
    string Subject,
    DateTimeOffset Date,
    string Text,
    string? Html,
    IReadOnlyList<string> References,
    string? InReplyTo,
    IReadOnlyList<MailAttachment> Attachments,
    IReadOnlyDictionary<string, string> Headers);
