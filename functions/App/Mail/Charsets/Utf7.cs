using System.Text;

namespace HelpdeskMx.Mail.Charsets;

/// <summary>Decodes UTF-7 (RFC 2152), which .NET no longer does.</summary>
internal static class Utf7
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var plus = bytes.IndexOf((byte)'+');
            text.Append(Encoding.Latin1.GetString(plus < 0 ? bytes : bytes[..plus]));
            if (plus < 0) break;
            bytes = Shifted(bytes[(plus + 1)..], text);
        }
        return text.ToString();
    }

    /// <summary>Reads one shifted run; returns what follows it.</summary>
    private static ReadOnlySpan<byte> Shifted(ReadOnlySpan<byte> bytes, StringBuilder text)
    {
        if (bytes.IsEmpty) return bytes;
        if (bytes[0] == '-') { text.Append('+'); return bytes[1..]; }
        int bits = 0, held = 0, at = 0;
        for (; at < bytes.Length && Alphabet.IndexOf((char)bytes[at]) is var value and >= 0; at++)
        {
            bits = ((bits << 6) | value) & 0x3FFFFF;
            held += 6;
            if (held < 16) continue;
            held -= 16;
            text.Append((char)((bits >> held) & 0xFFFF));
        }
        return at < bytes.Length && bytes[at] == '-' ? bytes[(at + 1)..] : bytes[at..];
    }
}
