using System.Net;
using HelpdeskMx.Mail;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>What an agent wrote, as HTML.</summary>
public static class Written
{
    /// <summary>The longest HTML of one answer or note, in characters.</summary>
    public const int LongestHtml = 400_000;

    /// <summary>Why words are too many to be kept; null where they are not.</summary>
    public static Problem? Fault(ActionRequest request) =>
        request.Text?.Length > Message.LongestText ? Problems.Field("text", $"An answer or a note has at most {Message.LongestText} characters. Shorten it, or attach it as a file.")
        : request.Html?.Length > LongestHtml ? Problems.Field("html", $"With its formatting this has more than {LongestHtml} characters. Send it with less formatting, or attach it as a file.")
        : null;

    /// <summary>The agent's own HTML cleaned, or paragraphs made from the text; and the files, those that stand in it as pictures with a Content-ID (RFC 2392).</summary>
    /// <param name="request">What was written; <c>cid:</c> with the id of an upload shows that.</param>
    /// <param name="files">The uploads it names, in the same order.</param>
    public static (string Html, IReadOnlyList<Attachment> Files) Html(ActionRequest request, IReadOnlyList<Attachment> files)
    {
        if (request.Html is not { } html) return (FromText(request.Text ?? ""), files);
        string[] ids = [.. request.Attachments];
        HashSet<int> shown = [];
        var cleaned = HtmlCleaner.Clean(html, cid =>
        {
            var at = Array.IndexOf(ids, cid);
            if (at < 0) return null;
            shown.Add(at);
            return AttachmentLinks.Placeholder(files[at].Id);
        });
        return (cleaned, [.. files.Select((file, at) => shown.Contains(at) ? file with { ContentId = $"{ids[at]}@helpdesk" } : file)]);
    }

    /// <summary>Text as paragraphs; single line ends stay.</summary>
    public static string FromText(string text)
    {
        var paragraphs = text.ReplaceLineEndings("\n").Trim('\n').Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(paragraphs.Select(p => $"<p>{WebUtility.HtmlEncode(p.Trim('\n')).Replace("\n", "<br>\n", StringComparison.Ordinal)}</p>\n"));
    }
}
