using System.Net;
using System.Text.RegularExpressions;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Tests.Mail;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HelpdeskMx.Browser;

/// <summary>The page of a request on a phone that runs no script, from the notice to the rating an agent sees.</summary>
[Collection(InChromium.Name)]
public sealed partial class RequestPageTests(Chromium chromium)
{
    [Fact]
    public async Task A_customer_reads_an_answer_answers_it_and_rates_it_on_a_phone_without_script()
    {
        await using var smtp = new LoopbackSmtpServer();
        await using var desk = await RunningDesk.StartAsync(smtp: $"smtp://127.0.0.1:{smtp.Port}?tls=none");
        var origin = desk.Anybody.BaseAddress!.GetLeftPart(UriPartial.Authority);
        var store = (await desk.GetAsync("/api/stores")).GetProperty("items")[0].GetProperty("id").GetString();
        await desk.PutAsync(HttpStatusCode.OK, $"/api/stores/{store}", new { portal = new { notice = true, origin } });
        var ticket = (await desk.ReceiveAsync("From: Anna <anna@x.cz>\nTo: support@demo.test\nSubject: Where is my order?\nMessage-ID: <q1@x.cz>\n\nHello\n")).GetProperty("id").GetString()!;
        await desk.ActAsync(ticket, "reply", new { text = "It is on its way" });
        var mail = (await RunningDesk.UntilAsync(() => Task.FromResult(smtp.Messages.ToArray()), sent => sent.Length == 1))[0];
        var link = Link().Match(mail.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=\n", "", StringComparison.Ordinal)).Value;

        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var page = await chromium.OpenAsync(desk.Anybody.BaseAddress!, width: 390, scheme: scheme, script: false);
            await page.GotoAsync($"{link}?lang=en&stars=2#rating");
            await Expect(page.GetByText("It is on its way")).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "2 stars" })).ToBeCheckedAsync();
            Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            await page.GetByLabel("Your answer").FillAsync($"Thank you in {scheme}");
            await page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("We have your answer");
            await page.GetByRole(AriaRole.Radio, new() { Name = "5 stars" }).CheckAsync();
            await page.GetByLabel("What should we know?").FillAsync("Quick");
            await page.GetByRole(AriaRole.Button, new() { Name = "Send rating" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Status)).ToBeInViewportAsync();
            await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "5 stars" })).ToBeCheckedAsync();
            await page.Context.CloseAsync();
        }

        await RunningDesk.UntilAsync(() => desk.MessagesAsync(ticket), said => said.Length == 4);
        var inbox = await chromium.OpenAsync(desk.Anybody.BaseAddress!);
        await MainJobTests.SignInAsync(inbox, "agent");
        await inbox.GotoAsync("/inbox/all?rating=5");
        await inbox.GetByRole(AriaRole.Link, new() { Name = "Where is my order?" }).First.ClickAsync();
        await Expect(inbox.GetByRole(AriaRole.Region, new() { Name = "Ticket", Exact = true }).GetByRole(AriaRole.Img, new() { Name = "5 stars" })).ToBeVisibleAsync();
        await Expect(inbox.GetByText("Thank you in Dark").First).ToBeVisibleAsync();
        await inbox.Context.CloseAsync();
    }

    [GeneratedRegex(@"http://[^\s""]+/api/portal/[\w.-]+")]
    private static partial Regex Link();
}
