using System.Buffers;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace HelpdeskMx.Mail.Html;

/// <summary>Parses the HTML of a message within bounds, and walks it without recursion, so that a hostile one neither stalls nor overflows the stack.</summary>
internal static class HtmlDocument
{
    private const int LongestText = 4_000_000;
    private const int MostTags = 60_000;
    private const int DeepestNesting = 600;

    // Making one costs as much as a short mail; a document leaves nothing behind in it.
    [ThreadStatic]
    private static HtmlParser? s_parser;

    private static readonly SearchValues<char> s_nameEnd = SearchValues.Create(" />\t\r\n");

    private static readonly HashSet<string> s_void = new(StringComparer.OrdinalIgnoreCase)
    {
        "br", "img", "hr", "meta", "link", "input", "col", "area", "base", "wbr", "p", "li", "tr", "td", "th", "dt", "dd", "option", "o:p",
    };

    public static IElement Body(string html)
    {
        var document = (s_parser ??= new HtmlParser()).ParseDocument(Bounded(html));
        return document.Body ?? document.DocumentElement;
    }

    /// <summary>The node after this one in document order without going into it, within the root; null at the end.</summary>
    public static INode? After(INode node, INode root)
    {
        for (var at = node; at is not null && at != root; at = at.Parent)
            if (at.NextSibling is { } next) return next;
        return null;
    }

    /// <summary>The next node in document order within the root; null at the end.</summary>
    public static INode? Next(INode node, INode root) => node.FirstChild ?? After(node, root);

    /// <summary>Cuts text that is too long, has too many tags or opens too many without closing one.</summary>
    private static string Bounded(string html)
    {
        var limit = Math.Min(html.Length, LongestText);
        int tags = 0, depth = 0;
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < limit; at = html.IndexOf('<', at + 1))
        {
            var next = html[at + 1];
            if (next == '/') depth = Math.Max(0, depth - 1);
            else if (char.IsAsciiLetter(next) && !IsVoid(html.AsSpan(at + 1))) depth++;
            if (++tags > MostTags || depth > DeepestNesting) return html[..at];
        }
        return limit < html.Length ? html[..limit] : html;
    }

    /// <summary>Elements that close themselves, or are closed by the next of their kind.</summary>
    private static bool IsVoid(ReadOnlySpan<char> tag)
    {
        var end = tag[..Math.Min(tag.Length, 8)].IndexOfAny(s_nameEnd);
        if (end < 0) return false;
        return s_void.GetAlternateLookup<ReadOnlySpan<char>>().Contains(tag[..end]);
    }
}
