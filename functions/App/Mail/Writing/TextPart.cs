using System.Text;

namespace HelpdeskMx.Mail.Writing;

/// <summary>A text part in UTF-8: as it is where every relay can carry it, else quoted-printable, or base64 where that is shorter.</summary>
internal sealed record TextPart(string Subtype, string Text) : BodyTree
{
    private const int LongestPlainLine = 76;

    public override byte[] ToBytes(HeaderWriter header)
    {
        var bytes = Encoding.UTF8.GetBytes(Text.ReplaceLineEndings("\r\n"));
        var encoding = Choose(bytes);
        header.Parameters("Content-Type", "text/" + Subtype, "charset=utf-8");
        header.Parameters("Content-Transfer-Encoding", encoding);
        return Join(header, encoding switch
        {
            "7bit" => bytes,
            "base64" => TransferEncoder.Base64(bytes),
            _ => TransferEncoder.QuotedPrintable(bytes),
        });
    }

    private static string Choose(ReadOnlySpan<byte> bytes)
    {
        int longest = 0, column = 0, foreign = 0;
        foreach (var b in bytes)
        {
            column = b == '\n' ? 0 : column + 1;
            longest = Math.Max(longest, column);
            if (b > 0x7E || b < 0x20 && b is not ((byte)'\r' or (byte)'\n' or (byte)'\t')) foreign++;
        }
        if (foreign == 0 && longest <= LongestPlainLine + 1 && !LosesSpaces(bytes)) return "7bit";
        return foreign * 4 > bytes.Length ? "base64" : "quoted-printable";
    }

    /// <summary>Spaces at the end of a line, and lines that begin with From or a lone dot, do not travel well.</summary>
    private static bool LosesSpaces(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf(" \r\n"u8) >= 0 || bytes.EndsWith(" "u8) || bytes.StartsWith("From "u8) || bytes.IndexOf("\nFrom "u8) >= 0 || bytes.IndexOf("\n.\r"u8) >= 0;
}
