using System.Globalization;
using System.Text;

namespace HelpdeskMx.Tickets;

/// <summary>How long one message may be on each line, and how a longer text becomes several.</summary>
public static class LineText
{
    /// <summary>The most messages one text becomes.</summary>
    public const int MostParts = 10;

    // Messenger and WhatsApp count characters; Instagram the bytes of UTF-8.
    private const int Messenger = 2000, Instagram = 1000, Whatsapp = 4096;

    /// <summary>The parts in order, each short enough, broken where a reader would pause; a text that fits is one part, an empty one none.</summary>
    public static IReadOnlyList<string> Parts(ChannelKind kind, string text)
    {
        var rest = text.ReplaceLineEndings("\n").Trim();
        List<string> parts = [];
        while (rest.Length > 0)
        {
            var end = Fitting(kind, rest);
            if (end < rest.Length) end = Break(rest, end);
            parts.Add(rest[..end].TrimEnd());
            rest = rest[end..].TrimStart();
        }
        return parts;
    }

    /// <summary>How many characters from the beginning fit, without cutting what is seen as one.</summary>
    private static int Fitting(ChannelKind kind, string text)
    {
        var most = kind switch { ChannelKind.Messenger => Messenger, ChannelKind.Instagram => Instagram, ChannelKind.Whatsapp => Whatsapp, _ => int.MaxValue };
        if (text.Length <= most && (kind != ChannelKind.Instagram || Encoding.UTF8.GetByteCount(text) <= most)) return text.Length;
        int end = 0, size = 0;
        while (end < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text, end);
            if (length > most) length = char.IsHighSurrogate(text[end]) && end + 1 < text.Length ? 2 : 1; // a heap of combining marks
            size += kind == ChannelKind.Instagram ? Encoding.UTF8.GetByteCount(text.AsSpan(end, length)) : length;
            if (size > most && end > 0) break;
            end += length;
        }
        return end;
    }

    private static int Break(string text, int end)
    {
        foreach (var pause in (string[])["\n\n", "\n", ". ", "! ", "? ", " "])
        {
            var at = text.LastIndexOf(pause, end - 1, end, StringComparison.Ordinal);
            if (at > end / 2) return at + pause.Length;
        }
        return end;
    }
}
