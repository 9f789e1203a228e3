using System.Buffers;
using System.Text;
using HelpdeskMx.Mail.Charsets;

namespace HelpdeskMx.Mail.Headers;

/// <summary>Makes a raw header value readable: unfolded, encoded words decoded, free of control characters.</summary>
public static class HeaderText
{
    private static readonly SearchValues<byte> s_plain = SearchValues.Create(
        " !\"#$%&'()*+,-./0123456789:;<>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"u8);

    /// <summary>Decodes an unstructured value (RFC 5322 §2.2.3, RFC 2047, RFC 6532).</summary>
    /// <param name="raw">The bytes after the colon, folding included.</param>
    /// <param name="fallback">What raw 8-bit bytes are read as when they are not UTF-8, such as the body's charset.</param>
    public static string Decode(ReadOnlySpan<byte> raw, Encoding? fallback = null)
    {
        var value = raw.Trim(" \t\r\n"u8);
        if (!value.ContainsAnyExcept(s_plain)) return Encoding.ASCII.GetString(value);
        var rented = ArrayPool<byte>.Shared.Rent(value.Length);
        var length = Unfold(value, rented);
        var text = DecodeWords(rented.AsSpan(0, length), fallback).Trim();
        ArrayPool<byte>.Shared.Return(rented);
        return text;
    }

    /// <summary>Decodes encoded words in a value whose folds are single line feeds; keeps outer white space.</summary>
    internal static string DecodeWords(ReadOnlySpan<byte> value, Encoding? fallback)
    {
        if (!value.ContainsAnyExcept(s_plain)) return Encoding.ASCII.GetString(value);
        var text = value.IndexOf("=?"u8) < 0 ? Charset.DecodeRaw(value, fallback) : EncodedWords.Decode(value, fallback);
        return WithoutControls(text);
    }

    /// <summary>Copies with each fold, and the white space around it, as one line feed.</summary>
    private static int Unfold(ReadOnlySpan<byte> value, Span<byte> target)
    {
        var written = 0;
        while (true)
        {
            var end = value.IndexOfAny((byte)'\r', (byte)'\n');
            var line = end < 0 ? value : value[..end];
            line.CopyTo(target[written..]);
            written += line.Length;
            if (end < 0) return written;
            while (written > 0 && target[written - 1] is (byte)' ' or (byte)'\t') written--;
            target[written++] = (byte)'\n';
            value = value[end..].TrimStart(" \t\r\n"u8);
        }
    }

    /// <summary>No line end or control character survives, however it was smuggled in.</summary>
    private static string WithoutControls(string text)
    {
        foreach (var c in text)
            if (char.IsControl(c)) return string.Create(text.Length, text, static (to, from) =>
            {
                for (var i = 0; i < to.Length; i++) to[i] = char.IsControl(from[i]) ? ' ' : from[i];
            });
        return text;
    }
}
