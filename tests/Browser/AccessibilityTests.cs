using System.Net;
using HelpdeskMx.Agents;
using HelpdeskMx.Tests;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HelpdeskMx.Browser;

/// <summary>Every screen against the rules of WCAG 2.2 AA that a machine can check (axe), in light and dark.</summary>
[Collection(InAnotherChromium.Name)]
public sealed class AccessibilityTests(Chromium chromium)
{
    // A customer's mail stands in a frame that runs no script, the rules' neither.
    private const string Check = """
        async () => {
          const { violations } = await axe.run(document, { iframes: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
          return violations.map(({ id, help, nodes }) => `${id}, ${help}: ${nodes.slice(0, 4).map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ''}`).join(' | ')}`);
        }
        """;

    // Whether there was anything folded.
    private const string Unfold = """
        () => {
          const lines = document.querySelectorAll('main h2 button[aria-expanded=false]'), folds = () => document.querySelectorAll('main details:not([open])');
          lines.forEach((line) => line.click());
          const any = lines.length + folds().length > 0;
          return new Promise((done) => requestAnimationFrame(() => { folds().forEach((fold) => fold.open = true); done(any); }));
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
        Task CheckAsync(string screen) => LookAsync(page, screen, broken);

        await CheckAsync("sign-in");
        await MainJobTests.SignInAsync(page, "admin");
        foreach (var path in (string[])["/inbox/all", "/inbox/spam", "/_design", .. settings.Select(name => $"/settings/{name}")])
        {
            await page.GotoAsync(path);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First).ToBeVisibleAsync();
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await CheckAsync(path);
            if (!await page.EvaluateAsync<bool>(Unfold)) continue;
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await CheckAsync($"{path}, unfolded");
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

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task No_list_menu_or_dialog_breaks_a_rule(ColorScheme scheme)
    {
        await using var desk = await RunningDesk.StartAsync();
        await desk.PostAsync(HttpStatusCode.Created, "/api/departments", new { name = "Returns" });
        var id = (await desk.ReceiveAsync(Sample.Mail("Two pictures", "A first word", "<first@x.cz>"))).Id();
        await desk.ReceiveAsync(Sample.WithPictures("Two pictures", answers: "<first@x.cz>"));
        await desk.ActAsync(id, "label", new { labels = new { add = new[] { "broken" } } });
        await desk.ReceiveAsync(Sample.Mail("A pot", "About A pot"));
        var page = await chromium.OpenAsync(desk.Anybody.BaseAddress!, scheme: scheme);
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        List<string> broken = [];
        await MainJobTests.SignInAsync(page, "admin");
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Tickets" }).GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("x");
        await Expect(page.GetByText("1 selected")).ToBeVisibleAsync();
        await LookAsync(page, "a selection", broken);
        await page.Keyboard.PressAsync("Escape");
        foreach (var layout in (string[])["Compact", "Table", "One line each"])
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Look of the list" }).ClickAsync();
            if (layout == "Compact") await LookAsync(page, "a menu", broken);
            await page.GetByRole(AriaRole.Menuitemradio, new() { Name = layout, Exact = true }).ClickAsync();
            await Expect(page.GetByText("A pot").First).ToBeVisibleAsync();
            await LookAsync(page, layout, broken);
        }

        await page.GotoAsync($"/inbox/all/{id}");
        var message = page.GetByRole(AriaRole.Article, new() { Name = "Message from Anna" }).Filter(new() { HasText = "Look at these" });
        await Expect(message).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Merge…" })).ToBeVisibleAsync(); // all of the ticket is there, so its keys work
        var more = message.GetByRole(AriaRole.Button, new() { Name = "More on this message" });
        (string Name, Func<Task> Open)[] layers =
        [
            ("assign", () => page.Keyboard.PressAsync("a")),
            ("department", () => page.Keyboard.PressAsync("d")),
            ("labels", () => page.Keyboard.PressAsync("l")),
            ("snooze", () => page.Keyboard.PressAsync("s")),
            ("preview", () => page.GetByRole(AriaRole.Button, new() { NameRegex = new("one.png") }).ClickAsync()),
            ("merge", () => page.GetByRole(AriaRole.Button, new() { Name = "Merge…" }).ClickAsync()),
            ("customer", () => page.GetByRole(AriaRole.Button, new() { Name = "Change customer…" }).ClickAsync()),
            ("original", () => ChooseAsync("Show original")),
            ("split", () => ChooseAsync("Split from here…")),
        ];
        async Task ChooseAsync(string item)
        {
            await more.ClickAsync();
            await page.GetByRole(AriaRole.Menuitem, new() { Name = item }).ClickAsync();
        }
        foreach (var (name, open) in layers)
        {
            await open();
            await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await LookAsync(page, name, broken);
            await page.Keyboard.PressAsync("Escape");
            await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        }
        await page.Keyboard.PressAsync("c");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "To", Exact = true }).PressSequentiallyAsync("an");
        await Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("ArrowDown");
        await LookAsync(page, "people that fit", broken);
        await page.Context.CloseAsync();
        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task No_screen_of_a_phone_and_none_before_the_first_sign_in_breaks_a_rule(ColorScheme scheme)
    {
        await using var desk = await RunningDesk.StartAsync();
        var id = (await desk.ReceiveAsync(Sample.WithPictures("Two pictures"))).Id();
        var page = await chromium.OpenAsync(desk.Anybody.BaseAddress!, Finger.Width, Finger.Height, scheme, touch: true);
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        List<string> broken = [];
        await page.GotoAsync($"/join#{await desk.LinkAsync("agent")}");
        await Expect(page.GetByLabel("Password")).ToBeVisibleAsync();
        await LookAsync(page, "join", broken);
        await page.GotoAsync("/");
        await MainJobTests.SignInAsync(page, "agent");
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Tickets" }).GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await LookAsync(page, "the list", broken);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show views" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Mine" })).ToBeInViewportAsync();
        await LookAsync(page, "the views", broken);
        await page.GotoAsync($"/inbox/all/{id}");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Your reply" }).TapAsync();
        await Expect(page.GetByRole(AriaRole.Toolbar)).ToBeVisibleAsync();
        await LookAsync(page, "a conversation", broken);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show customer" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Complementary, new() { Name = "Customer" })).ToBeVisibleAsync();
        await LookAsync(page, "the customer", broken);
        await page.Context.CloseAsync();

        await using var empty = await RunningDesk.StartAsync(demo: false);
        page = await chromium.OpenAsync(empty.Anybody.BaseAddress!, Finger.Width, Finger.Height, scheme, touch: true);
        await page.GotoAsync($"/setup?token={empty.Services.GetRequiredService<FirstRun>().Token}");
        await Expect(page.GetByLabel("Your name")).ToBeVisibleAsync();
        await LookAsync(page, "setup", broken);
        await page.Context.CloseAsync();
        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    /// <summary>Adds the rules this screen breaks.</summary>
    private static async Task LookAsync(IPage page, string screen, List<string> broken)
    {
        await page.EvaluateAsync(rules);
        broken.AddRange((await page.EvaluateAsync<string[]>(Check)).Select(rule => $"{screen}: {rule}"));
    }
}
