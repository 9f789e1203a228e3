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
        await page.GetByLabel(new Regex("your name", RegexOptions.IgnoreCase)).FillAsync("Jo");
        await page.GetByLabel(new Regex("your e-?mail", RegexOptions.IgnoreCase)).FillAsync("jo@shop.example");
        await page.GetByLabel(new Regex("^password", RegexOptions.IgnoreCase)).FillAsync("long enough");
        await page.GetByLabel(new Regex("store|shop", RegexOptions.IgnoreCase)).First.FillAsync("Tea and Cups");
        await page.GetByLabel(new Regex("support address|customers write", RegexOptions.IgnoreCase)).FillAsync("help@shop.example");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("set up|create|start", RegexOptions.IgnoreCase) }).ClickAsync();
        await Expect(page.GetByText("/api/ingest/email/support").First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("test", RegexOptions.IgnoreCase) }).ClickAsync();
        await Expect(page.GetByText(new Regex("arrived|it is here|came", RegexOptions.IgnoreCase)).First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }
}
