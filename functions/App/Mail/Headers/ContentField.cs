using System.Text;
using HelpdeskMx.Mail.Charsets;

namespace HelpdeskMx.Mail.Headers;

/// <summary>The value of Content-Type or Content-Disposition: a token, or two with a slash between, and parameters (RFC 2045 §5.1, RFC 2183).</summary>
/// <param name="Value">Lower case, such as text/plain or attachment.</param>
/// <param name="Parameters">Decoded; names are lower case, and a name given twice keeps its first value.</param>
public sealed record ContentField(string Value, IReadOnlyList<KeyValuePair<string, string>> Parameters)
{
    private static readonly string[] s_common = ["text/plain", "text/html", "multipart/alternative", "multipart/mixed", "multipart/related", "inline", "attachment", "message/rfc822"];

    public string Type => Value.IndexOf('/') is var slash and >= 0 ? Value[..slash] : Value;

    public string? this[string parameter]
    {
        get
        {
            foreach (var (name, value) in Parameters)
                if (name == parameter) return value;
            return null;
        }
    }

    /// <summary>Reads a value; null where it does not begin with a token.</summary>
    public static ContentField? Parse(ReadOnlySpan<byte> raw, Encoding? fallback = null)
    {
        var rest = Comment.Skip(raw);
        var value = MediaType(ref rest);
        return value.Length == 0 ? null : new(value, Headers.Parameters.Read(rest, fallback));
    }

    private static string MediaType(ref ReadOnlySpan<byte> rest)
    {
        var type = Token(ref rest, "; \t\r\n(/"u8);
        rest = Comment.Skip(rest);
        if (type.IsEmpty || rest.IsEmpty || rest[0] != '/') return Text(type, default);
        rest = Comment.Skip(rest[1..]);
        return Text(type, Token(ref rest, "; \t\r\n("u8));
    }

    private static ReadOnlySpan<byte> Token(ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> ends)
    {
        var end = rest.IndexOfAny(ends);
        var token = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[end..];
        return token;
    }

    private static string Text(ReadOnlySpan<byte> type, ReadOnlySpan<byte> subtype)
    {
        foreach (var known in s_common)
            if (IsType(known, type, subtype)) return known;
        var text = subtype.IsEmpty ? Charset.DecodeRaw(type, null) : $"{Charset.DecodeRaw(type, null)}/{Charset.DecodeRaw(subtype, null)}";
        return text.ToLowerInvariant();
    }

    private static bool IsType(string known, ReadOnlySpan<byte> type, ReadOnlySpan<byte> subtype)
    {
        if (subtype.IsEmpty) return Ascii.EqualsIgnoreCase(type, known);
        return known.Length == type.Length + 1 + subtype.Length && known[type.Length] == '/'
            && Ascii.EqualsIgnoreCase(type, known.AsSpan(0, type.Length)) && Ascii.EqualsIgnoreCase(subtype, known.AsSpan(type.Length + 1));
    }
}
