using System.Buffers;
using System.Text;
using HelpdeskMx.Mail.Charsets;

namespace HelpdeskMx.Mail.Headers;

/// <summary>Reads the parameters after a content field's value (RFC 2045 §5.1), whole or in the pieces of RFC 2231.</summary>
internal static class Parameters
{
    private const int Most = 200;
    private static readonly SearchValues<byte> s_nameEnd = SearchValues.Create("= \t\r\n;"u8);

    public static IReadOnlyList<KeyValuePair<string, string>> Read(ReadOnlySpan<byte> rest, Encoding? fallback)
    {
        List<KeyValuePair<string, string>>? found = null;
        ParameterPieces? pieces = null;
        for (var count = 0; count < Most && !(rest = Comment.Skip(rest).TrimStart("; \t\r\n"u8)).IsEmpty; count++)
        {
            var end = rest.IndexOfAny("=;"u8);
            if (end < 0) break;
            var name = rest[..end].Trim(" \t\r\n"u8);
            var hasValue = rest[end] == '=';
            rest = rest[(end + 1)..];
            if (!hasValue) continue;
            var raw = Value(ref rest, out var quoted);
            if (raw.IsEmpty || name.IsEmpty || name[0] == '*') continue;
            if (name.LastIndexOf(" \t"u8) is var space and >= 0) name = name[(space + 1)..];
            if (name.IndexOf((byte)'*') > 0) (pieces ??= new()).Add(name, quoted ? Unquote(raw) : raw);
            else Add(found ??= [], Charset.DecodeRaw(name, null).ToLowerInvariant(), Text(raw, quoted, fallback));
        }
        if (pieces is not null)
            foreach (var (name, value) in pieces.Join()) Add(found ??= [], name, value);
        return found ?? (IReadOnlyList<KeyValuePair<string, string>>)[];
    }

    private static void Add(List<KeyValuePair<string, string>> found, string name, string value)
    {
        foreach (var known in found)
            if (known.Key == name) return;
        found.Add(new(name, value));
    }

    /// <summary>Takes the value at the start: a quoted string without its quotes, or what runs to the next delimiter.</summary>
    private static ReadOnlySpan<byte> Value(ref ReadOnlySpan<byte> rest, out bool quoted)
    {
        rest = Comment.Skip(rest);
        quoted = !rest.IsEmpty && rest[0] == '"';
        if (quoted)
        {
            var length = Comment.QuotedLength(rest);
            var inside = rest[1..length];
            if (inside.EndsWith("\""u8) && length > 1) inside = inside[..^1];
            rest = rest[length..];
            return inside;
        }
        var end = UnquotedLength(rest);
        var value = rest[..end].TrimEnd(" \t\r\n"u8);
        rest = rest[end..];
        return value;
    }

    /// <summary>An unquoted value ends at a semicolon or comment, or at white space before the next "name=", so that a name with spaces left unquoted survives.</summary>
    private static int UnquotedLength(ReadOnlySpan<byte> rest)
    {
        var at = 0;
        while (at < rest.Length)
        {
            var word = EncodedWord.At(rest[at..]);
            if (word.Length > 0) { at += word.Length; continue; }
            if (rest[at] is (byte)';' or (byte)'(') break;
            if (rest[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            {
                var next = rest[at..].TrimStart(" \t\r\n"u8);
                if (EncodedWord.At(next).Length == 0 && next.IndexOfAny(s_nameEnd) is var stop and > 0 && next[stop] == '=') break;
                at = rest.Length - next.Length;
                continue;
            }
            at++;
        }
        return at;
    }

    private static string Text(ReadOnlySpan<byte> raw, bool quoted, Encoding? fallback)
    {
        var value = quoted ? Unquote(raw) : raw;
        if (Ascii.IsValid(value) && value.IndexOf("=?"u8) < 0) return Encoding.ASCII.GetString(value);
        return HeaderText.DecodeWords(value, fallback);
    }

    /// <summary>Undoes escapes and folding (RFC 5322 §3.2.4, §2.2.3).</summary>
    private static ReadOnlySpan<byte> Unquote(ReadOnlySpan<byte> raw)
    {
        if (raw.IndexOfAny("\\\r\n"u8) < 0) return raw;
        var plain = new ArrayBufferWriter<byte>(raw.Length + 1);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] is (byte)'\r' or (byte)'\n') continue;
            if (raw[i] == '\\' && i + 1 < raw.Length && raw[i + 1] is (byte)'"' or (byte)'\\' or (byte)'\'') i++;
            plain.Write(raw.Slice(i, 1));
        }
        return plain.WrittenSpan;
    }
}
