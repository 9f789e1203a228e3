using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace HelpdeskMx.Mail.Html;

/// <summary>Walks an HTML document and writes its text, one line for each block.</summary>
internal static class TextRenderer
{
    public static string Render(string html) => new HtmlParser().ParseDocument(html).Body?.TextContent ?? "";
}
