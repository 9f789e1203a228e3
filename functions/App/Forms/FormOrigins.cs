using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace HelpdeskMx.Forms;

/// <summary>Where a form may stand and be sent from.</summary>
public static partial class FormOrigins
{
    /// <summary>The origin as browsers write it; null for what is none.</summary>
    public static string? Of(string text)
    {
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) || uri.PathAndQuery != "/" || uri.UserInfo.Length > 0 || uri.Fragment.Length > 0) return null;
        var origin = $"{uri.Scheme}://{uri.IdnHost.ToLowerInvariant()}{(uri.IsDefaultPort ? "" : $":{uri.Port}")}";
        return Origin().IsMatch(origin) ? origin : null;
    }

    /// <summary>Who may show the form in a frame, as a Content-Security-Policy says it.</summary>
    public static string Ancestors(FormSettings form) => form.Origins.Count == 0 ? "*" : $"'self' {string.Join(' ', form.Origins)}";

    /// <summary>False for a post that a browser says comes from a page the form does not allow. Whoever is no browser says nothing, and is not kept out by this.</summary>
    public static bool Allows(FormSettings form, HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (form.Origins.Count == 0 || origin.Length == 0 || request.Headers["Sec-Fetch-Site"] == "same-origin") return true;
        return form.Origins.Contains(origin) || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority == request.Host.Value);
    }

    [GeneratedRegex("^https?://[a-z0-9.-]+(:[0-9]+)?\\z")]
    private static partial Regex Origin();
}
