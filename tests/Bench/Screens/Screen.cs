using HelpdeskMx.Bench.Hosting;
using Microsoft.Playwright;

namespace HelpdeskMx.Bench.Screens;

/// <summary>One picture of the product.</summary>
/// <param name="Name">Of its file, without the ending.</param>
/// <param name="Path">Where in the inbox it is.</param>
public sealed record Screen(string Name, string Path)
{
    /// <summary>In pixels.</summary>
    public (int Width, int Height) Size { get; init; } = (1440, 900);

    /// <summary>The language of its words.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Light on dark.</summary>
    public bool Dark { get; init; }

    /// <summary>Choices kept in the browser, by their key there.</summary>
    public IReadOnlyDictionary<string, string> Kept { get; init; } = new Dictionary<string, string>();

    /// <summary>Keys pressed once it is there.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>On a phone.</summary>
    public Screen OnPhone() => this with { Name = $"{Name}-phone", Size = (390, 844) };

    /// <summary>The pictures the docs show, in the order people meet the screens.</summary>
    public static IReadOnlyList<Screen> All { get; } =
    [
        Inbox("inbox-wide"), Inbox("inbox-dark") with { Dark = true }, Inbox("inbox-korean") with { Language = "ko" }, Inbox("inbox-czech") with { Language = "cs" },
        Inbox("inbox-laptop") with { Size = (1180, 760) }, Inbox("inbox-4k") with { Size = (3840, 2160) },
        new("inbox-phone", "/inbox/open") { Size = (390, 844) }, Inbox("conversation-phone") with { Size = (390, 844) },
        Inbox("palette") with { Keys = ["j", "Control+k"] }, Inbox("keys") with { Keys = ["j", "?"] },
        .. Settings("channels", "stores", "forms", "answers", "agents", "roles", "departments", "calendars", "workflow", "fields", "sla", "rules", "replies", "labels", "spam", "health"),
        Setting("workflow").OnPhone(), Setting("health").OnPhone(), Setting("rules") with { Name = "rules-czech", Language = "cs" }, Setting("agents") with { Name = "agents-korean", Language = "ko", Dark = true },
        new("design", "/_design"), new("design-dark", "/_design") { Dark = true },
    ];

    /// <summary>Opens it and keeps its picture in a folder.</summary>
    public async Task TakeAsync(IBrowser browser, HostProcess host, string session, string folder)
    {
        await using var context = await browser.NewContextAsync(new() { BaseURL = host.Address.ToString(), ViewportSize = new() { Width = Size.Width, Height = Size.Height }, ColorScheme = Dark ? ColorScheme.Dark : ColorScheme.Light, Locale = "en-GB" });
        await context.AddInitScriptAsync($"localStorage.setItem('session', JSON.stringify({session})); localStorage.setItem('language', '{Language}');{string.Concat(Kept.Select(k => $" localStorage.setItem('{k.Key}', '{k.Value}');"))}");
        var page = await context.NewPageAsync();
        await page.GotoAsync(Path);
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First.WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        foreach (var key in Keys)
        {
            await page.Keyboard.PressAsync(key);
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        }
        await page.ScreenshotAsync(new() { Path = System.IO.Path.Combine(folder, $"{Name}.png"), Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });
    }

    private static Screen Inbox(string name) => new(name, "/inbox/open") { Keys = ["j", "j", "j"] };

    private static IEnumerable<Screen> Settings(params string[] names) => names.Select(Setting);

    private static Screen Setting(string name) => new(name, $"/settings/{name}");
}
