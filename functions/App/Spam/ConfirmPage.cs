using HelpdeskMx.Channels;
using HelpdeskMx.Forms;

namespace HelpdeskMx.Spam;

/// <summary>The pages a sender confirms by: looking at one changes nothing, since mail filters follow links; its button does.</summary>
public static class ConfirmPage
{
    /// <summary>The question with its button.</summary>
    public static Markup Ask(string token, Store? store, string language, string nonce) => FormPage.Small(store, ConfirmWords.Say("title", language), language, nonce, $"""
        <p class="lead">{ConfirmWords.Say("lead", language)}</p>
        <form method="post" action="/api/confirm/{Uri.EscapeDataString(token)}?lang={language}"><p class="end"><button type="submit">{ConfirmWords.Say("button", language)}</button></p></form>
        """);

    /// <summary>What is said once it is confirmed.</summary>
    public static Markup Done(Store? store, string language, string nonce) =>
        FormPage.Small(store, ConfirmWords.Say("done-title", language), language, nonce, $"""<p class="lead" role="status">{ConfirmWords.Say("done", language)}</p>""");
}
