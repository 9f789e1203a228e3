namespace HelpdeskMx.Mail;

/// <summary>A message as a desk needs it: who, what about, what it says, what came with it; whatever shape it arrived in.</summary>
public sealed record ParsedMail
{
    public MailAddress? From { get; init; }

    public MailAddress? Sender { get; init; }

    public IReadOnlyList<MailAddress> ReplyTo { get; init; } = [];

    public IReadOnlyList<MailAddress> To { get; init; } = [];

    public IReadOnlyList<MailAddress> Cc { get; init; } = [];

    public IReadOnlyList<MailAddress> Bcc { get; init; } = [];

    /// <summary>Decoded, on one line; empty where there is none.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Without angle brackets, otherwise as written.</summary>
    public string? MessageId { get; init; }

    public IReadOnlyList<string> InReplyTo { get; init; } = [];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>With the offset as written; null where none can be read.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>The plain text, lines ended by LF; null where the message has none.</summary>
    public string? Text { get; init; }

    /// <summary>The HTML as it came: clean it before anyone sees it.</summary>
    public string? Html { get; init; }

    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    public required MailHeaders Headers { get; init; }

    public MailKind Kind { get; init; }

    /// <summary>What could not be delivered and why; set only where the kind is <see cref="MailKind.Bounce"/>.</summary>
    public BounceReport? Bounce { get; init; }

    /// <summary>What became of a message, for receipts, complaints and notices of delay; null for any other mail.</summary>
    public MailReport? Report { get; init; }

    /// <summary>What was broken in the message; empty for a sound one.</summary>
    public IReadOnlyList<string> Defects { get; init; } = [];

    internal ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The best text there is: the plain text unless it is blank, else the HTML made readable.</summary>
    public string ReadableText => !string.IsNullOrWhiteSpace(Text) ? Text : Html is null ? Text ?? "" : HtmlText.From(Html);

    /// <summary>The message that this one forwards, inline or attached; null where it forwards none. Read anew at every call.</summary>
    public ForwardedMail? Forwarded => Replies.Forward.In(this);

    /// <summary>A digest that two copies of one message share, however they travelled: line ends and trace headers do not count.</summary>
    public string Fingerprint() => MailFingerprint.Of(this);
}
