using System.Net;
using HelpdeskMx.Channels;
using HelpdeskMx.Forms;
using HelpdeskMx.Intake;
using HelpdeskMx.Mail;
using HelpdeskMx.Platform;
using HelpdeskMx.Portal;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Sending;

/// <summary>Makes the mail of an answer, files included.</summary>
public sealed class ComposeMail(Tickets.Tickets tickets, IBlobs blobs, Settings settings, Secrets secrets)
{
    private const int MostQuotes = 10, LookedAt = 50;

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
        if (answer.Notice is { } notice) answer = await NoticedAsync(answer, notice, ct);
        var files = new List<MailAttachment>(answer.Attachments.Count);
        foreach (var file in answer.Attachments)
        {
            var content = await blobs.ReadAsync(file.Sha256, ct) ?? throw new InvalidOperationException($"The bytes of '{file.Name}' ({file.Sha256}) are gone.");
            files.Add(new MailAttachment(file.Name, file.ContentType, file.ContentId, file.ContentId is not null, content));
        }
        var channel = await settings.ChannelAsync(answer.Channel, ct);
        var replyTo = channel is { PlusAddressing: true } && answer.Direction != Direction.System
            ? new MailAddress(answer.From.Name, ReplyToken.Address(answer.From.Value, answer.TicketId, await secrets.ForAsync("reply-token", ct)))
            : null;
        var store = (await settings.StoresAsync(ct)).FirstOrDefault(s => s.Id == channel?.Store);
        var look = answer.Direction == Direction.System ? new MailLook() : store?.Look ?? new MailLook(); // agents need no logo of their own shop
        var ending = await EndingAsync(answer, store, ct);
        var text = string.Concat([answer.Text, .. ending.Select(e => e.Text)]);
        // A confirmation is plain text; where the store has a look it wears it too.
        var html = Shown(answer) ?? (look == new MailLook() ? null : Written.FromText(answer.Text));
        return new OutgoingMail(
            answer.MessageId!, Mailbox(answer.From), replyTo, [.. answer.To.Select(Mailbox)], [.. answer.Cc.Select(Mailbox)], answer.Subject, answer.At,
            look.Around(text), html is null ? null : Around(look, string.Concat([html, .. ending.Select(e => e.Html)]), store), answer.References, answer.InReplyTo, files, answer.Auto ? Automatic : NoHeaders);
    }

    /// <summary>The answer with nothing of it but that it is there, and where.</summary>
    private async Task<Message> NoticedAsync(Message answer, MailNotice notice, CancellationToken ct)
    {
        var ticket = (await tickets.ReadAsync(answer.TicketId, ct))?.Value;
        var store = (await settings.StoresAsync(ct)).FirstOrDefault(s => s.Id == ticket?.Store);
        var said = PortalWords.Say("notice", notice.Language, $"#{ticket?.Number}");
        var name = store?.Name ?? answer.From.Name ?? "";
        var button = $"<p><a href=\"{WebUtility.HtmlEncode(notice.Url)}\" style=\"display:inline-block;padding:10px 22px;border-radius:8px;{FormAssets.MailColors(store?.Color)}text-decoration:none;font-weight:bold\">{PortalWords.Say("notice-button", notice.Language)}</a></p>\n";
        return answer with
        {
            Text = $"{said}\n\n{notice.Url}\n\n{name}".TrimEnd(),
            Html = $"{Written.FromText(said)}{button}{Written.FromText(name)}",
            Attachments = [],
            Signature = null,
            Quotes = null,
        };
    }

    /// <summary>What stands under the agent's words: the signature, then what was said before.</summary>
    private async Task<IReadOnlyList<(string Text, string Html)>> EndingAsync(Message answer, Store? store, CancellationToken ct)
    {
        List<(string, string)> parts = [];
        if (answer.Signature is { } signature) parts.Add(($"\n\n-- \n{signature}", $"<div style=\"color:#666\"><p>--&nbsp;</p>\n{Written.FromText(signature)}</div>\n"));
        if (answer.Quotes is null or QuotedHistory.None) return parts;
        var language = store?.Language ?? "en";
        var before = await tickets.MessagesAsync(answer.TicketId, q => q with { OrderBy = [new Order("at", true)], PageSize = LookedAt }, ct);
        var said = before.Items.Select(m => m.Value).Where(m => m.Version < answer.Version && m is { Direction: Direction.In or Direction.Out, Auto: false, ReplyText.Length: > 0 });
        foreach (var message in said.Take(answer.Quotes == QuotedHistory.Last ? 1 : MostQuotes))
            parts.Add(("\n\n" + QuotedMessage.Text(message, language), QuotedMessage.Html(message, language)));
        return parts;
    }

    /// <summary>The HTML with its pictures named as the mail carries them.</summary>
    private static string? Shown(Message answer) => answer.Attachments.Where(f => f.ContentId is not null)
        .Aggregate(answer.Html, (html, file) => html?.Replace($"\"{AttachmentLinks.Placeholder(file.Id)}\"", $"\"cid:{file.ContentId}\"", StringComparison.Ordinal));

    private static string Around(MailLook look, string html, Store? store) => store is null ? html : look.Around(html, store);

    private static MailAddress Mailbox(Address address) => new(address.Name, address.Value);
}
