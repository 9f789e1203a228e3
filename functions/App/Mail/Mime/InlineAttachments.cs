using System.Buffers;

namespace HelpdeskMx.Mail.Mime;

/// <summary>Knows which attachments the HTML shows by a <c>cid:</c> link, whatever their part said (RFC 2392).</summary>
internal static class InlineAttachments
{
    private const int LongestId = 998;
    private static readonly SearchValues<char> s_linkEnd = SearchValues.Create("\"' >)\r\n\t");

    public static IReadOnlyList<MailAttachment> Mark(List<MailAttachment> attachments, string? html)
    {
        if (html is null || !attachments.Exists(file => file is { Inline: false, ContentId: not null })) return attachments;
        var shown = Shown(html);
        for (var i = 0; i < attachments.Count; i++)
            if (attachments[i] is { Inline: false, ContentId: { } id } file && shown.Contains(id)) attachments[i] = file with { Inline = true };
        return attachments;
    }

    /// <summary>The ids the HTML links to.</summary>
    private static HashSet<string> Shown(string html)
    {
        var ids = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var at = html.IndexOf("cid:", StringComparison.OrdinalIgnoreCase); at >= 0; at = html.IndexOf("cid:", at + 4, StringComparison.OrdinalIgnoreCase))
        {
            var link = html.AsSpan(at + 4, Math.Min(LongestId, html.Length - at - 4));
            var end = link.IndexOfAny(s_linkEnd);
            ids.Add(Uri.UnescapeDataString((end < 0 ? link : link[..end]).ToString()));
        }
        return ids;
    }
}
