using HelpdeskMx.Http;
using HelpdeskMx.Platform;
using Microsoft.Extensions.FileProviders;

namespace HelpdeskMx.Embedded;

/// <summary>Serves the built web: names with a digest for ever, pages fresh, and the inbox for every address that is no file.</summary>
public static class Inbox
{
    private const string Page = "index.html";
    private static readonly Problem NoSuchDoor = new("no-such-address", "There is nothing at this address. The API is described at /api/openapi.json.", 404);

    // Styles may be written into the page because the list places its rows by them.
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: https:; " +
        "frame-src 'self' data: blob:; media-src blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; connect-src 'self' ws: wss:";

    /// <summary>Serves the files.</summary>
    public static void UseInbox(this WebApplication app, HostOptions options)
    {
        // Browsers that sign in with Entra ID fetch their tokens there.
        var policy = app.Services.GetRequiredService<DeskOptions>().Entra is { } entra ? $"{Policy} {new Uri(entra.Authority).GetLeftPart(UriPartial.Authority)}" : Policy;
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            if (!context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)) headers.ContentSecurityPolicy = policy;
            return next();
        });
        if (!Directory.Exists(options.Web)) return;
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(options.Web),
            OnPrepareResponse = served =>
            {
                var headers = served.Context.Response.Headers;
                headers.CacheControl = Cache(served.Context.Request.Path);
                if (served.Context.Request.Path.StartsWithSegments("/widget", StringComparison.Ordinal)) headers["Cross-Origin-Resource-Policy"] = "cross-origin"; // made for other sites' pages
            },
        });
    }

    private static string Cache(PathString path) =>
        path.StartsWithSegments("/assets", StringComparison.Ordinal) || path.Value!.StartsWith("/widget/panel.", StringComparison.Ordinal) ? "public, max-age=31536000, immutable"
        : path == "/widget/loader.js" ? "public, max-age=300"
        : "no-cache";

    /// <summary>Answers every other address with the inbox, and every other one of the API with a problem.</summary>
    public static void MapInbox(this WebApplication app, HostOptions options)
    {
        app.Map("/api/{**rest}", () => NoSuchDoor.ToResult());
        // The web asks where the API is; here it is where the web is.
        app.MapGet("/config.json", (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-cache";
            return Results.Text("{}", "application/json");
        }).ExcludeFromDescription();
        var page = Path.Combine(options.Web, Page);
        app.MapFallback(context =>
        {
            context.Response.Headers.CacheControl = "no-cache";
            context.Response.ContentType = "text/html; charset=utf-8";
            return File.Exists(page) ? context.Response.SendFileAsync(page) : context.Response.WriteAsync("The web is not built. Run ./dev up.");
        });
    }
}
