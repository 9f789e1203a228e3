using Microsoft.Playwright;

namespace HelpdeskMx.Browser;

/// <summary>One headless Chromium for all browser tests; each test gets a fresh profile in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    /// <summary>Where the browser is: <c>CHROMIUM</c>, or the usual place.</summary>
    public static string Path { get; } = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium";

    public async Task InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = ChromiumFlags.Quiet });
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    /// <summary>A page in a fresh profile, at the sign-in of this desk; under a finger where it is <paramref name="touch"/>.</summary>
    public async Task<IPage> OpenAsync(Uri desk, int width = 1440, int height = 900, ColorScheme scheme = ColorScheme.Light, bool script = true, bool touch = false)
    {
        var context = await browser.NewContextAsync(new() { BaseURL = desk.Scheme == "about" ? null : desk.ToString(), ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme, Locale = "en-GB", JavaScriptEnabled = script, HasTouch = touch, IsMobile = touch });
        context.SetDefaultTimeout(15_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync(desk.Scheme == "about" ? "about:blank" : "/");
        return page;
    }
}

[CollectionDefinition(Name)]
public sealed class InChromium : ICollectionFixture<Chromium>
{
    public const string Name = "browser";
}

/// <summary>A second browser whose tests run beside those of the first: most of their time both wait.</summary>
[CollectionDefinition(Name)]
public sealed class InAnotherChromium : ICollectionFixture<Chromium>
{
    public const string Name = "another browser";
}
