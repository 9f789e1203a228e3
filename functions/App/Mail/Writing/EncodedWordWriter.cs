using System.Text;

namespace HelpdeskMx.Mail.Writing;

/// <summary>Writes text as encoded words in UTF-8 (RFC 2047 §2): none over 75 characters, no character split between two.</summary>
internal static class EncodedWordWriter
{
    private const int BytesInWord = 45;

    public static IEnumerable<string> Encode(string text)
    {
        var bytes = new List<byte>(BytesInWord);
        var rune = new byte[4];
        foreach (var one in text.EnumerateRunes())
        {
            var length = one.EncodeToUtf8(rune);
            if (bytes.Count + length > BytesInWord)
            {
                yield return Word(bytes);
                bytes.Clear();
            }
            bytes.AddRange(rune.AsSpan(0, length));
        }
        if (bytes.Count > 0) yield return Word(bytes);
    }

    private static string Word(List<byte> bytes)
    {
        var quoted = QuotedLength(bytes) <= (bytes.Count + 2) / 3 * 4 ? Quoted(bytes) : null;
        return quoted is null ? $"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=" : $"=?utf-8?Q?{quoted}?=";
    }

    private static int QuotedLength(List<byte> bytes)
    {
        var length = 0;
        foreach (var b in bytes) length += IsPlain(b) || b == ' ' ? 1 : 3;
        return length;
    }

    private static string Quoted(List<byte> bytes)
    {
        var text = new StringBuilder();
        foreach (var b in bytes)
        {
            if (b == ' ') text.Append('_');
            else if (IsPlain(b)) text.Append((char)b);
            else text.Append('=').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }
        return text.ToString();
    }

    /// <summary>The characters allowed even in the words of a phrase (RFC 2047 §5 (3)).</summary>
    private static bool IsPlain(byte b) => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'!' or (byte)'*' or (byte)'+' or (byte)'-' or (byte)'/';
}
