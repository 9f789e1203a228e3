using System.Text;

namespace HelpdeskMx.Mail.Headers;

/// <summary>Reads the date of a header (RFC 5322 §3.3 and §4.3) and the shapes that break it: other orders and separators, number months, ISO 8601.</summary>
public static class MailDate
{
    /// <summary>The date, with its offset as written; null where no day and time can be read.</summary>
    /// <param name="raw">A Date value, or a trace header, whose date follows the last semicolon.</param>
    public static DateTimeOffset? Parse(ReadOnlySpan<byte> raw)
    {
        var rest = raw[(raw.LastIndexOf((byte)';') + 1)..];
        var parts = new DateParts();
        while (!(rest = Comment.Skip(rest)).IsEmpty)
        {
            var first = (char)rest[0];
            var used = char.IsAsciiDigit(first) ? TakeNumber(rest, ref parts)
                : first is '+' or '-' && parts.HasTime ? TakeOffset(rest, ref parts)
                : char.IsAsciiLetter(first) ? TakeWord(rest, ref parts)
                : 1;
            rest = rest[used..];
        }
        return parts.ToDate();
    }

    public static DateTimeOffset? Parse(string text) => Parse(Encoding.UTF8.GetBytes(text));

    private static int TakeNumber(ReadOnlySpan<byte> text, ref DateParts parts)
    {
        var used = Digits(text, out var number);
        if (parts.HasTime || used >= text.Length || text[used] != ':') { parts.Number(number); return used; }
        used += 1 + Digits(text[(used + 1)..], out var minute);
        var second = 0;
        if (used < text.Length && text[used] == ':') used += 1 + Digits(text[(used + 1)..], out second);
        if (used < text.Length && text[used] == '.') used += 1 + Digits(text[(used + 1)..], out _);
        parts.Time(number, minute, second);
        return used;
    }

    private static int TakeOffset(ReadOnlySpan<byte> text, ref DateParts parts)
    {
        var used = 1 + Digits(text[1..], out var number);
        if (used == 1) return 1;
        var isHours = used <= 3;
        if (isHours) number *= 100;
        if (isHours && used < text.Length && text[used] == ':') { used += 1 + Digits(text[(used + 1)..], out var minutes); number += minutes; }
        parts.Offset(text[0] == '-', number);
        return used;
    }

    private static int TakeWord(ReadOnlySpan<byte> text, ref DateParts parts)
    {
        if (text.Length > 1 && text[0] is (byte)'T' or (byte)'t' && char.IsAsciiDigit((char)text[1])) return 1; // between date and time in ISO 8601
        var used = 1;
        while (used < text.Length && (char.IsAsciiLetterOrDigit((char)text[used]) || text[used] > 0x7F)) used++;
        parts.Word(text[..used]);
        return used;
    }

    private static int Digits(ReadOnlySpan<byte> text, out int number)
    {
        var used = 0;
        for (number = 0; used < text.Length && used < 9 && char.IsAsciiDigit((char)text[used]); used++) number = number * 10 + text[used] - '0';
        return used;
    }
}
