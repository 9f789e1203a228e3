using HelpdeskMx.Tests;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;

namespace HelpdeskMx.Browser;

/// <summary>The built inbox at an origin of its own, as a static web app serves it: files, a config that says where the API is, and a policy that lets it ask nobody else.</summary>
public sealed class WebElsewhere : IAsyncDisposable
{
    private readonly WebApplication app;

    private WebElsewhere(WebApplication app) => this.app = app;

    /// <summary>Where the inbox is.</summary>
    public Uri Origin => new(app.Urls.Single());

    /// <summary>Where the API is.</summary>
    public Uri Api { get; set; } = null!;

    public static async Task<WebElsewhere> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var web = new WebElsewhere(builder.Build());
        web.Serve();
        await web.app.StartAsync();
        return web;
    }

    /// <summary>Lets this web, and no other, ask the API, as the platform in front of a function app does.</summary>
    public void LetIn(IServiceCollection services) => services.AddCors().AddSingleton<IStartupFilter>(new Gate(Origin.GetLeftPart(UriPartial.Authority)));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private void Serve()
    {
        var files = new PhysicalFileProvider(Path.Combine(Project.Root, "web", "inbox", "dist"));
        app.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy =
                $"default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: {Api}; connect-src 'self' {Api} ws://{Api.Authority}; frame-src 'self' data: blob:";
            return next();
        });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files });
        app.MapGet("/config.json", () => Results.Json(new { api = Api.GetLeftPart(UriPartial.Authority) }));
        app.MapFallback(context => context.Response.SendFileAsync(files.GetFileInfo("index.html")));
    }

    private sealed class Gate(string origin) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseCors(policy => policy.WithOrigins(origin).AllowAnyHeader().AllowAnyMethod());
            next(app);
        };
    }
}
