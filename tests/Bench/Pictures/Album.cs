using Microsoft.Playwright;
using static HelpdeskMx.Bench.Pictures.Window;

namespace HelpdeskMx.Bench.Pictures;

/// <summary>Every picture of <c>docs/screens</c>.</summary>
public static class Album
{
    private const string Ticket = "/inbox/open/{ticket}";
    private const string Words = "Dear Anna,\n\nI am sorry about the broken cup. A new one leaves us today; keep the other five.\n\nKind regards";
    private static readonly string[] settings =
    [
        "channels", "stores", "forms", "answers", "agents", "roles", "departments", "calendars", "workflow", "fields", "sla", "rules", "replies", "labels", "spam", "deliverability", "health",
    ];

    private static readonly string[] dark = ["channels", "forms", "workflow", "rules", "health"];
    private static readonly string[] small = ["channels", "agents", "workflow", "labels", "health"];

    /// <summary>The first of all, of a desk that is empty.</summary>
    public static Picture Setup { get; } = new("setup", "/setup?token={token}", Laptop) { IsOutside = true, IsWhole = true };

    /// <summary>All of a desk at work.</summary>
    public static IReadOnlyList<Picture> All { get; } =
    [
        new("sign-in", "/", Laptop) { IsOutside = true },
        new("inbox-wide", Ticket, Wide),
        new("inbox-dark", Ticket, Wide, Dark: true),
        new("inbox-korean", Ticket, Wide, Language: "ko"),
        new("inbox-czech", Ticket, Wide, Language: "cs"),
        new("inbox-laptop", Ticket, Laptop),
        new("inbox-4k", Ticket, Huge),
        new("inbox-nothing-open", "/inbox/open", Laptop),
        new("inbox-table", "/inbox/open", Wide, Before: Press("v")),
        new("inbox-table-dark", "/inbox/open", Wide, Dark: true, "cs", Press("v")),
        new("inbox-compact", Ticket, Wide, Before: Press("v", "v")),
        new("inbox-phone", "/inbox/open", Phone),
        new("inbox-phone-dark", "/inbox/open", Phone, Dark: true, "ko"),
        new("inbox-filters", "/inbox/open?label=size&assignee=nobody", Laptop),
        new("bulk", Ticket, Wide, Before: Press("x", "j", "j", "Shift+X")),
        new("bulk-phone", "/inbox/open", Phone, Before: ChooseOnPhone),
        new("conversation-phone", Ticket, Phone),
        new("conversation-phone-korean", Ticket, Phone, Dark: true, "ko"),
        new("composer", Ticket, Wide, Before: Write(Words)),
        new("composer-dark", Ticket, Wide, Dark: true, Before: Write(Words)),
        new("composer-korean", Ticket, Laptop, Language: "ko", Before: Write("안녕하세요")),
        new("composer-czech", Ticket, Laptop, Language: "cs", Before: Write("Dobrý den,")),
        new("composer-phone", Ticket, Phone, Before: Write("Dear Anna,")),
        new("saved-replies", Ticket, Laptop, Before: Write("/")),
        new("palette", Ticket, Laptop, Before: Press("Control+k")),
        new("keys", Ticket, Wide, Before: Press("?")),
        new("keys-korean", Ticket, Laptop, Dark: true, "ko", Press("?")),
        new("snooze", Ticket, Laptop, Before: Press("s")),
        new("assign", Ticket, Laptop, Before: Press("a")),
        new("labels-of-a-ticket", Ticket, Laptop, Dark: true, Before: Press("l")),
        new("new-conversation", Ticket, Laptop, Before: Press("c")),
        new("new-conversation-phone", "/inbox/open", Phone, Dark: true, "cs", Press("c")),
        new("new-conversation-to", Ticket, Laptop, Before: OfferAsync),
        new("merge", Ticket, Wide, Before: page => page.GetByRole(AriaRole.Button, new() { Name = "Merge…" }).ClickAsync()),
        new("preview", Ticket, Laptop, Before: page => page.GetByRole(AriaRole.Button, new() { NameRegex = new("cup.png") }).First.ClickAsync()),
        .. settings.Select(name => new Picture($"settings-{name}", $"/settings/{name}", Wide) { IsWhole = true }),
        new("settings-channel", "/settings/channels#support", Wide) { IsWhole = true },
        new("settings-state", "/settings/workflow", Wide, Before: page => page.GetByRole(AriaRole.Button, new() { Name = "Closed" }).First.ClickAsync()) { IsWhole = true },
        .. dark.Select(name => new Picture($"settings-dark-{name}", $"/settings/{name}", Laptop, Dark: true, "cs") { IsWhole = true }),
        .. small.Select(name => new Picture($"settings-phone-{name}", $"/settings/{name}", Phone with { Scale = 1 }, Language: "ko") { IsWhole = true }),
        new("design", "/_design", Wide) { IsWhole = true },
        new("design-dark", "/_design", Wide, Dark: true) { IsWhole = true },
        new("form", "/api/forms/contact?lang=en", Laptop) { IsOutside = true, IsWhole = true },
        new("chat", "/", Laptop, Before: AskInChat) { IsOutside = true },
    ];

    private static Func<IPage, Task> Press(params string[] keys) => async page =>
    {
        foreach (var key in keys) await page.Keyboard.PressAsync(key);
    };

    private static Func<IPage, Task> Write(string words) => async page =>
    {
        await page.Keyboard.PressAsync("r");
        await page.Keyboard.TypeAsync(words);
        await page.Locator("[contenteditable=true]").WaitForAsync();
    };

    private static async Task OfferAsync(IPage page)
    {
        await page.Keyboard.PressAsync("c");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "To", Exact = true }).PressSequentiallyAsync("an");
        await page.GetByRole(AriaRole.Listbox).GetByRole(AriaRole.Option).First.WaitForAsync();
    }

    private static async Task AskInChat(IPage page)
    {
        var shop = new Uri(new Uri(page.Url), "/cups").ToString();
        await page.RouteAsync(shop, route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = $"<!doctype html><html lang='en'><title>Cups</title><body style='font: 16px/1.6 sans-serif; margin: 60px'><h1>Cups</h1><p>Six cups of blue porcelain, 54.00.</p><script async src='/widget/loader.js' data-channel='chat'></script>",
        }));
        await page.GotoAsync(shop);
        await page.GetByRole(AriaRole.Button, new() { Name = "Open the chat" }).ClickAsync();
    }

    private static async Task ChooseOnPhone(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Look of the list" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Select tickets" }).ClickAsync();
        var boxes = page.GetByRole(AriaRole.Checkbox);
        await boxes.Nth(0).CheckAsync();
        await boxes.Nth(1).CheckAsync();
    }
}
