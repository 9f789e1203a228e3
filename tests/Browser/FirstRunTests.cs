using HelpdeskMx.Agents;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Tests.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HelpdeskMx.Browser;

[Collection(InChromium.Name)]
public sealed class FirstRunTests(Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stranger_with_the_printed_link_has_a_working_desk_after_one_page_and_answers_the_first_ticket(bool mailServer)
    {
        await using var smtp = new LoopbackSmtpServer();
        await using var desk = await RunningDesk.StartAsync(demo: false, smtp: mailServer ? $"smtp://127.0.0.1:{smtp.Port}?tls=none" : null);
        var page = await chromium.OpenAsync(desk.Anybody.BaseAddress!);
        await page.EvaluateAsync("localStorage.setItem('undo-send', 'off')"); // what is sent is there at once
        var link = $"/setup?token={desk.Services.GetRequiredService<FirstRun>().Token}";
        await Expect(page.GetByText("Open the link the server printed")).ToBeVisibleAsync(); // whoever comes without it is told
        await page.GotoAsync(link);
        await page.GetByLabel("Your name").FillAsync("Jo");
        await page.GetByLabel("E-mail").FillAsync("jo@shop.example");
        await page.GetByLabel("Password").FillAsync("long enough");
        await page.GetByLabel("Name of the store").FillAsync("Tea and Cups");
        await page.GetByLabel("Support address").FillAsync("help@shop.example");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create helpdesk" }).ClickAsync();
        await Expect(page.GetByText("/api/ingest/email/support").First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Send a test mail" }).ClickAsync();
        await Expect(page.GetByText("It has arrived.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Open the ticket" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Article, new() { Name = "Message from Jo" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Textbox, new() { Name = "Your reply" }).ClickAsync();
        await page.Keyboard.TypeAsync("Mail arrives.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        var answer = page.GetByRole(AriaRole.Article).Filter(new() { HasText = "Mail arrives." });
        await Expect(answer.GetByText(mailServer ? "Sent" : "Not carried to anybody", new() { Exact = true })).ToBeVisibleAsync();
        if (mailServer) Assert.Contains("Mail arrives.", Assert.Single(smtp.Messages), StringComparison.Ordinal);

        await page.GotoAsync(link);
        await Expect(page.GetByText("This helpdesk is already set up")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }
}
