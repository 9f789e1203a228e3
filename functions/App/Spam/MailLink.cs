using System.Text.RegularExpressions;
using AngleSharp.Dom;
using HelpdeskMx.Mail.Html;

namespace HelpdeskMx.Spam;

/// <summary>A link in a message.</summary>
/// <param name="Host">Where it leads.</param>
/// <param name="Shown">The host its text names; null where that names none.</param>
public sealed partial record MailLink(string Host, string? Shown)
{
    /// <summary>The most links of one message that are looked at.</summary>
    public const int Most = 200;

    private const int LongestLink = 2_000, LongestShown = 200, LongestText = 100_000;

    private static readonly HashSet<string> Shorteners = new(StringComparer.OrdinalIgnoreCase)
    {
        "bit.ly", "tinyurl.com", "t.co", "goo.gl", "ow.ly", "is.gd", "buff.ly", "cutt.ly", "rebrand.ly", "shorturl.at", "rb.gy", "t.ly", "tiny.cc", "v.gd", "clck.ru", "vk.cc", "s.id", "bit.do", "adf.ly", "qrco.de", "me2.do", "han.gl", "vo.la",
    };

    // Names under which whoever comes may have a domain of their own; the part before them tells owners apart.
    private static readonly HashSet<string> Shared = new(StringComparer.OrdinalIgnoreCase) { "co", "com", "net", "org", "edu", "gov", "ac", "or", "ne", "go", "re", "pe" };

    /// <summary>Its text names one site and it leads to another.</summary>
    public bool Deceives => Shown is not null && Site(Shown) != Site(Host);

    /// <summary>It hides where it leads behind a service that shortens addresses.</summary>
    public bool Shortened => Shorteners.Contains(Host);

    /// <summary>Links of an HTML text.</summary>
    public static IReadOnlyList<MailLink> InHtml(string html)
    {
        if (!html.Contains("href", StringComparison.OrdinalIgnoreCase)) return [];
        var found = new List<MailLink>();
        HtmlWalk.Through(HtmlDocument.Body(html), node => Open(node, found), _ => { });
        return found;
    }

    /// <summary>Links of a plain text.</summary>
    public static IReadOnlyList<MailLink> InText(string text) =>
        [.. InWords().Matches(text.Length > LongestText ? text[..LongestText] : text).Take(Most).Select(m => HostOf(m.Value)).OfType<string>().Select(host => new MailLink(host, null))];

    /// <summary>The part of a host that one owner has, as far as can be told without a list of all registries.</summary>
    public static string Site(string host)
    {
        var parts = host.ToLowerInvariant().Split('.');
        var from = parts.Length > 2 && parts[^1].Length == 2 && Shared.Contains(parts[^2]) ? 3 : 2;
        return string.Join('.', parts[Math.Max(0, parts.Length - from)..]);
    }

    private static Step Open(INode node, List<MailLink> found)
    {
        if (found.Count >= Most) return Step.Stop;
        if (node is not IElement element || !element.LocalName.Equals("a", StringComparison.Ordinal) || HostOf(element.GetAttribute("href")) is not { } host) return Step.Into;
        var shown = element.TextContent.Trim();
        found.Add(new MailLink(host, shown.Length <= LongestShown && Named().Match(shown) is { Success: true } match ? match.Groups[1].Value.ToLowerInvariant() : null));
        return Step.Into;
    }

    private static string? HostOf(string? link) =>
        link is { Length: <= LongestLink } && Uri.TryCreate(link.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0 ? uri.Host.ToLowerInvariant() : null;

    [GeneratedRegex(@"https?://[^\s<>""']{1,2000}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex InWords();

    // A name with www, a scheme or a common ending; "order.pdf" is no host.
    [GeneratedRegex(@"^(?:(?:https?://|(?=www\.))((?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24})|(?<1>(?:[a-z0-9-]{1,63}\.){1,8}(?:com|net|org|info|biz|eu|cz|sk|pl|kr|ru|de|at|uk|fr|us|io)))(?:[/?#:]\S*)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Named();
}
