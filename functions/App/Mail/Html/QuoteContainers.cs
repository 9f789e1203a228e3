using AngleSharp.Dom;

namespace HelpdeskMx.Mail.Html;

/// <summary>Knows the elements in which mail programs wrap what they quote.</summary>
internal static class QuoteContainers
{
    private static readonly string[] s_wrapperClasses =
    [
        "yahoo_quoted", "moz-cite-prefix", "moz-forward-container", "protonmail_quote", "zmail_extra", "gmail_attr", "gmail_extra_quote", "tutanota_quote", "mail_quote", "hey_quote", "front-quote",
    ];

    private static readonly string[] s_wrapperIds = ["mail-editor-reference-message-container", "OLK_SRC_BODY_SECTION", "yahoo_quoted", "isForwardContent", "ms-outlook-mobile-reference-message"];

    /// <summary>From these elements on, all that follows is quoted.</summary>
    private static readonly string[] s_cutIds = ["stopSpelling", "divRplyFwdMsg", "appendonsend", "x_divRplyFwdMsg", "x_appendonsend", "replySplit", "reply-intro"];

    /// <summary>Whether an element is read, left out, or ends what is to be read.</summary>
    public static Step Judge(IElement element) => IsCut(element) ? Step.Stop : IsWrapper(element) ? Step.Past : Step.Into;

    private static bool IsWrapper(IElement element)
    {
        if (element.LocalName == "blockquote") return IsQuoteMark(element);
        if (HasClass(element, s_wrapperClasses)) return true;
        if (element.Id is { Length: > 0 } id && s_wrapperIds.Any(wrapper => id.StartsWith(wrapper, StringComparison.Ordinal))) return true;
        return HasClass(element, "gmail_quote") && element.QuerySelector("blockquote") is null; // forwarded; a quote inside is marked by its own element
    }

    private static bool IsQuoteMark(IElement blockquote) => blockquote.GetAttribute("type") == "cite" || blockquote.HasAttribute("data-email") || HasClass(blockquote, "gmail_quote");

    private static bool IsCut(IElement element)
    {
        if (element.Id is { Length: > 0 } id && Array.IndexOf(s_cutIds, id) >= 0) return true;
        if (element.GetAttribute("data-marker") is "__DIVIDER__" or "__HEADERS__") return true; // Zimbra
        return element.LocalName == "div" && IsOutlookRule(element.GetAttribute("style"));
    }

    /// <summary>Outlook draws a line above the headers of what it quotes: border-top in its own greys and blues.</summary>
    private static bool IsOutlookRule(string? style) => style is not null
        && style.Contains("border-top:solid", StringComparison.OrdinalIgnoreCase)
        && (style.Contains("#B5C4DF", StringComparison.OrdinalIgnoreCase) || style.Contains("#E1E1E1", StringComparison.OrdinalIgnoreCase))
        && style.Contains("padding:3.0pt", StringComparison.OrdinalIgnoreCase);

    private static bool HasClass(IElement element, params ReadOnlySpan<string> names)
    {
        if (string.IsNullOrEmpty(element.ClassName)) return false;
        foreach (var name in names)
            if (element.ClassList.Contains(name)) return true;
        return false;
    }
}
