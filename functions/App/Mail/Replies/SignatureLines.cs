namespace HelpdeskMx.Mail.Replies;

/// <summary>Finds where a signature begins.</summary>
internal static class SignatureLines
{
    private const int MostLines = 14;
    private const int LongestLine = 60;

    private static readonly string[] s_closings =
    [
        "thanks", "thank you", "many thanks", "regards", "best regards", "kind regards", "best", "cheers", "sincerely", "yours", "s pozdravem", "s pozdravom", "děkuji", "ďakujem", "pozdrawiam", "z poważaniem",
        "mit freundlichen grüßen", "viele grüße", "beste grüße", "cordialement", "bien à vous", "saludos", "un saludo", "cordiali saluti", "distinti saluti", "atenciosamente", "met vriendelijke groet", "groeten",
        "med vänlig hälsning", "med venlig hilsen", "med vennlig hilsen", "с уважением", "감사합니다", "よろしくお願いいたします", "此致",
    ];

    private static readonly string[] s_devices =
    [
        "sent from my", "sent with", "sent via", "get outlook for", "odesláno z", "odoslané z", "wysłane z", "wysłano z", "von meinem", "gesendet von", "envoyé de mon", "envoyé depuis", "enviado desde", "enviado do meu",
        "inviato da", "verzonden vanaf", "skickat från", "sendt fra", "отправлено с", "나의 iphone에서", "iphoneから送信", "发自我的", "via mobile",
    ];

    /// <summary>The index of the signature's first line; the number of lines where there is none.</summary>
    public static int Start(string[] lines, string? sender)
    {
        var floor = Math.Max(1, lines.Length - TextLines(lines));
        for (var i = floor; i < lines.Length; i++)
            if (IsMark(lines[i])) return i;
        var named = Array.FindIndex(lines, floor, line => Names(line, sender));
        if (named >= 0 && AllShort(lines, named)) return named > 1 && IsClosing(lines[named - 1]) ? named - 1 : named;
        var device = Array.FindIndex(lines, floor, IsDevice);
        return device >= 0 ? device : lines.Length;
    }

    /// <summary>How many lines from the end hold so many lines of text.</summary>
    private static int TextLines(string[] lines)
    {
        int count = 0, text = 0;
        while (count < lines.Length && text < MostLines)
            if (!string.IsNullOrWhiteSpace(lines[lines.Length - ++count])) text++;
        return count;
    }

    /// <summary>"-- " on a line of its own (RFC 3676 §4.3), or a rule drawn under the text.</summary>
    private static bool IsMark(string line)
    {
        var text = line.AsSpan().Trim();
        return text is "--" or "—" || (text.Length >= 5 && text.IndexOfAnyExcept("-_=") < 0);
    }

    private static bool Names(string line, string? sender)
    {
        if (string.IsNullOrWhiteSpace(sender)) return false;
        var text = line.AsSpan().Trim();
        if (text.Length is 0 or > LongestLine) return false;
        var name = sender.Contains('@') ? sender[..sender.IndexOf('@')] : sender.Trim();
        return name.Length > 1 && text.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (text.Length == name.Length || !char.IsLetter(text[name.Length]));
    }

    private static bool AllShort(string[] lines, int from) => Array.TrueForAll(lines[from..], line => line.Length <= LongestLine);

    private static bool IsClosing(string line)
    {
        var text = line.Trim().TrimEnd(',', '.', '!');
        return s_closings.Any(closing => text.Equals(closing, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsDevice(string line)
    {
        var text = line.Trim();
        return text.Length <= LongestLine && s_devices.Any(device => text.StartsWith(device, StringComparison.OrdinalIgnoreCase));
    }
}
