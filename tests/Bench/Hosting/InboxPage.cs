using System.Text.Json;
using HelpdeskMx.Agents;
using HelpdeskMx.Browser;
using Microsoft.Playwright;

namespace HelpdeskMx.Bench.Hosting;

/// <summary>The web inbox in a real browser, signed in as the demo admin.</summary>
public sealed class InboxPage : IAsyncDisposable
{
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly ICDPSession devtools;

    private InboxPage(IPlaywright playwright, IBrowser browser, IPage page, ICDPSession devtools) => (this.playwright, this.browser, Page, this.devtools) = (playwright, browser, page, devtools);

    /// <summary>Where a browser is, null where there is none.</summary>
    public static string? Browser { get; } = new[] { Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    /// <summary>What a host is told so that it serves the web as it was built here.</summary>
    public static string[] Served { get; } = ["--web", Path.GetFullPath(Path.Combine("web", "inbox", "dist"))];

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Opens the inbox at a path, and returns once its list is there.</summary>
    public static async Task<InboxPage> OpenAsync(HostProcess host, string path)
    {
        var inbox = await OpenAsync(host, path, signedIn: true, new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        await inbox.Page.GetByRole(AriaRole.Listitem).First.WaitForAsync();
        await inbox.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return inbox;
    }

    /// <summary>Opens a page of the desk, and returns once nothing more is loading.</summary>
    public static async Task<InboxPage> OpenAsync(HostProcess host, string path, bool signedIn, BrowserNewPageOptions look)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Browser, Args = ChromiumFlags.Quiet });
        look.BaseURL = host.Address.ToString();
        var page = await browser.NewPageAsync(look);
        if (signedIn)
        {
            await page.GotoAsync("/");
            var session = await page.APIRequest.PostAsync("/api/auth/login", new() { DataObject = new Credentials("admin@demo.test", Demo.Password) });
            await page.EvaluateAsync("session => localStorage.setItem('session', session)", (await session.JsonAsync()).ToString());
        }
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        return new(playwright, browser, page, await page.Context.NewCDPSessionAsync(page));
    }

    /// <summary>Memory the page's script holds after a collection, in megabytes.</summary>
    public async Task<double> MegabytesAsync()
    {
        await devtools.SendAsync("HeapProfiler.collectGarbage");
        var held = await devtools.SendAsync("Runtime.getHeapUsage");
        return held!.Value.GetProperty("usedSize").GetDouble() / 1024 / 1024;
    }

    /// <summary>The longest stretch, in ms, for which the page did not answer since this was last asked; 0 where none was over 50 ms.</summary>
    public Task<double> LongestTaskAsync() => Page.EvaluateAsync<double>(
        """
        async () => {
          globalThis.tasks ??= new PerformanceObserver((list) => (globalThis.longest = Math.max(globalThis.longest ?? 0, ...list.getEntries().map((entry) => entry.duration))));
          globalThis.tasks.observe({ type: 'longtask' });
          await new Promise((resolve) => setTimeout(resolve, 100));
          const longest = globalThis.longest ?? 0;
          globalThis.longest = 0;
          return longest;
        }
        """);

    /// <summary>Presses a key so many times; each time until the conversation it leads to is painted, in ms.</summary>
    public async Task<IReadOnlyList<double>> SwitchAsync(string key, int times) =>
        await Page.EvaluateAsync<double[]>(
            """
            async ([key, times]) => {
              const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
              const taken = [];
              for (let time = 0; time < times; time++) {
                const before = document.querySelector('[data-thread]');
                const began = performance.now();
                document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
                for (let now = before; now === before || !now?.querySelector('article'); now = document.querySelector('[data-thread]')) {
                  if (performance.now() - began > 5000) return taken;
                  await frame();
                }
                await frame(); // what was there before this frame is painted now
                taken.push(performance.now() - began);
                await new Promise((resolve) => setTimeout(resolve, 250)); // an agent reads
              }
              return taken;
            }
            """, new object[] { key, times });

    /// <summary>Scrolls a part of the page by so many steps of one screen each, a step every second frame.</summary>
    public Task ScrollAsync(string part, int steps, int by) => Page.EvaluateAsync(
        """
        async ([part, steps, by]) => {
          const box = document.querySelector(part);
          for (let step = 0; step < steps; step++) {
            box.scrollBy(0, by);
            await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
          }
        }
        """, new object[] { part, steps, by });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
