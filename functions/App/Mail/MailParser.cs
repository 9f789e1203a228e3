using HelpdeskMx.Mail.Headers;
using HelpdeskMx.Mail.Mime;

namespace HelpdeskMx.Mail;

/// <summary>Reads a message from its raw bytes (RFC 5322, RFC 2045–2049). Any bytes give a message; what was wrong with them stands in its defects.</summary>
public static class MailParser
{
    /// <param name="raw">The message as received. It is not copied: attachments may point into it.</param>
    /// <param name="limits">How much of a hostile message is looked at.</param>
    public static ParsedMail Parse(ReadOnlyMemory<byte> raw, MailLimits? limits = null)
    {
        limits ??= MailLimits.Default;
        var defects = new List<string>();
        var message = WithLineFeeds(WithoutLeadIn(raw), defects);
        var block = HeaderBlock.Read(message, limits, defects);
        var header = new PartHeader(block, "text/plain");
        var body = message[block.BodyStart..];
        var walk = new BodyWalk(limits, defects);
        var piece = walk.Walk(header, body);
        var headers = new MailHeaders(block, header.Fallback);
        if (block.Fields.Length == 0) defects.Add("no header");

        IReadOnlyList<MailAddress> Addresses(string name, in HeaderBlock from) => AddressList.Parse(from.Raw(name), header.Fallback);
        var mail = new ParsedMail
        {
            Headers = headers,
            From = Addresses("From", block) is [var author, ..] ? author : null,
            Sender = Addresses("Sender", block) is [var sender, ..] ? sender : null,
            ReplyTo = Addresses("Reply-To", block),
            To = Addresses("To", block),
            Cc = Addresses("Cc", block),
            Bcc = Addresses("Bcc", block),
            Subject = HeaderText.Decode(block.Raw("Subject"), header.Fallback),
            MessageId = MessageIds.Parse(block.Raw("Message-ID")) is [var id, ..] ? id : null,
            InReplyTo = MessageIds.Parse(block.Raw("In-Reply-To")),
            References = MessageIds.Parse(block.Raw("References")),
            Date = MailDate.Parse(block.Raw("Date")),
            Text = piece.Plain,
            Html = piece.Html,
            Attachments = InlineAttachments.Mark(walk.Attachments, piece.Html),
            Defects = defects,
            Body = body,
        };
        return Bounces.Classifier.Classify(mail);
    }

    /// <summary>Without a byte order mark and empty lines before the header.</summary>
    private static ReadOnlyMemory<byte> WithoutLeadIn(ReadOnlyMemory<byte> raw)
    {
        if (raw.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) raw = raw[3..];
        return raw.TrimStart("\r\n"u8);
    }

    /// <summary>A message without a single line feed ends its lines with carriage returns, as old systems did.</summary>
    private static ReadOnlyMemory<byte> WithLineFeeds(ReadOnlyMemory<byte> message, List<string> defects)
    {
        if (message.Span.Contains((byte)'\n') || !message.Span.Contains((byte)'\r')) return message;
        defects.Add("lines end in a bare CR");
        var copy = message.ToArray();
        copy.AsSpan().Replace((byte)'\r', (byte)'\n');
        return copy;
    }
}
