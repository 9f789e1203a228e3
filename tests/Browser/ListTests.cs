using HelpdeskMx.Tests.Hosts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HelpdeskMx.Browser;

/// <summary>The list of tickets: its layouts, and work on many tickets by mouse, key and touch.</summary>
[Collection(InChromium.Name)]
public sealed class ListTests(Chromium chromium) : IAsyncLifetime
{
    private RunningDesk desk = null!;

    public async Task InitializeAsync()
    {
        desk = await RunningDesk.StartAsync();
        for (var i = 0; i < 6; i++) await desk.ReceiveAsync($"From: Anna {i} <anna{i}@x.cz>\nTo: support@demo.test\nSubject: Parcel {i}\nMessage-ID: <list{i}@x.cz>\n\nWhere is it?\n");
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task Keys_choose_tickets_close_them_all_and_take_it_back()
    {
        var page = await OpenAsync();
        await Expect(Rows(page)).ToHaveCountAsync(6);
        await page.Keyboard.PressAsync("x");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Shift+X");
        var bar = page.GetByRole(AriaRole.Region, new() { Name = "Work on the selection" });
        await Expect(bar.GetByText("3 selected")).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("e");
        await Expect(bar).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Work on many tickets" }).GetByText("3 tickets done")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Closed", Exact = true }).ClickAsync();
        await Expect(Rows(page)).ToHaveCountAsync(3);

        await page.Keyboard.PressAsync("z");
        await Expect(page.GetByText("All done here")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_table_is_remembered_opens_a_ticket_whole_and_leads_back()
    {
        var page = await OpenAsync();
        await Expect(Rows(page)).ToHaveCountAsync(6);
        await page.Keyboard.PressAsync("v");
        await page.ReloadAsync();
        var table = page.GetByRole(AriaRole.Table, new() { Name = "Tickets" });
        await Expect(table.GetByRole(AriaRole.Columnheader, new() { Name = "Customer" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("j");
        await Expect(table.GetByRole(AriaRole.Link).First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Your reply" })).ToBeVisibleAsync();
        await Expect(table).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("j");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Parcel 4" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "All open" }).ClickAsync();
        await Expect(table).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task On_a_phone_a_ticket_is_chosen_by_its_box_and_others_follow_with_a_tap()
    {
        var page = await chromium.OpenAsync(desk.Anybody.BaseAddress!, width: 390, height: 844);
        await MainJobTests.SignInAsync(page, "agent");
        await Expect(Rows(page)).ToHaveCountAsync(6);
        await page.GetByRole(AriaRole.Button, new() { Name = "Look of the list" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Select tickets" }).ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("Anna 5") }).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("Anna 4") }).CheckAsync();
        await Expect(page.GetByText("2 selected")).ToBeVisibleAsync();
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.Context.CloseAsync();
    }

    private async Task<IPage> OpenAsync()
    {
        var page = await chromium.OpenAsync(desk.Anybody.BaseAddress!);
        await MainJobTests.SignInAsync(page, "agent");
        return page;
    }

    private static ILocator Rows(IPage page) => page.GetByRole(AriaRole.List, new() { Name = "Tickets" }).GetByRole(AriaRole.Listitem);
}
