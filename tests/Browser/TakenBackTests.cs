using HelpdeskMx.Tests.Hosts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HelpdeskMx.Browser;

/// <summary>What an agent can still change once they have pressed send, and what they need not type.</summary>
[Collection(InChromium.Name)]
public sealed class TakenBackTests(Chromium chromium)
{
    [Fact]
    public async Task A_saved_reply_is_put_in_sent_and_taken_back_with_every_word_before_it_leaves()
    {
        await using var desk = await RunningDesk.StartAsync();
        await desk.PostAsync(System.Net.HttpStatusCode.Created, "/api/replies", new { name = "On its way", shared = true, texts = new { en = "Dear {{or customer.firstName \"customer\"}}, it is on its way." } });
        var ticket = (await desk.ReceiveAsync("From: Anna Novak <anna@x.cz>\nSubject: My parcel\nMessage-ID: <1@x.cz>\n\nWhere is it?\n")).Id();
        var page = await chromium.OpenAsync(desk.Anybody.BaseAddress!);
        await MainJobTests.SignInAsync(page, "agent", hold: true);
        await page.GetByRole(AriaRole.Region, new() { Name = "Ticket list" }).GetByText("My parcel").ClickAsync();
        var box = page.GetByRole(AriaRole.Textbox, new() { Name = "Your reply" });
        await box.ClickAsync();
        await box.PressAsync("/");
        await page.GetByRole(AriaRole.Option, new() { Name = "On its way" }).ClickAsync();
        await Expect(box).ToHaveTextAsync("Dear Anna, it is on its way.");
        await box.PressAsync("Control+Enter");
        await Expect(box).ToHaveTextAsync("");
        await Expect(page.GetByText("Demo Agent’s answer leaves in a moment.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).First.ClickAsync();
        await Expect(box).ToHaveTextAsync("Dear Anna, it is on its way.");
        Assert.Single(await desk.MessagesAsync(ticket));

        await box.PressAsync("Control+Enter");
        await Expect(page.Locator("article", new() { HasText = "it is on its way" })).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await page.Context.CloseAsync();
    }
}
