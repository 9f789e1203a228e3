namespace HelpdeskMx.Mail;

/// <summary>Makes HTML readable as plain text: paragraphs, lists, quotes and links keep their sense, scripts and styles go.</summary>
public static class HtmlText
{
    public static string From(string html) => Html.TextRenderer.Render(html);
}
