using System.Text.RegularExpressions;
using HelpdeskMx.Agents;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HelpdeskMx.Browser;

[Collection(InChromium.Name)]
public sealed class FirstRunTests(Chromium chromium)
{
    [Fact]
    public async Task A_stranger_with_the_printed_link_has_a_working_desk_after_one_page()
    {
        await using var desk = await RunningDesk.StartAsync(demo: false);
        var page = await chromium.OpenAsync(desk.Anybody.BaseAddress!);
        await page.GotoAsync($"/setup?token={desk.Services.GetRequiredService<FirstRun>().Token}");
        await page.GetByLabel("Your name").FillAsync("Jo");
        await page.GetByLabel(new Regex("^e-?mail", RegexOptions.IgnoreCase)).FillAsync("jo@shop.example");
        await page.GetByLabel(new Regex("^password", RegexOptions.IgnoreCase)).FillAsync("long enough");
        await page.GetByLabel("Name of the store").FillAsync("Tea and Cups");
        await page.GetByLabel("Support address").FillAsync("help@shop.example");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create helpdesk" }).ClickAsync();
        await Expect(page.GetByText("/api/ingest/email/support").First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Send a test mail" }).ClickAsync();
        await Expect(page.GetByText("It has arrived.")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }
}
