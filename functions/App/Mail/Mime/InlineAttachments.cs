namespace HelpdeskMx.Mail.Mime;

/// <summary>Knows which attachments the HTML shows by a <c>cid:</c> link, whatever their part said (RFC 2392).</summary>
internal static class InlineAttachments
{
    public static IReadOnlyList<MailAttachment> Mark(List<MailAttachment> attachments, string? html)
    {
        if (html is null || !html.Contains("cid:", StringComparison.OrdinalIgnoreCase)) return attachments;
        for (var i = 0; i < attachments.Count; i++)
            if (attachments[i] is { Inline: false, ContentId: { } id } file && html.Contains("cid:" + id, StringComparison.OrdinalIgnoreCase))
                attachments[i] = file with { Inline = true };
        return attachments;
    }
}
