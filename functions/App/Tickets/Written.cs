using System.Net;
using HelpdeskMx.Mail;

namespace HelpdeskMx.Tickets;

/// <summary>What an agent wrote, as HTML.</summary>
public static class Written
{
    /// <summary>The agent's own HTML cleaned, or paragraphs made from the text.</summary>
    public static string Html(ActionRequest request) =>
        request.Html is { } html ? HtmlCleaner.Clean(html, _ => null) : FromText(request.Text ?? "");

    /// <summary>Text as paragraphs; single line ends stay.</summary>
    public static string FromText(string text)
    {
        var paragraphs = text.ReplaceLineEndings("\n").Trim('\n').Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(paragraphs.Select(p => $"<p>{WebUtility.HtmlEncode(p.Trim('\n')).Replace("\n", "<br>\n", StringComparison.Ordinal)}</p>\n"));
    }
}
