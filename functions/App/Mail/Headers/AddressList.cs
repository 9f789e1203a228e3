using System.Text;

namespace HelpdeskMx.Mail.Headers;

/// <summary>Reads address headers (RFC 5322 §3.4 and §4.4): mailboxes, groups, comments as names, and what senders make of them.</summary>
public static class AddressList
{
    private const int Most = 2000;

    /// <summary>The mailboxes in their order, those of groups among them. A bare word stands for its name and address both.</summary>
    public static IReadOnlyList<MailAddress> Parse(ReadOnlySpan<byte> raw, Encoding? fallback = null)
    {
        raw = raw.Trim(" \t\r\n"u8);
        if (raw.IsEmpty) return [];
        var found = new List<MailAddress>(1);
        var mailbox = new MailboxReader(raw.Length, fallback);
        while (!raw.IsEmpty && found.Count < Most)
        {
            raw = raw.TrimStart(" \t\r\n"u8);
            if (raw.IsEmpty) break;
            var used = 1;
            switch (raw[0])
            {
                case (byte)',' or (byte)';':
                    mailbox.Finish(found);
                    break;
                case (byte)'>':
                    break; // closes nothing
                case (byte)':' when !mailbox.HasAddress:
                    mailbox.Clear(); // what stood before it was a group's name
                    break;
                case (byte)'(':
                    used = Comment.Length(raw);
                    mailbox.Comment(raw[1..used]);
                    break;
                case (byte)'<':
                    used = mailbox.Angle(raw);
                    break;
                default:
                    used = mailbox.Word(raw);
                    break;
            }
            raw = raw[Math.Min(used, raw.Length)..];
        }
        mailbox.Finish(found);
        return found;
    }
}
