using HelpdeskMx.Customers;
using HelpdeskMx.Mail;
using HelpdeskMx.Spam;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Intake;

/// <summary>What a channel's door says in the queue: where the accepted bytes lie and how they came.</summary>
/// <param name="Channel">Id of the channel.</param>
/// <param name="Blob">Id of the blob with the bytes as they came.</param>
/// <param name="At">When they were accepted.</param>
public sealed record Pointer(string Channel, string Blob, DateTimeOffset At)
{
    /// <summary>True for what was answered on the page of a request; null for what came by the channel itself.</summary>
    public bool? Page { get; init; }
}

/// <summary>A customer's message in the desk's own words, whatever channel it came by.</summary>
public sealed record InboundMessage
{
    /// <summary>Digest by which the same message is known again.</summary>
    public required string Key { get; init; }

    /// <summary>Who wrote it, as the channel knows them.</summary>
    public required Identity Sender { get; init; }

    /// <summary>Another name of the sender that the channel vouches for as well.</summary>
    public Identity? AlsoKnownBy { get; init; }

    /// <summary>The sender's name and address as written.</summary>
    public required Address From { get; init; }

    /// <summary>Where the sender wants answers.</summary>
    public Address? ReplyTo { get; init; }

    /// <summary>Whom it was written to.</summary>
    public IReadOnlyList<Address> To { get; init; } = [];

    /// <summary>Who got a copy.</summary>
    public IReadOnlyList<Address> Cc { get; init; } = [];

    /// <summary>Every address it was delivered to, in which a reply token may stand.</summary>
    public IReadOnlyList<string> DeliveredTo { get; init; } = [];

    /// <summary>As written.</summary>
    public string Subject { get; init; } = "";

    /// <summary>All of it, readable.</summary>
    public required string Text { get; init; }

    /// <summary>Without quotes.</summary>
    public required string ReplyText { get; init; }

    /// <summary>As it came, not yet cleaned.</summary>
    public string? Html { get; init; }

    /// <summary>Id of the ticket it answers, where that is proven; null where it has to be looked for.</summary>
    public string? Ticket { get; init; }

    /// <summary>What the channel calls it.</summary>
    public string? MessageId { get; init; }

    /// <summary>The message it answers.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>The thread before it, oldest first.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>When its sender says it was written.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Its files, with their bytes.</summary>
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    /// <summary>On social channels: what it goes back to; null for nothing.</summary>
    public MessageContext? Context { get; init; }

    /// <summary>Files that came with it and could not be fetched.</summary>
    public IReadOnlyList<MissingFile> Missing { get; init; } = [];

    /// <summary>Written by a machine: it never opens a closed ticket and is never answered by one.</summary>
    public bool Auto { get; init; }

    /// <summary>Set when it reports a mail of ours that came back.</summary>
    public Bounce? Bounce { get; init; }

    /// <summary>What it says became of the message it answers, for reports that do.</summary>
    public DeliveryState? Tells { get; init; }

    /// <summary>What its header says of its honesty; null for what is no mail.</summary>
    public MailSigns? Signs { get; init; }

    /// <summary>The agent who sent it on for its author; null for what its author sent.</summary>
    public Address? ForwardedBy { get; init; }

    /// <summary>Structured answers of a form.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>Those of them that tickets are looked for by.</summary>
    public IReadOnlyList<string> Facets { get; init; } = [];

    /// <summary>Id of the store it is for; null for its channel's.</summary>
    public string? Store { get; init; }

    /// <summary>Id of the department it is for; null for its channel's.</summary>
    public string? Department { get; init; }

    /// <summary>Why somebody should look at the original; null when it could be read.</summary>
    public string? Review { get; init; }
}
