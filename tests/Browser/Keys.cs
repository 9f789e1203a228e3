using HelpdeskMx.Tests.Hosts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HelpdeskMx.Browser;

/// <summary>An agent whose hands stay on the keyboard.</summary>
internal sealed class Keys(IPage page)
{
    private const int Furthest = 80;

    /// <summary>Presses keys one after the other.</summary>
    public async Task PressAsync(params string[] keys)
    {
        foreach (var key in keys) await page.Keyboard.PressAsync(key);
    }

    public Task TypeAsync(string words) => page.Keyboard.TypeAsync(words);

    /// <summary>Goes on by Tab, or back, until something has the focus.</summary>
    public async Task GoToAsync(ILocator wanted, string by = "Tab")
    {
        await Expect(wanted).ToHaveCountAsync(1);
        for (var step = 0; step < Furthest; step++)
        {
            if (await wanted.EvaluateAsync<bool>("one => one === document.activeElement")) return;
            await PressAsync(by);
        }
        Assert.Fail($"No {by} leads to {wanted}, but to {await page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 200)")}");
    }

    /// <summary>Goes to a button and presses it.</summary>
    public async Task PushAsync(ILocator button)
    {
        await GoToAsync(button);
        await PressAsync("Enter");
    }

    /// <summary>Goes down an open menu to an item and takes it.</summary>
    public async Task ChooseAsync(string item)
    {
        await GoToAsync(page.GetByRole(AriaRole.Menuitem, new() { NameRegex = new($"^{item}") }), by: "ArrowDown");
        await PressAsync("Enter");
    }

    /// <summary>Types into the open list and takes the choice of this name.</summary>
    public async Task PickAsync(string typed, string choice)
    {
        await Expect(page.GetByRole(AriaRole.Combobox)).ToBeFocusedAsync();
        await TypeAsync(typed);
        await Expect(page.GetByRole(AriaRole.Option, new() { Name = choice, Selected = true })).ToBeVisibleAsync();
        await PressAsync("Enter");
    }

    /// <summary>Does something by the palette.</summary>
    public async Task DoAsync(string typed, string command)
    {
        await PressAsync("Control+k");
        await PickAsync(typed, command);
    }

    public async Task SignInAsync(string name = "agent")
    {
        await page.EvaluateAsync("localStorage.setItem('undo-send', 'off')"); // what is sent is there at once
        await GoToAsync(page.GetByLabel("E-mail"));
        await TypeAsync($"{name}@demo.test");
        await GoToAsync(page.GetByLabel("Password"));
        await TypeAsync("demo-demo");
        await PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "All open" })).ToBeVisibleAsync();
    }

    /// <summary>Goes down the list, then up, until a ticket is open, and waits for what its customer says.</summary>
    public async Task OpenAsync(string subject, string words)
    {
        var open = page.GetByRole(AriaRole.Heading, new() { Name = subject, Level = 1 });
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Tickets" }).GetByText(subject, new() { Exact = true })).ToBeVisibleAsync();
        foreach (var key in (string[])["j", "j", "j", "k", "k", "k"])
        {
            if (await open.IsVisibleAsync()) break;
            await PressAsync(key);
        }
        await Expect(page.Locator("article", new() { HasText = words }).First).ToBeVisibleAsync();
    }
}
