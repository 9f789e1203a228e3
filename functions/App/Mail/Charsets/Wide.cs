using System.Text;
using System.Text.Unicode;

namespace HelpdeskMx.Mail.Charsets;

/// <summary>Decodes UTF-16 and UTF-32: a byte order mark beats the label (RFC 2781 §3.2), and plain ASCII under such a label is taken as what it is.</summary>
internal static class Wide
{
    /// <summary>It begins with the byte order mark of UTF-16 and goes on as such.</summary>
    public static bool IsMarked(ReadOnlySpan<byte> bytes) => bytes.Length >= 4 && bytes.Length % 2 == 0 && (bytes[0], bytes[1]) is (0xFF, 0xFE) or (0xFE, 0xFF) && bytes.Contains((byte)0);

    public static string Decode(ReadOnlySpan<byte> bytes, Encoding labelled)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return Encoding.UTF8.GetString(bytes[3..]);
        if (labelled.CodePage is 1200 or 1201)
        {
            if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode.GetString(bytes[2..]);
            if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }
        return !bytes.Contains((byte)0) && Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : labelled.GetString(bytes);
    }
}
