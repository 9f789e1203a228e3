namespace HelpdeskMx.Mail.Replies;

/// <summary>Knows the lines that mail programs put above a quoted or forwarded message.</summary>
internal static class Dividers
{
    private const int Longest = 120;

    private static readonly string[] s_words =
    [
        "original message", "original email", "original appointment", "forwarded message", "begin forwarded message", "forwarded by", "reply message", "original mail",
        "původní e-mail", "původní zpráva", "přeposlaná zpráva", "přeposlaný e-mail", "pôvodná správa", "pôvodný e-mail", "preposlaná správa", "preposlaný e-mail",
        "wiadomość oryginalna", "oryginalna wiadomość", "wiadomość przekazana", "przekazana wiadomość", "treść przekazanej wiadomości",
        "ursprüngliche nachricht", "ursprüngliche mail", "originalnachricht", "weitergeleitete nachricht", "original-nachricht",
        "message d'origine", "message original", "message d’origine", "message transféré", "e-mail d'origine", "message initial",
        "mensaje original", "mensaje reenviado", "correo original", "messaggio originale", "messaggio inoltrato", "mensagem original", "mensagem encaminhada",
        "oorspronkelijk bericht", "oorspronkelijke bericht", "doorgestuurd bericht", "ursprungligt meddelande", "originalmeddelande", "vidarebefordrat meddelande",
        "opprinnelig melding", "oprindelig meddelelse", "original meddelelse", "videresendt meddelelse", "videresendt melding", "alkuperäinen viesti", "välitetty viesti",
        "исходное сообщение", "пересланное сообщение", "пересылаемое сообщение", "оригинальное сообщение", "конец пересылаемого сообщения",
        "원본 메일", "원본 메시지", "원본메일", "원본메세지", "전달된 메일", "전달된 메시지",
        "元のメッセージ", "元のメール", "転送メッセージ", "転送されたメッセージ", "original message text", "原始邮件", "原邮件", "转发邮件", "轉寄郵件", "原始郵件", "转发的邮件", "原始信件",
    ];

    /// <summary>Markers a desk prints at the top of its own mail.</summary>
    private static readonly string[] s_replyAbove = ["reply above this line", "type your reply above", "odpovídejte nad tento řádek", "antworten sie über dieser zeile"];

    public static bool IsDivider(string line)
    {
        var text = line.AsSpan().Trim();
        if (text.Length is < 8 or > Longest) return false;
        if (Contains(s_replyAbove, text)) return true;
        var inner = text.TrimStart("-_=*─━<>[]( ");
        var isRuled = text.Length - inner.Length >= 2;
        inner = inner.TrimEnd("-_=*─━<>[]): \u00A0");
        return (isRuled || text.StartsWith("begin forwarded", StringComparison.OrdinalIgnoreCase)) && StartsWith(s_words, inner);
    }

    private static bool StartsWith(string[] words, ReadOnlySpan<char> text)
    {
        foreach (var word in words)
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool Contains(string[] words, ReadOnlySpan<char> text)
    {
        foreach (var word in words)
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
