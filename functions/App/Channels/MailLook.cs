using System.Net;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Channels;

/// <summary>How all mail of a store looks, around whatever is written in it.</summary>
public sealed record MailLook
{
    private const int LongestAddress = 500, LongestFooter = 2_000;

    /// <summary>A line in the store's colour and a sheet around the words; without it mail looks as if somebody had typed it.</summary>
    public bool Framed { get; init; }

    /// <summary>Where the store's logo is, by https; empty for none.</summary>
    public string Logo { get; init; } = "";

    /// <summary>What stands at the end of every mail, plain: the company's name and address, say. Empty for nothing.</summary>
    public string Footer { get; init; } = "";

    /// <summary>Why it cannot be had; null where it can.</summary>
    public Problem? Fault()
    {
        if (Logo is null || Footer is null) return Problems.Field("look", "Leave out what there is none of, or send an empty text.");
        if (Logo.Length > 0 && (Logo.Length > LongestAddress || !Uri.TryCreate(Logo, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)) return Problems.Field("look.logo", "Give the address of a picture that begins with https://.");
        return Footer.Length > LongestFooter ? Problems.Field("look.footer", $"A footer has at most {LongestFooter} characters.") : null;
    }

    /// <summary>A mail's text with the footer under it.</summary>
    public string Around(string text) => Footer.Length == 0 ? text : $"{text}\n\n{Footer}";

    /// <summary>A mail's HTML with the logo above it, the footer under it and the frame around it.</summary>
    /// <param name="html">What is written.</param>
    /// <param name="store">Its name stands in place of a logo that is not shown.</param>
    public string Around(string html, Store store)
    {
        if (!Framed && Logo.Length == 0 && Footer.Length == 0) return html;
        var logo = Logo.Length == 0 ? "" : $"<p><img src=\"{WebUtility.HtmlEncode(Logo)}\" alt=\"{WebUtility.HtmlEncode(store.Name)}\" style=\"max-height:48px;max-width:240px\"></p>\n";
        var footer = Footer.Length == 0 ? "" : $"<div style=\"margin-top:24px;padding-top:12px;border-top:1px solid #ddd;color:#666;font-size:13px\">{Written.FromText(Footer)}</div>\n";
        var inside = $"{logo}{html}{footer}";
        return Framed
            ? $"<div style=\"max-width:640px;margin:0 auto;padding:20px 24px;border:1px solid #e5e5e5;border-top:4px solid {WebUtility.HtmlEncode(store.Color)};font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:1.5\">\n{inside}</div>\n"
            : inside;
    }
}
