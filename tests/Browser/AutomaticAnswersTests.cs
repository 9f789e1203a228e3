using HelpdeskMx.Tests.Hosts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HelpdeskMx.Browser;

/// <summary>What an admin lets the desk tell customers by itself, and what agents see of it.</summary>
[Collection(InChromium.Name)]
public sealed class AutomaticAnswersTests(Chromium chromium)
{
    [Fact]
    public async Task A_confirmation_that_an_admin_turns_on_is_seen_under_the_mail_it_confirms()
    {
        await using var desk = await RunningDesk.StartAsync();
        var page = await chromium.OpenAsync(desk.Anybody.BaseAddress!);
        await MainJobTests.SignInAsync(page, "admin");
        await page.GetByRole(AriaRole.Link, new() { Name = "Settings" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Answers", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Switch, new() { Name = "Confirm new requests" }).CheckAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Text: English" }).FillAsync("We have it under {number}, says {store}.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByText("Saved", new() { Exact = true })).ToBeVisibleAsync();

        var ticket = await desk.ReceiveAsync("From: Anna <anna@x.cz>\nTo: support@demo.test\nSubject: Hello\nMessage-ID: <confirmed@x.cz>\n\nWhere is the parcel you sent me?\n");
        await page.GotoAsync($"/tickets/{ticket.GetProperty("id").GetString()}");
        var messages = page.GetByRole(AriaRole.Log, new() { Name = "Messages" }).GetByRole(AriaRole.Article);
        await Expect(messages).ToHaveCountAsync(2);
        await Expect(messages.First).ToContainTextAsync("Where is the parcel");
        await Expect(messages.Last).ToContainTextAsync("Sent by the helpdesk itself");
        await Expect(messages.Last).ToContainTextAsync($"We have it under #{ticket.GetProperty("number").GetInt64()}, says");
        await page.Context.CloseAsync();
    }
}
