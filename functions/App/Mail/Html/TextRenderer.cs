using AngleSharp.Dom;

namespace HelpdeskMx.Mail.Html;

/// <summary>Writes the text of an HTML tree as a reader sees it: blocks on lines of their own, quotes marked, what is hidden left out.</summary>
internal static class TextRenderer
{
    public static string Render(IElement root)
    {
        var text = new TextFlow();
        INode? node = root;
        while (node is not null)
        {
            var into = Open(node, text);
            if (into && node.FirstChild is { } child) { node = child; continue; }
            node = Leave(node, root, text);
        }
        return text.ToString();
    }

    /// <summary>Closes this node and every parent that ends with it; returns the node that comes next.</summary>
    private static INode? Leave(INode node, INode root, TextFlow text)
    {
        while (true)
        {
            Close(node, text);
            if (node == root) return null;
            if (node.NextSibling is { } next) return next;
            if (node.Parent is not { } parent) return null;
            node = parent;
        }
    }

    /// <summary>Writes what stands before a node's children; false where they are not to be read.</summary>
    private static bool Open(INode node, TextFlow text)
    {
        if (node is IText words) text.Write(words.Data);
        if (node is not IElement element) return false;
        switch (element.LocalName)
        {
            case "br": text.LineBreak(); return false;
            case "img": WriteAlternative(element, text); return false;
            case "script" or "style" or "head" or "title" or "template" or "noscript" or "object" or "svg" or "select" or "textarea": return false;
            case "pre": text.Preformatted++; break;
            case "blockquote": text.EndParagraph(); text.QuoteDepth++; break;
        }
        if (IsHidden(element)) return false;
        if (Breaks(element) is var lines and > 0) text.Break(lines);
        if (element.LocalName == "li") text.Write("- ");
        else if (element.LocalName is "td" or "th" && element.PreviousElementSibling is not null) text.Write(" ");
        return true;
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
