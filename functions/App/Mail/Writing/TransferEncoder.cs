using System.Text;

namespace HelpdeskMx.Mail.Writing;

/// <summary>Base64 and quoted-printable in lines of 76 characters (RFC 2045 §6.7, §6.8).</summary>
internal static class TransferEncoder
{
    private const int Width = 76;

    public static byte[] Base64(ReadOnlySpan<byte> bytes)
    {
        const int Chunk = Width / 4 * 3;
        var lines = (bytes.Length + Chunk - 1) / Chunk;
        var encoded = new byte[lines * (Width + 2)];
        var at = 0;
        for (; !bytes.IsEmpty; bytes = bytes[Math.Min(Chunk, bytes.Length)..])
        {
            System.Buffers.Text.Base64.EncodeToUtf8(bytes[..Math.Min(Chunk, bytes.Length)], encoded.AsSpan(at), out _, out var written);
            at += written;
            encoded[at++] = (byte)'\r';
            encoded[at++] = (byte)'\n';
        }
        return encoded.Length == at ? encoded : encoded[..at];
    }

    public static byte[] QuotedPrintable(ReadOnlySpan<byte> bytes)
    {
        var encoded = new List<byte>(bytes.Length * 5 / 4);
        var column = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '\r' && i + 1 < bytes.Length && bytes[i + 1] == '\n')
            {
                encoded.AddRange("\r\n"u8);
                column = 0;
                i++;
                continue;
            }
            var literal = IsLiteral(bytes, i, column);
            var length = literal ? 1 : 3;
            if (column + length > Width - 1)
            {
                encoded.AddRange("=\r\n"u8);
                column = 0;
                literal = IsLiteral(bytes, i, column);
                length = literal ? 1 : 3;
            }
            if (literal) encoded.Add(bytes[i]);
            else encoded.AddRange(Encoding.ASCII.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"={bytes[i]:X2}")));
            column += length;
        }
        return [.. encoded];
    }

    /// <summary>Every line ends in CRLF, whatever it ended in before.</summary>
    public static byte[] WithCrLf(ReadOnlySpan<byte> bytes)
    {
        var lines = new List<byte>(bytes.Length + bytes.Length / 32);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] is not ((byte)'\r' or (byte)'\n')) { lines.Add(bytes[i]); continue; }
            if (bytes[i] == '\r' && i + 1 < bytes.Length && bytes[i + 1] == '\n') i++;
            lines.AddRange("\r\n"u8);
        }
        return [.. lines];
    }

    /// <summary>Dots and "From " at the start of a line, and white space at its end, are encoded too, for relays that touch them.</summary>
    private static bool IsLiteral(ReadOnlySpan<byte> bytes, int at, int column)
    {
        var b = bytes[at];
        if (b is (byte)' ' or (byte)'\t') return at + 1 < bytes.Length && bytes[at + 1] is not ((byte)'\r' or (byte)'\n');
        if (column == 0 && (b == '.' || bytes[at..].StartsWith("From "u8))) return false;
        return b is > 0x20 and < 0x7F and not (byte)'=';
    }
}
