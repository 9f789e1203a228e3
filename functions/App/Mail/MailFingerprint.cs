using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HelpdeskMx.Mail;

/// <summary>The digest behind <see cref="ParsedMail.Fingerprint"/>.</summary>
internal static class MailFingerprint
{
    /// <summary>SHA-256 over sender, date, subject and the body with line ends unified, in lower-case hex.</summary>
    public static string Of(ParsedMail mail)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, mail.From?.Canonical ?? "");
        Append(hash, mail.Date?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) ?? "");
        Append(hash, mail.Subject);
        AppendBody(hash, mail.Body.Span.TrimEnd(" \t\r\n"u8));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string text)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        hash.AppendData("\0"u8);
    }

    private static void AppendBody(IncrementalHash hash, ReadOnlySpan<byte> body)
    {
        while (body.IndexOf("\r\n"u8) is var end and >= 0)
        {
            hash.AppendData(body[..end]);
            hash.AppendData("\n"u8);
            body = body[(end + 2)..];
        }
        hash.AppendData(body);
    }
}
