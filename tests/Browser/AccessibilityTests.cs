using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HelpdeskMx.Browser;

/// <summary>Every screen against the rules of WCAG 2.2 AA that a machine can check, in light and dark.</summary>
[Collection(InChromium.Name)]
public sealed class AccessibilityTests(Chromium chromium)
{
    private static readonly AxeRunOptions Rules = new() { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } };
    private static readonly string[] Settings =
    [
        "channels", "stores", "forms", "answers", "agents", "roles", "departments", "calendars", "workflow", "fields", "sla", "rules", "replies", "labels", "spam", "deliverability", "health",
    ];

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task No_screen_breaks_a_rule(ColorScheme scheme)
    {
        await using var desk = await RunningDesk.StartAsync();
        var ticket = await desk.ReceiveAsync("From: Anna <anna@x.cz>\nTo: support@demo.test\nSubject: Where is my parcel?\nMessage-ID: <axe@x.cz>\nContent-Type: text/html\n\n<p>It should be <b>here</b>.</p>\n");
        var id = ticket.GetProperty("id").GetString();
        await desk.ActAsync(id!, "note", new { text = "Known customer" });
        await desk.ActAsync(id!, "reply", new { text = "It left us this morning." });
        var page = await chromium.OpenAsync(desk.Anybody.BaseAddress!, scheme: scheme);
        List<string> broken = [.. await BrokenAsync(page, "sign-in")];
        await MainJobTests.SignInAsync(page, "admin");

        foreach (var path in (string[])["/inbox/all", "/inbox/spam", "/_design", .. Settings.Select(name => $"/settings/{name}")])
        {
            await page.GotoAsync(path);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First).ToBeVisibleAsync();
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            broken.AddRange(await BrokenAsync(page, path));
        }
        await page.GotoAsync($"/inbox/all/{id}");
        await Expect(page.Locator("article", new() { HasText = "It left us this morning." })).ToBeVisibleAsync();
        broken.AddRange(await BrokenAsync(page, "a conversation"));
        foreach (var (key, name) in new[] { ("?", "keys"), ("Control+k", "palette"), ("c", "a new conversation") })
        {
            await page.Keyboard.PressAsync(key);
            await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
            broken.AddRange(await BrokenAsync(page, name));
            await page.Keyboard.PressAsync("Escape");
            await Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        }
        await page.Context.CloseAsync();
        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    private static async Task<IEnumerable<string>> BrokenAsync(IPage page, string screen) =>
        (await page.RunAxe(Rules)).Violations.Select(v => $"{screen}: {v.Id} ({v.Impact}), {v.Help}: {string.Join(" | ", v.Nodes.Take(4).Select(n => n.Html))}");
}
