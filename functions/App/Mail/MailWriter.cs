using HelpdeskMx.Mail.Writing;

namespace HelpdeskMx.Mail;

/// <summary>Writes a message in Internet Message Format (RFC 5322, RFC 2045): CRLF, no line over 998 bytes, 7-bit but for attached messages. No value can add a header of its own.</summary>
public static class MailWriter
{
    public static byte[] Write(OutgoingMail mail)
    {
        var header = new HeaderWriter();
        header.Plain("Date", mail.Date.ToString("ddd, dd MMM yyyy HH:mm:ss ", System.Globalization.CultureInfo.InvariantCulture) + Offset(mail.Date.Offset));
        header.Addresses("From", [mail.From]);
        if (mail.ReplyTo is not null) header.Addresses("Reply-To", [mail.ReplyTo]);
        header.Addresses("To", mail.To);
        header.Addresses("Cc", mail.Cc);
        header.Text("Subject", mail.Subject);
        header.Ids("Message-ID", [mail.MessageId]);
        if (mail.InReplyTo is not null) header.Ids("In-Reply-To", [mail.InReplyTo]);
        header.Ids("References", mail.References);
        foreach (var (name, value) in mail.Headers) header.Custom(name, value);
        header.Plain("MIME-Version", "1.0");
        return BodyTree.Of(mail).ToBytes(header);
    }

    private static string Offset(TimeSpan offset) => $"{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hhmm}";
}
