using System.Buffers;
using System.Buffers.Text;

namespace HelpdeskMx.Mail.Mime;

/// <summary>Base64 as it comes by mail (RFC 2045 §6.8): foreign characters are skipped, padding may be missing or stand in the middle.</summary>
internal struct Base64Reader
{
    private static readonly SearchValues<byte> s_alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="u8);
    private static readonly sbyte[] s_values = Values();
    private int _bits;
    private int _held;

    /// <summary>Decodes a whole body: fast for the clean case, tolerant for the rest.</summary>
    public static byte[] Decode(ReadOnlySpan<byte> text)
    {
        var rented = ArrayPool<byte>.Shared.Rent(text.Length);
        var length = CopyLines(text, rented);
        var clean = rented.AsSpan(0, length);
        var decoded = new byte[DecodedLength(clean)];
        if (Base64.DecodeFromUtf8(clean, decoded, out _, out var written) != OperationStatus.Done || written != decoded.Length) decoded = DecodeBroken(clean);
        ArrayPool<byte>.Shared.Return(rented);
        return decoded;
    }

    /// <summary>What a text without any fault decodes to, so that its bytes go straight where they stay.</summary>
    private static int DecodedLength(ReadOnlySpan<byte> clean) => clean.Length / 4 * 3 - (clean.EndsWith("=="u8) ? 2 : clean.EndsWith("="u8) ? 1 : 0) is var length and > 0 ? length : 0;

    private static byte[] DecodeBroken(ReadOnlySpan<byte> clean)
    {
        var all = new ArrayBufferWriter<byte>(clean.Length + 1);
        new Base64Reader().Read(WithoutFooter(clean), all);
        return all.WrittenSpan.ToArray();
    }

    /// <summary>Decodes what stands in the text, carrying bits of an unfinished group over to the next call.</summary>
    public void Read(ReadOnlySpan<byte> text, IBufferWriter<byte> target)
    {
        var to = target.GetSpan(text.Length + 1);
        var written = 0;
        foreach (var b in text)
        {
            var value = s_values[b];
            if (value >= 0)
            {
                _bits = ((_bits << 6) | (byte)value) & 0xFFFF;
                _held += 6;
                if (_held < 8) continue;
                _held -= 8;
                to[written++] = (byte)(_bits >> _held);
            }
            else if (b == '=')
            {
                (_bits, _held) = (0, 0);
            }
        }
        target.Advance(written);
    }

    /// <summary>Without what follows the padding, unless it is base64 too: lists append their footers in plain text.</summary>
    private static ReadOnlySpan<byte> WithoutFooter(ReadOnlySpan<byte> text)
    {
        var padding = text.IndexOf((byte)'=');
        return padding < 0 || !text[padding..].ContainsAnyExcept(s_alphabet) ? text : text[..padding];
    }

    private static int CopyLines(ReadOnlySpan<byte> text, Span<byte> target)
    {
        var written = 0;
        while (!text.IsEmpty)
        {
            var end = text.IndexOfAny((byte)'\n', (byte)'\r');
            var line = end < 0 ? text : text[..end];
            line.CopyTo(target[written..]);
            written += line.Length;
            text = end < 0 ? default : text[(end + 1)..];
        }
        return written;
    }

    private static sbyte[] Values()
    {
        var values = new sbyte[256];
        Array.Fill(values, (sbyte)-1);
        for (var i = 0; i < 64; i++) values["ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"[i]] = (sbyte)i;
        return values;
    }
}
