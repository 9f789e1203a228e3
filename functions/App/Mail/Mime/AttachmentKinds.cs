namespace HelpdeskMx.Mail.Mime;

/// <summary>Recognises the files that mail programs treat as more than files.</summary>
internal static class AttachmentKinds
{
    public static AttachmentKind Of(MailAttachment file) => file.ContentType switch
    {
        "text/calendar" or "application/ics" => AttachmentKind.Invitation,
        "text/vcard" or "text/x-vcard" or "application/vcard" => AttachmentKind.Contact,
        "message/rfc822" or "message/global" => AttachmentKind.Message,
        "application/pgp-signature" or "application/pkcs7-signature" or "application/x-pkcs7-signature" => AttachmentKind.Signature,
        "application/pgp-encrypted" or "application/pkcs7-mime" or "application/x-pkcs7-mime" => AttachmentKind.Sealed,
        "application/octet-stream" or "text/plain" or "text/directory" or "application/binary" => ByContent(file),
        _ => AttachmentKind.File,
    };

    private static AttachmentKind ByContent(MailAttachment file)
    {
        var start = file.Content.Span[..Math.Min(file.Content.Length, 64)].TrimStart("\uFEFF \t\r\n"u8);
        if (start.StartsWith("BEGIN:VCALENDAR"u8)) return AttachmentKind.Invitation;
        if (start.StartsWith("BEGIN:VCARD"u8)) return AttachmentKind.Contact;
        if (start.StartsWith("-----BEGIN PGP MESSAGE"u8) || Ends(file.Name, ".p7m")) return AttachmentKind.Sealed;
        return start.StartsWith("-----BEGIN PGP SIGNATURE"u8) || Ends(file.Name, ".p7s") ? AttachmentKind.Signature : AttachmentKind.File;
    }

    private static bool Ends(string name, string extension) => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}
