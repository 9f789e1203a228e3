using System.Buffers;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace HelpdeskMx.Mail.Html;

/// <summary>Parses the HTML of a message within bounds, so that a hostile one does not stall.</summary>
internal static class HtmlDocument
{
    private const int LongestText = 2_000_000;
    private const int MostTags = 40_000;
    private const int DeepestNesting = 600;

    /// <summary>Depths of all tags together: the parser looks through all that is open at every tag.</summary>
    private const int MostLooking = 200_000;

    // Making one costs as much as a short mail; a document leaves nothing behind in it.
    [ThreadStatic]
    private static HtmlParser? s_parser;

    // Text, answer and clean form of one message are made one after the other. Nothing changes the document, and it goes when memory is needed.
    [ThreadStatic]
    private static WeakReference<Parsed>? s_last;

    private static readonly SearchValues<char> s_nameEnd = SearchValues.Create(" />\t\r\n");

    private static readonly HashSet<string> s_void = new(StringComparer.OrdinalIgnoreCase)
    {
        "br", "img", "hr", "meta", "link", "input", "col", "area", "base", "wbr", "p", "li", "tr", "td", "th", "dt", "dd", "option", "o:p",
    };

    private sealed record Parsed(string Html, IElement Body);

    /// <summary>The body; nobody changes it.</summary>
    public static IElement Body(string html)
    {
        if (s_last is not null && s_last.TryGetTarget(out var last) && ReferenceEquals(last.Html, html)) return last.Body;
        var document = (s_parser ??= new HtmlParser()).ParseDocument(WithoutMeta(Bounded(html)));
        var body = document.Body ?? document.DocumentElement;
        s_last = new(new(html, body));
        return body;
    }

    /// <summary>Cuts text that is too long, has too many tags or opens too many without closing them.</summary>
    private static string Bounded(string html)
    {
        var limit = Math.Min(html.Length, LongestText);
        int tags = 0, depth = 0, deepest = 0, looked = 0;
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < limit; at = html.IndexOf('<', at + 1))
        {
            var next = html[at + 1];
            if (next == '/') depth = Math.Max(0, depth - 1);
            else if (char.IsAsciiLetter(next) && !IsVoid(html.AsSpan(at + 1))) depth++;
            deepest = Math.Max(deepest, depth);
            looked += Math.Max(depth, deepest / 4); // a tag that closes nothing is looked for as well
            if (++tags > MostTags || depth > DeepestNesting || looked > MostLooking) return html[..at];
        }
        return limit < html.Length ? html[..limit] : html;
    }

    /// <summary>The parser reads charsets out of meta elements, at a cost that grows with the square of their length; ours is decoded already. A link without an address stands as still, in the same places.</summary>
    private static string WithoutMeta(string html) => html.Contains("<meta", StringComparison.OrdinalIgnoreCase) ? html.Replace("<meta", "<link", StringComparison.OrdinalIgnoreCase) : html;

    /// <summary>Elements that close themselves, or are closed by the next of their kind.</summary>
    private static bool IsVoid(ReadOnlySpan<char> tag)
    {
        var end = tag[..Math.Min(tag.Length, 8)].IndexOfAny(s_nameEnd);
        if (end < 0) return false;
        return s_void.GetAlternateLookup<ReadOnlySpan<char>>().Contains(tag[..end]);
    }
}
