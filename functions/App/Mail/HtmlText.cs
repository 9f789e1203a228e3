using HelpdeskMx.Mail.Html;

namespace HelpdeskMx.Mail;

/// <summary>Makes HTML readable as plain text: blocks, lists and quotes keep their sense; scripts, styles and what is hidden go.</summary>
public static class HtmlText
{
    public static string From(string html) => TextRenderer.Render(HtmlDocument.Body(html));
}
