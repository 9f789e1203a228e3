using System.Diagnostics.CodeAnalysis;
using HelpdeskMx.Mail;

namespace HelpdeskMx.Tickets;

/// <summary>A file as its message shows it; the URL is good for a day or two.</summary>
public sealed record AttachmentView(string Id, string Name, string ContentType, long Size, string Sha256, string Url, bool Inline, AttachmentKind Kind);

/// <summary>A message as a conversation shows it.</summary>
public sealed record MessageView
{
    /// <summary>The message with links to its files.</summary>
    [SetsRequiredMembers]
    public MessageView(Message message, AttachmentLinks links, byte[] secret)
    {
        string Url(Attachment a) => links.Url(new(message.TicketId, message.Id, a.Id), secret);
        Id = message.Id;
        TicketId = message.TicketId;
        Direction = message.Direction;
        Channel = message.Channel;
        ChannelKind = message.ChannelKind;
        From = message.From;
        ForwardedBy = message.ForwardedBy;
        Author = message.Author;
        To = message.To;
        Cc = message.Cc;
        Subject = message.Subject;
        Text = message.Text;
        ReplyText = message.ReplyText;
        Html = message.Attachments.Where(a => a.ContentId is not null).Aggregate(
            message.Html, (html, a) => html?.Replace($"\"{AttachmentLinks.Placeholder(a.Id)}\"", $"\"{Url(a)}?inline=1\"", StringComparison.Ordinal));
        Cut = message.Cut;
        Attachments = [.. message.Attachments.Select(a => new AttachmentView(a.Id, a.Name, a.ContentType, a.Size, a.Sha256, Url(a), a.ContentId is not null, a.Kind))];
        MessageId = message.MessageId;
        InReplyTo = message.InReplyTo;
        Auto = message.Auto;
        Bounce = message.Bounce;
        SentAt = message.SentAt;
        ReceivedAt = message.At;
        Delivery = message.Delivery;
        Signature = message.Signature;
        Notice = message.Notice is not null;
        HasOriginal = message.Raw is not null && message.UnsentAt is null;
        Context = message.Context;
        Missing = message.Missing;
        Reactions = [.. message.Reactions.Where(r => r.Emoji.Length > 0)];
        EditedAt = message.EditedAt;
        UnsentAt = message.UnsentAt;
        Review = message.Review;
        MovedTo = message.MovedTo;
        Repeats = message.Repeats.Count > 0;
        Mentions = message.Mentions;
    }

    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>The ticket it belongs to.</summary>
    public required string TicketId { get; init; }

    /// <summary>Which way it went.</summary>
    public required Direction Direction { get; init; }

    /// <summary>What stood under an answer when it left; null for none.</summary>
    public string? Signature { get; init; }

    /// <summary>It left as a notice with a link; its words stand only here and on the customer's page.</summary>
    public required bool Notice { get; init; }

    /// <summary>Id of its channel.</summary>
    public required string Channel { get; init; }

    /// <summary>Kind of that channel.</summary>
    public required ChannelKind ChannelKind { get; init; }

    /// <summary>Who says it.</summary>
    public required Address From { get; init; }

    /// <summary>The agent who sent it on into the desk for its author; null for what its author sent.</summary>
    public required Address? ForwardedBy { get; init; }

    /// <summary>Id of the agent who wrote it, null for others.</summary>
    public required string? Author { get; init; }

    /// <summary>Whom it is for.</summary>
    public required IReadOnlyList<Address> To { get; init; }

    /// <summary>Who gets a copy.</summary>
    public required IReadOnlyList<Address> Cc { get; init; }

    /// <summary>As written.</summary>
    public required string Subject { get; init; }

    /// <summary>All of it, readable.</summary>
    public required string Text { get; init; }

    /// <summary>Without quotes and signature.</summary>
    public required string ReplyText { get; init; }

    /// <summary>Cleaned HTML, null where there is none. Remote images wait in <c>data-remote-src</c>.</summary>
    public required string? Html { get; init; }

    /// <summary>Too long to show whole; the original has the rest.</summary>
    public required bool Cut { get; init; }

    /// <summary>Its files.</summary>
    public required IReadOnlyList<AttachmentView> Attachments { get; init; }

    /// <summary>What the channel calls it.</summary>
    public required string? MessageId { get; init; }

    /// <summary>The message it answers, as the channel calls it.</summary>
    public required string? InReplyTo { get; init; }

    /// <summary>Written by a machine.</summary>
    public required bool Auto { get; init; }

    /// <summary>What a returned mail reports.</summary>
    public required Bounce? Bounce { get; init; }

    /// <summary>When its sender says it was written.</summary>
    public required DateTimeOffset? SentAt { get; init; }

    /// <summary>When the desk got it, or an agent wrote it.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Of an answer; null for everything else.</summary>
    public required Delivery? Delivery { get; init; }

    /// <summary>The message as it came can be shown.</summary>
    public required bool HasOriginal { get; init; }

    /// <summary>Why somebody should look at it: <c>unreadable</c>, <c>spam</c> or another reason; null for nothing of the kind.</summary>
    public required string? Review { get; init; }

    /// <summary>Where it is now, once it has been split off; then only who wrote it and when is left here.</summary>
    public required TicketName? MovedTo { get; init; }

    /// <summary>It brings answers once more by mail that nobody had read in the chat.</summary>
    public required bool Repeats { get; init; }

    /// <summary>On social channels: what it goes back to; null for nothing.</summary>
    public required MessageContext? Context { get; init; }

    /// <summary>Files that came with it and could not be fetched.</summary>
    public required IReadOnlyList<MissingFile> Missing { get; init; }

    /// <summary>Emojis put to it, one for each person.</summary>
    public required IReadOnlyList<Reaction> Reactions { get; init; }

    /// <summary>Ids of agents a note names.</summary>
    public required IReadOnlyList<string> Mentions { get; init; }

    /// <summary>When its author wrote it anew; null if never.</summary>
    public required DateTimeOffset? EditedAt { get; init; }

    /// <summary>When its author took it back, and with it all it said; null if never.</summary>
    public required DateTimeOffset? UnsentAt { get; init; }

    /// <summary>A customer speaks of something new here, as the subject tells.</summary>
    public bool NewSubject { get; init; }
}
