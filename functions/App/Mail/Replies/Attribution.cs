namespace HelpdeskMx.Mail.Replies;

/// <summary>Recognises the line above a quote that says who wrote it and when, in the languages mail programs speak.</summary>
internal static class Attribution
{
    private const int MostLines = 4;
    private const int Longest = 400;

    private static readonly string[] s_wrote =
    [
        "wrote", "writes", "sent", "napsal", "napsala", "napsal(a)", "napsal/a", "napsala/a", "odesílatel", "napísal", "napísala", "napísal(a)", "napísal/a", "odosielateľ", "napisał", "napisała", "napisał(a)", "napisał/a", "pisze",
        "schrieb", "geschrieben", "a écrit", "écrit", "escribió", "escribio", "ha scritto", "scritto", "escreveu", "schreef", "geschreven", "skrev", "kirjoitti",
        "написал", "написала", "написал(а)", "написал/а", "написал(-а)", "написал (-а)", "пишет", "писал", "писал(а)", "написав", "님이 작성", "님이 작성한 메시지", "작성", "작성함", "님이 씀", "쓴 글", "のメール", "のメッセージ", "書き込みました", "書きました", "写道", "寫道",
        "em escreveu", "skrifaði", "írta", "ezt írta", "a scris", "yazdı", "έγραψε",
    ];

    private static readonly char[] s_rule = ['-', ' ', '\t', '\r', '\u00A0'];

    /// <summary>What verbs end in: a look at one character spares most lines the comparison with all of them.</summary>
    private static readonly System.Buffers.SearchValues<char> s_lastLetters = System.Buffers.SearchValues.Create([.. s_wrote.SelectMany(verb => new[] { char.ToLowerInvariant(verb[^1]), char.ToUpperInvariant(verb[^1]) })]);

    /// <summary>How many lines the attribution that begins here takes; 0 where none does.</summary>
    public static int LinesAt(string[] lines, int at)
    {
        var first = lines[at].AsSpan().Trim(s_rule);
        if (first.Length is 0 or > Longest || !MayBegin(first)) return 0;
        var total = 0;
        for (var length = 1; length <= MostLines && at + length <= lines.Length; length++)
        {
            var last = lines[at + length - 1].AsSpan().Trim(s_rule);
            total += last.Length + 1;
            if (last.IsEmpty || total > Longest || (length > 1 && Quotes.IsQuoted(lines[at + length - 1]))) return 0;
            if (EndsLikeOne(last)) return IsAttribution(string.Join(' ', lines[at..(at + length)].Select(line => line.Trim(s_rule)))) ? length : 0;
        }
        return 0;
    }

    /// <summary>It names a day, a time or an address near its start, so that ordinary lines are left at once.</summary>
    private static bool MayBegin(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('0', '9') >= 0 || text.Contains('@') || StartsAsOne(text);

    private static bool StartsAsOne(ReadOnlySpan<char> text)
    {
        foreach (var word in (ReadOnlySpan<string>)["On ", "Le ", "Am ", "El ", "Il ", "Em ", "Op ", "Dne ", "Dňa ", "Dnia ", "W dniu ", "Den ", "På ", "在", "于", "No dia ", "Às "])
            if (text.StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool EndsLikeOne(ReadOnlySpan<char> text) => text[^1] is ':' or '：' || EndsInVerb(text.TrimEnd(" .,"));

    private static bool IsAttribution(string text)
    {
        var hasDigit = text.AsSpan().IndexOfAnyInRange('0', '9') >= 0;
        var hasAddress = text.Contains('@');
        if (!hasDigit && !hasAddress) return false;
        var end = text.AsSpan().TrimEnd(":： \u00A0");
        if (EndsInVerb(end) || HasVerb(text)) return hasAddress || HasDay(text);
        return hasAddress && HasDay(text) && (end.EndsWith(">") || end.EndsWith(")") || end.EndsWith("]")); // "5 Jan 2024, 10:23, Name <address>:"
    }

    private static bool EndsInVerb(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !s_lastLetters.Contains(text[^1])) return false;
        foreach (var verb in s_wrote)
            if (text.EndsWith(verb, StringComparison.OrdinalIgnoreCase) && (verb[0] > 0x2E80 || text.Length > verb.Length && !char.IsLetter(text[^(verb.Length + 1)]))) return true;
        return false;
    }

    /// <summary>German and Dutch put the name behind the verb: "Am … schrieb Name:".</summary>
    private static bool HasVerb(string text)
    {
        foreach (var verb in (ReadOnlySpan<string>)[" schrieb ", " schreef ", " skrev ", " napsal ", " napsala ", " napísal ", " napisał ", " wrote ", " a écrit ", " escribió ", " ha scritto ", " escreveu ", " пишет ", " odesílatel ", " kirjoitti ", " napisana przez ", " wrote on ", " sent on "])
            if (text.Contains(verb, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>At least three digits: a year, or a day and a time.</summary>
    private static bool HasDay(string text)
    {
        var digits = 0;
        foreach (var c in text)
            if (char.IsAsciiDigit(c) && ++digits == 3) return true;
        return false;
    }
}
