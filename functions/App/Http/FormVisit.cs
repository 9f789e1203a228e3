using HelpdeskMx.Agents;
using HelpdeskMx.Channels;
using HelpdeskMx.Forms;
using Microsoft.AspNetCore.Http;

namespace HelpdeskMx.Http;

/// <summary>How a visitor comes to a form's page and what they are answered: in their language, as a page, or for a script as JSON.</summary>
public static class FormVisit
{
    /// <summary>The visitor's language: the one asked for, else the first of the browser's that is spoken here; null where neither is.</summary>
    public static string? Language(HttpRequest request)
    {
        if (request.Text("lang") is { } asked && Languages.All.Contains(asked)) return asked;
        var accepted = request.GetTypedHeaders().AcceptLanguage.Take(20).OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.ToString().Split('-')[0].ToLowerInvariant());
        return accepted.FirstOrDefault(Languages.All.Contains);
    }

    /// <summary>True where the page's script asks.</summary>
    public static bool IsScript(HttpRequest request) => request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);

    /// <summary>The page as this visitor gets it.</summary>
    public static FormShown Of(HttpRequest request, Channel form, IReadOnlyList<Store> stores) =>
        FormShown.Of(form, stores, Language(request)) with { Embedded = request.Text("embed") == "1" };

    /// <summary>A page, which may load its own script and style and nothing else.</summary>
    /// <param name="request">What it answers.</param>
    /// <param name="html">The page.</param>
    /// <param name="nonce">By which the browser knows its style.</param>
    /// <param name="ancestors">Who may show it in a frame.</param>
    /// <param name="status">The HTTP status.</param>
    public static IResult Page(HttpRequest request, Markup html, string nonce, string ancestors, int status = StatusCodes.Status200OK)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin"; // without it browsers would call their own post's origin null
        headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self'; style-src 'nonce-{nonce}'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors {ancestors}";
        return Results.Content(html.ToString(), "text/html; charset=utf-8", statusCode: status);
    }

    /// <summary>A page that runs nothing, stands in no frame, and tells nobody where it is.</summary>
    public static IResult Still(HttpRequest request, Markup html, string nonce, int status = StatusCodes.Status200OK)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'nonce-{nonce}'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        return Results.Content(html.ToString(), "text/html; charset=utf-8", statusCode: status);
    }

    /// <summary>A script that any page may load.</summary>
    public static IResult Script(HttpRequest request, string script, string cache)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = cache;
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return Results.Text(script, "text/javascript; charset=utf-8");
    }
}
