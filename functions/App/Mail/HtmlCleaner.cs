using HelpdeskMx.Mail.Html;

namespace HelpdeskMx.Mail;

/// <summary>Makes the HTML of a message safe to show in a sandboxed frame: what is not on the list of the harmless does not come through.</summary>
public static class HtmlCleaner
{
    /// <param name="html">The HTML as it came.</param>
    /// <param name="resolveCid">Gives the address of the attachment a <c>cid:</c> link names; null where there is none.</param>
    /// <returns>HTML without scripts, forms, frames and styles that reach out. Remote pictures keep their address in <c>data-remote-src</c>, so that nothing is fetched before a click.</returns>
    public static string Clean(string html, Func<string, string?> resolveCid) => new SafeHtmlWriter(resolveCid).Write(HtmlDocument.Body(html));
}
