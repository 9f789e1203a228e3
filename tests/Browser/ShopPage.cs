using Microsoft.AspNetCore.Hosting;

namespace HelpdeskMx.Browser;

/// <summary>A shop's page at an origin of its own, with styles that would break whatever they reach and a policy that allows only the desk.</summary>
public sealed class ShopPage : IAsyncDisposable
{
    private readonly WebApplication app;

    private ShopPage(WebApplication app) => this.app = app;

    public Uri Origin => new(app.Urls.Single());

    public static async Task<ShopPage> StartAsync(Func<Uri> desk)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/shop.css", () => Results.Text("* { color: red !important; font-size: 40px !important; } button, textarea, form { display: none !important; } div { transform: rotate(3deg); }", "text/css"));
        app.MapGet("/{**page}", (HttpContext context) =>
        {
            var at = desk().GetLeftPart(UriPartial.Authority);
            context.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; script-src {at}; style-src 'self'; connect-src {at} {at.Replace("http", "ws", StringComparison.Ordinal)}";
            return Results.Content($"""
                <!doctype html><html lang="en"><head><title>Vases</title><link rel="stylesheet" href="/shop.css"><script async src="{at}/widget/loader.js" data-channel="chat"></script></head>
                <body><h1>Vases</h1><p>{string.Concat(Enumerable.Repeat("A vase of glass. ", 400))}</p><a href="/cart">Cart</a></body></html>
                """, "text/html");
        });
        await app.StartAsync();
        return new ShopPage(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
