using System.Buffers;
using System.Text;

namespace HelpdeskMx.Mail.Mime;

/// <summary>Undoes the Content-Transfer-Encoding of a part (RFC 2045 §6); one that is unknown is taken as none.</summary>
internal static class TransferEncoding
{
    private static readonly SearchValues<byte> s_tokenEnd = SearchValues.Create(" \t\r\n;(\""u8);

    public static ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> body, ReadOnlySpan<byte> name)
    {
        name = Headers.Comment.Skip(name).TrimStart((byte)'"');
        var end = name.IndexOfAny(s_tokenEnd);
        if (end >= 0) name = name[..end];
        if (name.Length < 6) return body;
        if (Ascii.EqualsIgnoreCase(name, "base64")) return Base64Reader.Decode(body.Span);
        if (Ascii.EqualsIgnoreCase(name, "quoted-printable")) return QuotedPrintable.Decode(body.Span);
        if (name.EndsWith("uuencode"u8) || Ascii.EqualsIgnoreCase(name, "x-uue")) return UuEncoding.Find(body.Span) is { } found ? found.Content : body;
        return body;
    }
}
