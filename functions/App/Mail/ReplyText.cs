using HelpdeskMx.Mail.Html;
using HelpdeskMx.Mail.Replies;

namespace HelpdeskMx.Mail;

/// <summary>Finds what the person wrote in an answer: the text without the quoted conversation. A signature stays; <see cref="Signature"/> parts it.</summary>
public static class ReplyText
{
    /// <summary>The new text of a plain text message; the whole text where nothing else would be left.</summary>
    public static string Of(string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        var kept = Quotes.Strip(lines);
        return kept.Length > 0 ? kept : text.Trim();
    }

    /// <summary>The new text of an HTML message, as plain text.</summary>
    public static string OfHtml(string html)
    {
        var body = HtmlDocument.Body(html);
        var kept = TextRenderer.Render(body, QuoteContainers.Judge);
        return kept.Length == 0 ? TextRenderer.Render(body) : Of(kept);
    }
}
