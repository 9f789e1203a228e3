using HelpdeskMx.Tests;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HelpdeskMx.Browser;

/// <summary>Every screen against the rules of WCAG 2.2 AA that a machine can check (axe), in light and dark.</summary>
[Collection(InChromium.Name)]
public sealed class AccessibilityTests(Chromium chromium)
{
    // A customer's mail stands in a frame that runs no script, the rules' neither.
    private const string Check = """
        async () => {
          const { violations } = await axe.run(document, { iframes: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
          return violations.map(({ id, help, nodes }) => `${id}, ${help}: ${nodes.slice(0, 4).map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ''}`).join(' | ')}`);
        }
        """;

    private static readonly string rules = File.ReadAllText(Path.Combine(Project.Root, "web", "node_modules", "axe-core", "axe.min.js"));
    private static readonly string[] settings =
    [
        "channels", "stores", "forms", "answers", "agents", "roles", "departments", "calendars", "workflow", "fields", "sla", "rules", "replies", "labels", "spam", "deliverability", "health",
    ];

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task No_screen_breaks_a_rule(ColorScheme scheme)
    {
        await using var desk = await RunningDesk.StartAsync();
        var ticket = await desk.ReceiveAsync("From: Anna <anna@x.cz>\nTo: support@demo.test\nSubject: Where is my parcel?\nMessage-ID: <axe@x.cz>\nMIME-Version: 1.0\nContent-Type: text/html\n\n<table><tr><td>It should be <b>here</b>.</td></tr></table>\n");
        var id = ticket.GetProperty("id").GetString()!;
        await desk.ActAsync(id, "note", new { text = "Known customer" });
        await desk.ActAsync(id, "reply", new { text = "It left us this morning." });
        var page = await chromium.OpenAsync(desk.Anybody.BaseAddress!, scheme: scheme);
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce }); // what fades in is not looked at half-way
        await Expect(page.Locator("input[type=password]")).ToBeVisibleAsync();
        List<string> broken = [];
        async Task CheckAsync(string screen)
        {
            await page.EvaluateAsync(rules);
            broken.AddRange((await page.EvaluateAsync<string[]>(Check)).Select(b => $"{screen}: {b}"));
        }

        await CheckAsync("sign-in");
        await MainJobTests.SignInAsync(page, "admin");
        foreach (var path in (string[])["/inbox/all", "/inbox/spam", "/_design", .. settings.Select(name => $"/settings/{name}")])
        {
            await page.GotoAsync(path);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First).ToBeVisibleAsync();
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await CheckAsync(path);
        }
        await page.GotoAsync($"/inbox/all/{id}");
        await Expect(page.Locator("article", new() { HasText = "It left us this morning." })).ToBeVisibleAsync();
        await CheckAsync("a conversation");
        foreach (var (key, name) in new[] { ("r", "the composer"), ("?", "keys"), ("Control+k", "palette"), ("c", "a new conversation") })
        {
            await page.Keyboard.PressAsync(key);
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await (key == "r" ? Expect(page.GetByRole(AriaRole.Toolbar)) : Expect(page.GetByRole(AriaRole.Dialog))).ToBeVisibleAsync();
            await CheckAsync(name);
            await page.Keyboard.PressAsync("Escape");
        }
        await page.Context.CloseAsync();
        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }
}
