using System.Buffers;

namespace HelpdeskMx.Mail.Headers;

/// <summary>The pieces of one <c>=?charset?B?text?=</c> (RFC 2047 §2, with the language of RFC 2231 §5).</summary>
internal readonly ref struct EncodedWord
{
    private static readonly SearchValues<byte> s_charsetEnd = SearchValues.Create("? \t\n\r="u8);

    private EncodedWord(ReadOnlySpan<byte> charset, bool base64, ReadOnlySpan<byte> text, int length)
    {
        Charset = charset;
        IsBase64 = base64;
        Text = text;
        Length = length;
    }

    public ReadOnlySpan<byte> Charset { get; }

    public bool IsBase64 { get; }

    public ReadOnlySpan<byte> Text { get; }

    /// <summary>Bytes of the whole word; 0 where there is none.</summary>
    public int Length { get; }

    /// <summary>Reads the word that begins at the start of the value. White space inside the text is tolerated; a word cut off at the end is read to the end.</summary>
    public static EncodedWord At(ReadOnlySpan<byte> value)
    {
        const int LongestCharset = 64;
        if (!value.StartsWith("=?"u8)) return default;
        var rest = value[2..];
        var mark = rest[..Math.Min(rest.Length, LongestCharset)].IndexOfAny(s_charsetEnd);
        if (mark <= 0 || rest[mark] != '?' || rest.Length < mark + 3 || rest[mark + 2] != '?') return default;
        var charset = rest[..mark];
        var kind = rest[mark + 1] | 0x20;
        if (kind is not ('b' or 'q')) return default;
        var text = rest[(mark + 3)..];
        var start = 2 + mark + 3;
        var end = text.IndexOf("?="u8);
        var length = end >= 0 ? start + end + 2 : kind == 'b' && text.IndexOfAny(" \t\n?"u8) < 0 ? value.Length : 0;
        if (length == 0) return default;
        if (end >= 0) text = text[..end];
        var language = charset.IndexOf((byte)'*');
        return new(language < 0 ? charset : charset[..language], kind == 'b', text, length);
    }
}
