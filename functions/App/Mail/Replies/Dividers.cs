using System.Buffers;

namespace HelpdeskMx.Mail.Replies;

/// <summary>Knows the lines that mail programs put above a quoted or forwarded message.</summary>
internal static class Dividers
{
    private const int Longest = 120;

    private static readonly string[] s_originals =
    [
        "original message", "original email", "original e-mail", "original appointment", "reply message", "original mail",
        "původní e-mail", "původní email", "původní zpráva", "pôvodná správa", "pôvodný e-mail", "pôvodný email", "wiadomość oryginalna", "oryginalna wiadomość", "wiadomość pierwotna",
        "ursprüngliche nachricht", "ursprüngliche mail", "ursprüngliche e-mail", "originalnachricht", "original-nachricht", "message d'origine", "message original", "message d’origine", "e-mail d'origine", "e-mail d’origine", "message initial", "courriel d'origine",
        "mensaje original", "correo original", "messaggio originale", "messaggio di origine", "mensagem original", "e-mail original", "oorspronkelijk bericht", "oorspronkelijke bericht", "origineel bericht", "ursprungligt meddelande", "originalmeddelande",
        "opprinnelig melding", "opprinnelig e-post", "oprindelig meddelelse", "oprindelig besked", "original meddelelse", "alkuperäinen viesti", "alkuperäinen sähköposti", "исходное сообщение", "исходное письмо", "оригинальное сообщение",
        "원본 메일", "원본 메시지", "원본메일", "원본메세지", "元のメッセージ", "元のメール", "オリジナルメッセージ", "original message text", "原始邮件", "原邮件", "邮件原件", "回复的原邮件", "原始郵件", "原始信件", "原始訊息", "回复的邮件",
    ];

    private static readonly string[] s_forwards =
    [
        "forwarded message", "forwarded by", "forwarded email", "forwarded mail", "přeposlaná zpráva", "přeposlaný e-mail", "předaná zpráva", "preposlaná správa", "preposlaný e-mail", "wiadomość przekazana", "przekazana wiadomość", "treść przekazanej wiadomości",
        "weitergeleitete nachricht", "weitergeleitete mail", "message transféré", "message réexpédié", "mensaje reenviado", "messaggio inoltrato", "mensagem encaminhada", "mensagem reencaminhada", "doorgestuurd bericht", "vidarebefordrat meddelande", "vidarebefordrat brev",
        "videresendt meddelelse", "videresendt besked", "videresendt melding", "videresendt e-post", "välitetty viesti", "edelleenlähetetty viesti", "пересланное сообщение", "пересылаемое сообщение", "конец пересылаемого сообщения", "переадресованное сообщение",
        "전달된 메일", "전달된 메시지", "전달 메일", "전달된메일", "転送メッセージ", "転送されたメッセージ", "転送メール", "转发邮件", "转发的邮件", "轉寄郵件", "轉寄的郵件", "轉寄訊息", "转发信息",
    ];

    /// <summary>Apple's programs draw no rule: the words stand alone before a colon.</summary>
    private static readonly string[] s_openings =
    [
        "begin forwarded message", "začátek přeposílané zprávy", "začátek přeposlané zprávy", "začiatok preposlanej správy", "začiatok preposielanej správy", "początek przekazywanej wiadomości", "początek przekazanej wiadomości",
        "anfang der weitergeleiteten nachricht", "anfang der weitergeleiteten e-mail", "beginn der weitergeleiteten nachricht", "début du message réexpédié", "début du message transféré", "inicio del mensaje reenviado", "inizio messaggio inoltrato", "inizio del messaggio inoltrato",
        "início da mensagem reencaminhada", "início da mensagem encaminhada", "begin doorgestuurd bericht", "start på videresendt besked", "start på videresendt meddelelse", "videresendt melding", "videresendt e-post", "vidarebefordrat brev", "vidarebefordrat meddelande",
        "välitetty viesti alkaa", "välitetty viesti", "начало переадресованного сообщения", "начало пересылаемого сообщения", "전달된 메시지", "転送されたメッセージ", "以下是转发的邮件", "下面是被转发的邮件", "以下是轉寄的郵件", "開始轉寄郵件",
    ];

    /// <summary>Markers a desk prints at the top of its own mail.</summary>
    private static readonly SearchValues<string> s_replyAbove = SearchValues.Create(
    [
        "reply above this line", "type your reply above", "write above this line", "odpovídejte nad tento řádek", "odpovědi pište nad tuto čáru", "odpovedzte nad tento riadok", "antworten sie über dieser zeile", "répondez au-dessus de cette ligne",
        "responda por encima de esta línea", "rispondi sopra questa riga", "responda acima desta linha", "antwoord boven deze regel", "odpowiedz powyżej tej linii", "이 줄 위에", "この行より上に", "请在此行上方回复", "напишите ответ выше этой строки",
    ],
    StringComparison.OrdinalIgnoreCase);

    public static bool IsDivider(string line)
    {
        var text = line.AsSpan().Trim();
        if (text.Length is < 4 or > Longest) return false;
        return text.ContainsAny(s_replyAbove) || (Ruled(text) is { IsEmpty: false } words && (StartsWith(s_originals, words) || StartsWith(s_forwards, words))) || Opens(text);
    }

    /// <summary>A divider that says that what follows was sent on, not answered.</summary>
    public static bool IsForward(string line)
    {
        var text = line.AsSpan().Trim();
        if (text.Length is < 4 or > Longest) return false;
        return (Ruled(text) is { IsEmpty: false } words && StartsWith(s_forwards, words)) || Opens(text);
    }

    private static bool Opens(ReadOnlySpan<char> text) => text[^1] is ':' or '：' && Is(s_openings, text.TrimEnd(":： \u00A0"));

    /// <summary>The words of a divider without its rule, which count only above the headers of what is quoted.</summary>
    public static bool IsBare(string line)
    {
        var text = line.AsSpan().Trim().TrimEnd(":： \u00A0");
        return text.Length is >= 4 and <= Longest && (Is(s_originals, text) || Is(s_forwards, text));
    }

    /// <summary>The words between two rules; empty where there is no rule before them.</summary>
    private static ReadOnlySpan<char> Ruled(ReadOnlySpan<char> text)
    {
        var inner = text.TrimStart("-_=*─━<>[]( ");
        return text.Length - inner.Length >= 2 ? inner.TrimEnd("-_=*─━<>[]): \u00A0") : default;
    }

    private static bool Is(string[] words, ReadOnlySpan<char> text)
    {
        foreach (var word in words)
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool StartsWith(string[] words, ReadOnlySpan<char> text)
    {
        foreach (var word in words)
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
