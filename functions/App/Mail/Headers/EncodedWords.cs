using System.Buffers;
using System.Text;
using HelpdeskMx.Mail.Charsets;
using HelpdeskMx.Mail.Mime;

namespace HelpdeskMx.Mail.Headers;

/// <summary>Decodes the encoded words of a header value (RFC 2047 §6), joining the bytes of neighbours so that a character split between them survives.</summary>
internal static class EncodedWords
{
    public static string Decode(ReadOnlySpan<byte> value, Encoding? fallback)
    {
        var text = new StringBuilder(value.Length);
        var pending = new ArrayBufferWriter<byte>(value.Length);
        ReadOnlySpan<byte> charset = default;
        var base64 = new Base64Reader();
        int at = 0, literal = 0;
        var joining = false;
        while (at < value.Length)
        {
            var next = value[at..].IndexOf("=?"u8);
            if (next < 0) break;
            at += next;
            var word = EncodedWord.At(value[at..]);
            if (word.Length == 0) { at += 2; continue; }

            var between = value[literal..at];
            var adjacent = joining && between.IndexOfAnyExcept(" \t\n"u8) < 0;
            if (!adjacent || !Ascii.EqualsIgnoreCase(charset, word.Charset))
            {
                Flush(text, pending, charset);
                base64 = default;
            }
            if (!adjacent) AppendLiteral(text, between, fallback, beforeWord: true);
            charset = word.Charset;
            if (word.IsBase64) base64.Read(word.Text, pending);
            else QuotedPrintable.DecodeWord(word.Text, pending);
            joining = true;
            at += word.Length;
            literal = at;
        }
        Flush(text, pending, charset);
        AppendLiteral(text, value[literal..], fallback, beforeWord: false);
        return text.ToString();
    }

    private static void Flush(StringBuilder text, ArrayBufferWriter<byte> pending, ReadOnlySpan<byte> charset)
    {
        if (pending.WrittenCount == 0) return;
        text.Append(Charset.Decode(pending.WrittenSpan, charset));
        pending.ResetWrittenCount();
    }

    private static void AppendLiteral(StringBuilder text, ReadOnlySpan<byte> literal, Encoding? fallback, bool beforeWord)
    {
        if (literal.IsEmpty) return;
        text.Append(Charset.DecodeRaw(literal, fallback));
        if (beforeWord && literal[^1] is (byte)']' or (byte)'}') text.Append(' '); // a gateway's "[SPAM]" put straight before the word
    }
}
