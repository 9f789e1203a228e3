namespace HelpdeskMx.Mail.Replies;

/// <summary>Finds the message that a forward carries: attached, or under a divider or the headers of the original.</summary>
internal static class Forward
{
    /// <summary>What subjects of forwards begin with in the languages of mail programs.</summary>
    public static readonly string[] Prefixes =
    [
        "fw:", "fwd:", "wg:", "tr:", "rv:", "i:", "enc:", "res: enc:", "pd:", "doorst:", "vs:", "vb:", "vl:", "fs:", "転送:", "轉寄:", "转发:", "转发：", "轉寄：", "전달:", "пересл:", "přep:", "přeposláno:", "preposlané:", "fwd :", "tr :", "[fwd:",
    ];

    /// <summary>Null where nothing was forwarded, or nothing tells who wrote it.</summary>
    public static ForwardedMail? In(ParsedMail mail)
    {
        if (mail.Kind is MailKind.Bounce or MailKind.Report) return null;
        var lines = mail.ReadableText.Split('\n');
        return Attached(mail, lines) ?? Inline(lines, IsSubject(mail.Subject));
    }

    public static bool IsSubject(string subject) => Array.Exists(Prefixes, prefix => subject.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static ForwardedMail? Attached(ParsedMail mail, string[] lines)
    {
        var messages = mail.Attachments.Where(file => file.ContentType is "message/rfc822" or "message/global").Take(2).ToArray();
        if (messages.Length != 1 || !(IsSubject(mail.Subject) || Array.TrueForAll(lines, string.IsNullOrWhiteSpace))) return null;
        var inner = MailParser.Parse(messages[0].Content);
        return inner.From is { } author ? new(author, inner.Subject, inner.Date, inner.ReadableText.Trim()) : null;
    }

    private static ForwardedMail? Inline(string[] lines, bool isForward)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimStart('>', ' ');
            if (Dividers.IsForward(line)) return HeaderLines.Read(Unquoted(lines, i + 1), 0);
            if (!isForward) continue;
            if (Dividers.IsDivider(line)) return HeaderLines.Read(Unquoted(lines, i + 1), 0);
            if (HeaderLines.BeginAt(lines, i)) return HeaderLines.Read(lines, i);
        }
        return null;
    }

    /// <summary>What follows, without the marks of a program that quotes what it forwards.</summary>
    private static string[] Unquoted(string[] lines, int from)
    {
        var rest = lines[from..];
        var first = Array.Find(rest, line => !string.IsNullOrWhiteSpace(line));
        return first is not null && Quotes.IsQuoted(first) ? Array.ConvertAll(rest, line => line.StartsWith("> ", StringComparison.Ordinal) ? line[2..] : line.TrimStart('>')) : rest;
    }
}
