using HelpdeskMx.Intake;
using HelpdeskMx.Mail;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Sending;

/// <summary>Makes the mail of an answer, files included.</summary>
public sealed class ComposeMail(IBlobs blobs, Settings settings, Secrets secrets)
{
    private static readonly Dictionary<string, string> NoHeaders = [];

    // RFC 3834 §5, and what Exchange heeds; the last is how one desk knows another.
    private static readonly Dictionary<string, string> Automatic = new()
    {
        ["Auto-Submitted"] = "auto-replied",
        ["X-Auto-Response-Suppress"] = "All",
        [OwnMark.Header] = "confirmation",
    };

    /// <summary>The mail that carries this answer; made again it is the same mail.</summary>
    public async Task<OutgoingMail> RunAsync(Message answer, CancellationToken ct)
    {
        var files = new List<MailAttachment>(answer.Attachments.Count);
        foreach (var file in answer.Attachments)
        {
            var content = await blobs.ReadAsync(file.Sha256, ct) ?? throw new InvalidOperationException($"The bytes of '{file.Name}' ({file.Sha256}) are gone.");
            files.Add(new MailAttachment(file.Name, file.ContentType, file.ContentId, file.ContentId is not null, content));
        }
        var channel = await settings.ChannelAsync(answer.Channel, ct);
        var replyTo = channel is { PlusAddressing: true }
            ? new MailAddress(answer.From.Name, ReplyToken.Address(answer.From.Value, answer.TicketId, await secrets.ForAsync("reply-token", ct)))
            : null;
        return new OutgoingMail(
            answer.MessageId!, Mailbox(answer.From), replyTo, [.. answer.To.Select(Mailbox)], [.. answer.Cc.Select(Mailbox)], answer.Subject, answer.At,
            answer.Text, answer.Html, answer.References, answer.InReplyTo, files, answer.Auto ? Automatic : NoHeaders);
    }

    private static MailAddress Mailbox(Address address) => new(address.Name, address.Value);
}
