using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HelpdeskMx.Browser;

/// <summary>An agent with a phone in one hand: what is tapped is large enough for a finger, and no screen goes off to the side.</summary>
internal sealed class Finger(IPage page)
{
    /// <summary>The size of the phone, in CSS pixels.</summary>
    public const int Width = 390, Height = 844;

    /// <summary>WCAG 2.2, 2.5.8.</summary>
    private const float Least = 24;

    public async Task TapAsync(ILocator target)
    {
        await Expect(target).ToHaveCountAsync(1);
        await target.ScrollIntoViewIfNeededAsync();
        var box = await target.BoundingBoxAsync();
        Assert.True(box is { Width: >= Least, Height: >= Least }, $"{target} is {box?.Width} by {box?.Height}");
        await target.TapAsync();
        Assert.Equal(Width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    public Task TapAsync(AriaRole role, string name, ILocator? within = null) => TapAsync((within ?? page.Locator("body")).GetByRole(role, new() { Name = name, Exact = true }));

    /// <summary>Taps a box and types into it.</summary>
    public async Task WriteAsync(ILocator box, string words)
    {
        await TapAsync(box);
        await Expect(box).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(words);
    }

    /// <summary>Opens a menu and takes one of its items.</summary>
    public async Task ChooseAsync(string menu, string item, ILocator? within = null)
    {
        await TapAsync(AriaRole.Button, menu, within);
        await TapAsync(page.GetByRole(AriaRole.Menuitem, new() { NameRegex = new($"^{item}") }).Or(page.GetByRole(AriaRole.Menuitemradio, new() { NameRegex = new($"^{item}") })));
    }

    /// <summary>Opens a list of choices and takes one.</summary>
    public async Task PickAsync(ILocator opens, string choice)
    {
        await TapAsync(opens);
        await TapAsync(AriaRole.Option, choice);
    }

    public async Task SignInAsync()
    {
        await page.EvaluateAsync("localStorage.setItem('undo-send', 'off')"); // what is sent is there at once
        await WriteAsync(page.GetByLabel("E-mail"), "agent@demo.test");
        await WriteAsync(page.GetByLabel("Password"), "demo-demo");
        await TapAsync(AriaRole.Button, "Sign in");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "All open" })).ToBeVisibleAsync();
    }

    /// <summary>Opens a ticket from the list.</summary>
    public async Task OpenAsync(string subject)
    {
        await TapAsync(page.GetByRole(AriaRole.List, new() { Name = "Tickets" }).GetByRole(AriaRole.Listitem).Filter(new() { Has = page.GetByText(subject, new() { Exact = true }) }).GetByRole(AriaRole.Link));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = subject, Level = 1 })).ToBeVisibleAsync();
        await Expect(page.Locator("article").First).ToBeVisibleAsync();
    }
}
