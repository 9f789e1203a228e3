using System.Buffers;
using System.Text;
using HelpdeskMx.Mail.Charsets;
using HelpdeskMx.Mail.Headers;

namespace HelpdeskMx.Mail.Mime;

/// <summary>Makes a string of a text part: charset, line ends, flowed paragraphs.</summary>
internal static class TextBody
{
    private const int MetaWithin = 2048;
    private static readonly SearchValues<byte> s_valueEnd = SearchValues.Create("\"' />;"u8);

    public static string Plain(ReadOnlySpan<byte> bytes, PartHeader header)
    {
        var text = Lines(Charset.Decode(bytes, header.Charset));
        return header.Type["format"] is { } format && format.Equals("flowed", StringComparison.OrdinalIgnoreCase)
            ? FlowedText.Join(text, header.Type["delsp"] is { } delsp && delsp.Equals("yes", StringComparison.OrdinalIgnoreCase))
            : text;
    }

    public static string Html(ReadOnlySpan<byte> bytes, PartHeader header) =>
        WithoutNuls(Charset.Decode(bytes, header.Charset.Length > 0 ? header.Charset : MetaCharset(bytes)));

    /// <summary>The charset a page names in itself, for a part that names none.</summary>
    private static ReadOnlySpan<byte> MetaCharset(ReadOnlySpan<byte> html)
    {
        html = html[..Math.Min(html.Length, MetaWithin)];
        if (Ascii.IsValid(html) && html.IndexOf((byte)0x1B) < 0) return default;
        var at = html.IndexOf("charset="u8);
        if (at < 0) return default;
        var value = html[(at + "charset="u8.Length)..].TrimStart("\"' "u8);
        var end = value.IndexOfAny(s_valueEnd);
        return end < 0 ? default : value[..end];
    }

    private static string Lines(string text)
    {
        if (text.Contains('\r')) text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return WithoutNuls(text);
    }

    private static string WithoutNuls(string text) => text.Contains('\0') ? text.Replace("\0", "", StringComparison.Ordinal) : text;
}
