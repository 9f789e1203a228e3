using AngleSharp.Dom;

namespace HelpdeskMx.Mail.Html;

/// <summary>Writes the text of an HTML tree as a reader sees it: blocks on lines of their own, quotes marked, what is hidden left out.</summary>
internal static class TextRenderer
{
    /// <param name="root">The tree.</param>
    /// <param name="judge">Says of each element whether it is to be read; all are where there is none.</param>
    public static string Render(IElement root, Func<IElement, Step>? judge = null)
    {
        var text = new TextFlow();
        HtmlWalk.Through(root, node => node is IElement element && judge?.Invoke(element) is { } step and not Step.Into ? step : Open(node, text), node => Close(node, text));
        return text.ToString();
    }

    /// <summary>Writes what stands before a node's children.</summary>
    private static Step Open(INode node, TextFlow text)
    {
        if (node is IText words) text.Write(words.Data);
        if (node is not IElement element) return Step.Past;
        switch (element.LocalName)
        {
            case "br": text.LineBreak(); return Step.Past;
            case "img": WriteAlternative(element, text); return Step.Past;
            case "script" or "style" or "head" or "title" or "template" or "noscript" or "object" or "svg" or "select" or "textarea": return Step.Past;
        }
        if (IsHidden(element)) return Step.Past;
        switch (element.LocalName)
        {
            case "pre": text.Preformatted++; break;
            case "blockquote": text.EndParagraph(); text.QuoteDepth++; break;
        }
        if (Breaks(element) is var lines and > 0) text.Break(lines);
        if (element.LocalName == "li") text.Write("- ");
        else if (element.LocalName is "td" or "th") text.Write(" "); // counts only behind another cell
        return Step.Into;
    }

    private static void Close(INode node, TextFlow text)
    {
        if (node is not IElement element) return;
        if (element.LocalName == "pre") text.Preformatted--;
        if (Breaks(element) is var lines and > 0) text.Break(lines);
        if (element.LocalName == "blockquote") { text.QuoteDepth--; text.Break(1); }
    }

    /// <summary>Line breaks around an element: 1 for a block, 2 for a paragraph. Outlook's paragraphs have no margin.</summary>
    private static int Breaks(IElement element) => element.LocalName switch
    {
        "p" => element.ClassName?.Contains("MsoNormal", StringComparison.Ordinal) == true ? 1 : 2,
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "table" or "ul" or "ol" or "dl" or "hr" => 2,
        "div" or "li" or "tr" or "section" or "article" or "header" or "footer" or "aside" or "pre" or "center" or "dt" or "dd" or "address" or "form" or "body" or "caption" => 1,
        _ => 0,
    };

    private static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden")) return true;
        var style = element.GetAttribute("style");
        return style is not null && style.Contains("none", StringComparison.OrdinalIgnoreCase)
            && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Pictures that stand for a character, such as emoji, are text; others are not.</summary>
    private static void WriteAlternative(IElement image, TextFlow text)
    {
        const int LongestEmoji = 8;
        if (image.GetAttribute("alt") is { Length: > 0 and <= LongestEmoji } alt && alt[0] > 0x2000) text.Write(alt);
    }
}
