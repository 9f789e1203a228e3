using HelpdeskMx.Channels;
using HelpdeskMx.Mail;

namespace HelpdeskMx.Tickets;

/// <summary>Where an answer is on its way.</summary>
public enum DeliveryState
{
    /// <summary>Saved, not yet tried.</summary>
    Queued,

    /// <summary>Being handed over; if the process dies now the outcome is unknown.</summary>
    Sending,

    /// <summary>The provider has it.</summary>
    Sent,

    /// <summary>The customer's side has it.</summary>
    Delivered,

    /// <summary>The customer has seen it, on channels that tell.</summary>
    Read,

    /// <summary>It came back.</summary>
    Bounced,

    /// <summary>It was refused, or nobody knows; an agent decides.</summary>
    Failed,
}

/// <summary>The state of an answer's delivery, since when, and why where it failed.</summary>
/// <param name="State">How far it has come.</param>
/// <param name="At">Since when.</param>
/// <param name="Error">Why it failed, or whom it could not be carried to.</param>
/// <param name="Kept">True where no mail server is set: it lies in a folder of the desk and reaches nobody.</param>
public sealed record Delivery(DeliveryState State, DateTimeOffset At, string? Error = null, bool Kept = false);

/// <summary>A mail that says only that there is an answer, and where its customer reads it.</summary>
/// <param name="Language">The customer's.</param>
/// <param name="Url">The page of their request.</param>
public sealed record MailNotice(string Language, string Url);

/// <summary>A mail that came back, as its report says (RFC 3464).</summary>
public sealed record Bounce(string? Recipient, string? Status, bool Hard, string? Reason);

/// <summary>A file of a message; the bytes lie in a blob.</summary>
/// <param name="Id">Unique in the message.</param>
/// <param name="Name">Safe to save under; never empty.</param>
/// <param name="ContentType">As the sender says; never trusted.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Of the bytes, lower-case hex; also the blob's id.</param>
/// <param name="ContentId">By which the HTML shows it, without brackets; null when it is not shown in the text.</param>
public sealed record Attachment(string Id, string Name, string ContentType, long Size, string Sha256, string? ContentId = null)
{
    /// <summary>What it is to whoever gets it.</summary>
    public AttachmentKind Kind { get; init; }
}

/// <summary>What a message of a social channel goes back to.</summary>
public enum ContextKind
{
    /// <summary>It answers a story of the shop's.</summary>
    StoryReply,

    /// <summary>It tells of a story that names the shop.</summary>
    StoryMention,

    /// <summary>Its author came by an advertisement.</summary>
    Ad,

    /// <summary>Its author came by a link to the conversation.</summary>
    Link,

    /// <summary>Its author sent on what somebody else wrote.</summary>
    Forwarded,

    /// <summary>It is about a product of the shop's catalogue.</summary>
    Product,
}

/// <summary>What a message goes back to.</summary>
/// <param name="Kind">What that is.</param>
/// <param name="Text">Title or name of it, where the channel tells.</param>
/// <param name="Url">Where it can be seen, perhaps only for a while.</param>
public sealed record MessageContext(ContextKind Kind, string? Text, string? Url);

/// <summary>Why a file of a message is not there.</summary>
public enum MissingWhy
{
    /// <summary>It is larger than the desk takes.</summary>
    TooLarge,

    /// <summary>Whoever keeps it did not hand it over.</summary>
    Gone,
}

/// <summary>A file that came with a message and could not be fetched.</summary>
public sealed record MissingFile(string Name, MissingWhy Why);

/// <summary>An emoji somebody put to a message; empty once it was taken away.</summary>
/// <param name="Emoji">As written.</param>
/// <param name="By">Address of whoever did.</param>
/// <param name="At">When.</param>
public sealed record Reaction(string Emoji, string By, DateTimeOffset At);

/// <summary>Something said in a ticket, by whichever side.</summary>
public sealed record Message
{
    /// <summary>The longest text kept beside the original, in characters.</summary>
    public const int LongestText = 200_000;

    /// <summary>Derived from the message's key, so that the same message is the same item.</summary>
    public required string Id { get; init; }

    /// <summary>The ticket it belongs to.</summary>
    public required string TicketId { get; init; }

    /// <summary>The ticket's version with this message as its last.</summary>
    public long Version { get; init; }

    /// <summary>Which way it went.</summary>
    public required Direction Direction { get; init; }

    /// <summary>Id of the channel it came by or leaves by.</summary>
    public required string Channel { get; init; }

    /// <summary>Kind of that channel.</summary>
    public required ChannelKind ChannelKind { get; init; }

    /// <summary>Who says it.</summary>
    public required Address From { get; init; }

    /// <summary>Id of the agent who wrote it, null for others.</summary>
    public string? Author { get; init; }

    /// <summary>Ids of agents a note names.</summary>
    public IReadOnlyList<string> Mentions { get; init; } = [];

    /// <summary>Whom it is for.</summary>
    public IReadOnlyList<Address> To { get; init; } = [];

    /// <summary>Who gets a copy.</summary>
    public IReadOnlyList<Address> Cc { get; init; } = [];

    /// <summary>The agent who sent it on into the desk for its author; null for what its author sent.</summary>
    public Address? ForwardedBy { get; init; }

    /// <summary>Where the sender wants answers, when not at <see cref="From"/>.</summary>
    public Address? ReplyTo { get; init; }

    /// <summary>As written; empty where the channel has none.</summary>
    public string Subject { get; init; } = "";

    /// <summary>All of it, readable.</summary>
    public required string Text { get; init; }

    /// <summary>What the person wrote, without quotes.</summary>
    public required string ReplyText { get; init; }

    /// <summary>Cleaned HTML, null where there is none.</summary>
    public string? Html { get; init; }

    /// <summary>Too long to keep whole here; the original has the rest.</summary>
    public bool Cut { get; init; }

    /// <summary>Its files.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>What the channel calls it; for mail the Message-ID without brackets.</summary>
    public string? MessageId { get; init; }

    /// <summary>The message it answers, as the channel calls it.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>The thread before it, oldest first, as the channel calls them.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Written by a machine.</summary>
    public bool Auto { get; init; }

    /// <summary>What a returned mail reports.</summary>
    public Bounce? Bounce { get; init; }

    /// <summary>When its sender says it was written.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When the desk got it, or an agent wrote it.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Of an answer; null for everything else.</summary>
    public Delivery? Delivery { get; init; }

    /// <summary>Id of the blob with the message as it came; null for what agents wrote.</summary>
    public string? Raw { get; init; }

    /// <summary>Why somebody should look at the original; null when it could be read.</summary>
    public string? Review { get; init; }

    /// <summary>What stands under an answer when it leaves; null for none.</summary>
    public string? Signature { get; init; }

    /// <summary>Which earlier messages an answer repeats when it leaves; null for none.</summary>
    public QuotedHistory? Quotes { get; init; }

    /// <summary>What it leaves as in place of its words; null where they leave themselves.</summary>
    public MailNotice? Notice { get; init; }

    /// <summary>Meta is told that a person answers, which it takes for a week and not only for a day.</summary>
    public bool HumanAgent { get; init; }

    /// <summary>For WhatsApp: the template it leaves as; null for free words.</summary>
    public FilledTemplate? Template { get; init; }

    /// <summary>Where it is now, once it has been split off; then only who wrote it and when is left here.</summary>
    public TicketName? MovedTo { get; init; }

    /// <summary>Ids of the answers it brings once more by mail, because nobody had read them in the chat.</summary>
    public IReadOnlyList<string> Repeats { get; init; } = [];

    /// <summary>On social channels: what it goes back to; null for nothing.</summary>
    public MessageContext? Context { get; init; }

    /// <summary>Files that came with it and could not be fetched.</summary>
    public IReadOnlyList<MissingFile> Missing { get; init; } = [];

    /// <summary>Emojis put to it, one for each person.</summary>
    public IReadOnlyList<Reaction> Reactions { get; init; } = [];

    /// <summary>When its author wrote it anew; null if never.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>When its author took it back, and with it all it said; null if never.</summary>
    public DateTimeOffset? UnsentAt { get; init; }

    /// <summary>Folded words by which search finds it: the ticket's number, subject, people, text, names of files. See <see cref="Platform.SearchText"/>.</summary>
    public string Search { get; init; } = "";
}
