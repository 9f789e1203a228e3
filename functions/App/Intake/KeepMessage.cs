using HelpdeskMx.Channels;
using HelpdeskMx.Mail;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Intake;

/// <summary>Makes the record of a customer's message: files into blobs, HTML cleaned, what is too long cut.</summary>
public sealed class KeepMessage(IBlobs blobs, OwnAddresses own)
{
    private const int LongestHtml = 500_000;

    /// <summary>The message as it will stand in its ticket; the ticket itself is filled in once it is known.</summary>
    public async Task<Message> RunAsync(InboundMessage message, Channel channel, Pointer pointer, CancellationToken ct)
    {
        var attachments = new List<Attachment>(message.Attachments.Count);
        foreach (var file in message.Attachments)
        {
            var blob = await blobs.CreateAsync(file.Content, ct);
            attachments.Add(new Attachment($"a{attachments.Count}", file.Name, file.ContentType, file.Content.Length, blob, file.ContentId) { Kind = file.Kind });
        }
        var shown = new HashSet<string>();
        var html = message.Html is { Length: <= LongestHtml } whole ? HtmlCleaner.Clean(whole, cid => Source(attachments, cid, shown)) : null;
        var mine = await own.AllAsync(ct);
        return new Message
        {
            Id = IdOf(message.Key),
            TicketId = "",
            Direction = Direction.In,
            Channel = channel.Id,
            ChannelKind = channel.Kind,
            From = message.From,
            ForwardedBy = message.ForwardedBy,
            To = OwnAddresses.Without(message.To, mine),
            Cc = OwnAddresses.Without(message.Cc, mine),
            ReplyTo = message.ReplyTo,
            Subject = Excerpt.Of(message.Subject, 500),
            Text = Short(message.Text),
            ReplyText = Short(message.ReplyText),
            Html = html,
            Cut = message.Text.Length > Message.LongestText || message.Html is { Length: > LongestHtml },
            Attachments = [.. attachments.Select(a => shown.Contains(a.Id) ? a : a with { ContentId = null })], // many programs give every file an id
            MessageId = message.MessageId,
            InReplyTo = message.InReplyTo,
            References = message.References,
            Context = message.Context,
            Missing = message.Missing,
            Auto = message.Auto,
            Bounce = message.Bounce,
            SentAt = message.SentAt,
            At = pointer.At,
            Raw = pointer.Blob,
            Review = message.Review,
        };
    }

    /// <summary>The id of the message with this key.</summary>
    public static string IdOf(string key) => Ids.Derive("message", key);

    /// <summary>The words by which search finds a message.</summary>
    public static string Words(Message message, long number) => SearchText.Fold(
        $"{number} {message.Subject} {message.From.Name} {message.From.Value} {string.Join(' ', message.To.Concat(message.Cc).Take(20).Select(a => a.Value))} " +
        $"{string.Join(' ', message.Attachments.Take(20).Select(a => a.Name))} {message.Text}");

    private static string? Source(List<Attachment> attachments, string cid, HashSet<string> shown)
    {
        if (attachments.FirstOrDefault(a => a.ContentId == cid) is not { } file) return null;
        shown.Add(file.Id);
        return AttachmentLinks.Placeholder(file.Id);
    }

    /// <summary>As much of a text as is kept beside the original, without half a character at its end.</summary>
    public static string Short(string text) =>
        text.Length <= Message.LongestText ? text : text[..(char.IsHighSurrogate(text[Message.LongestText - 1]) ? Message.LongestText - 1 : Message.LongestText)];
}
