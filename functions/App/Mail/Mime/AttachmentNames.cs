using System.Text;

namespace HelpdeskMx.Mail.Mime;

/// <summary>Makes the name of an attachment safe to show and to save under, and finds one where the message gives none.</summary>
internal static class AttachmentNames
{
    private const int Longest = 180;

    public static string Of(string? given, string contentType)
    {
        var name = given is null ? "" : Safe(given);
        return name.Length > 0 ? name : Default(contentType);
    }

    private static string Safe(string given)
    {
        var slash = given.AsSpan().LastIndexOfAny('/', '\\');
        var name = new StringBuilder(given.Length);
        foreach (var rune in given.AsSpan(slash + 1).EnumerateRunes())
            if (!IsHarmful(rune)) name.Append(rune);
        var safe = name.ToString().Trim().TrimEnd('.').TrimStart('.');
        return safe.Length <= Longest ? safe : Shortened(safe);
    }

    /// <summary>Control characters, and the invisible ones that turn text around to disguise an extension.</summary>
    private static bool IsHarmful(Rune rune) => Rune.IsControl(rune)
        || rune.Value is 0x200E or 0x200F or 0x061C or 0x2028 or 0x2029 or 0xFEFF or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static string Shortened(string name)
    {
        var extension = Path.GetExtension(name);
        if (extension.Length > 12) extension = "";
        var keep = Longest - extension.Length;
        if (char.IsHighSurrogate(name[keep - 1])) keep--;
        return name[..keep] + extension;
    }

    private static string Default(string contentType) => contentType switch
    {
        "message/rfc822" or "message/global" => "message.eml",
        "message/delivery-status" or "message/global-delivery-status" => "delivery-status.txt",
        "message/disposition-notification" => "disposition-notification.txt",
        "message/feedback-report" => "feedback-report.txt",
        "text/rfc822-headers" or "message/rfc822-headers" => "headers.txt",
        "text/plain" => "text.txt",
        "text/html" => "text.html",
        "text/calendar" or "application/ics" => "invite.ics",
        "text/vcard" or "text/x-vcard" or "text/directory" => "contact.vcf",
        "text/csv" => "table.csv",
        "application/pdf" => "document.pdf",
        "application/zip" => "archive.zip",
        "application/pgp-signature" => "signature.asc",
        "application/pgp-encrypted" => "version.asc",
        "application/pkcs7-signature" or "application/x-pkcs7-signature" => "smime.p7s",
        "application/pkcs7-mime" or "application/x-pkcs7-mime" => "smime.p7m",
        "application/ms-tnef" => "winmail.dat",
        "image/jpeg" => "image.jpg",
        "image/svg+xml" => "image.svg",
        "audio/mpeg" => "audio.mp3",
        _ => Generic(contentType),
    };

    private static string Generic(string contentType)
    {
        var slash = contentType.IndexOf('/');
        if (slash <= 0) return "attachment.bin";
        var (type, subtype) = (contentType[..slash], contentType[(slash + 1)..]);
        var isExtension = subtype.Length is > 1 and <= 5 && subtype.All(char.IsAsciiLetterOrDigit);
        return type is "image" or "audio" or "video" or "text" && isExtension ? $"{type}.{subtype}" : "attachment.bin";
    }
}
