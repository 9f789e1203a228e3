using System.Buffers;

namespace HelpdeskMx.Mail.Mime;

/// <summary>Quoted-printable (RFC 2045 §6.7) and its header cousin Q (RFC 2047 §4.2); what is no escape stays as it stands.</summary>
internal static class QuotedPrintable
{
    /// <summary>Decodes a body.</summary>
    public static byte[] Decode(ReadOnlySpan<byte> text)
    {
        var rented = ArrayPool<byte>.Shared.Rent(text.Length);
        var written = Decode(text, rented);
        var decoded = rented.AsSpan(0, written).ToArray();
        ArrayPool<byte>.Shared.Return(rented);
        return decoded;
    }

    /// <summary>Decodes into a target at least as long as the text; returns the length written.</summary>
    public static int Decode(ReadOnlySpan<byte> text, Span<byte> target)
    {
        var written = 0;
        while (!text.IsEmpty)
        {
            var stop = text.IndexOfAny((byte)'=', (byte)'\n');
            var run = stop < 0 ? text : text[..stop];
            run.CopyTo(target[written..]);
            written += run.Length;
            if (stop < 0) break;
            text = text[stop..];
            if (text[0] == '\n')
            {
                written = TrimLine(target, written, run.Length);
                target[written++] = (byte)'\n';
                text = text[1..];
            }
            else
            {
                text = text[Escape(text, target, ref written)..];
            }
        }
        return written;
    }

    /// <summary>Decodes the text of an encoded word; a fold inside it means nothing.</summary>
    public static void DecodeWord(ReadOnlySpan<byte> text, IBufferWriter<byte> target)
    {
        var to = target.GetSpan(text.Length + 1);
        var written = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var b = text[i];
            if (b == '\n') continue;
            if (b == '=' && i + 2 < text.Length && Hex(text[i + 1], text[i + 2]) is var value and >= 0) { b = (byte)value; i += 2; }
            else if (b == '_') b = (byte)' ';
            to[written++] = b;
        }
        target.Advance(written);
    }

    /// <summary>White space before a line end was added on the way (rule 3); the carriage return stays.</summary>
    private static int TrimLine(Span<byte> target, int written, int runLength)
    {
        var floor = written - runLength;
        var hasReturn = written > floor && target[written - 1] == '\r';
        if (hasReturn) written--;
        while (written > floor && target[written - 1] is (byte)' ' or (byte)'\t') written--;
        if (hasReturn) target[written++] = (byte)'\r';
        return written;
    }

    /// <summary>Decodes the escape or soft line break at the start; returns its length.</summary>
    private static int Escape(ReadOnlySpan<byte> text, Span<byte> target, ref int written)
    {
        if (text.Length > 2 && Hex(text[1], text[2]) is var value and >= 0)
        {
            target[written++] = (byte)value;
            return 3;
        }
        var after = text[1..].TrimStart(" \t"u8);
        var padding = text.Length - after.Length;
        if (after.IsEmpty) return padding;
        if (after[0] == '\n') return padding + 1;
        if (after[0] == '\r') return after.StartsWith("\r\n"u8) ? padding + 2 : padding + 1;
        target[written++] = (byte)'=';
        return 1;
    }

    private static int Hex(byte high, byte low)
    {
        int h = HexDigit(high), l = HexDigit(low);
        return h < 0 || l < 0 ? -1 : (h << 4) | l;
    }

    private static int HexDigit(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        _ => -1,
    };
}
