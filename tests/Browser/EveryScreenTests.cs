using HelpdeskMx.Tests.Hosts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HelpdeskMx.Browser;

/// <summary>The inbox on a phone, and in a language of another script.</summary>
[Collection(InChromium.Name)]
public sealed class EveryScreenTests(Chromium chromium)
{
    [Fact]
    public async Task On_a_phone_the_list_and_the_conversation_take_turns()
    {
        await using var desk = await RunningDesk.StartAsync();
        await desk.ReceiveAsync(Mail("<phone@x.cz>", "A long subject that has to find its room on a narrow screen", "Seen on the go"));
        var page = await chromium.OpenAsync(desk.Anybody.BaseAddress!, width: 390, height: 844);
        await SignInAsync(page);
        var list = page.GetByRole(AriaRole.Region, new() { Name = "Ticket list" });
        await list.GetByText("A long subject").ClickAsync();
        await Expect(page.GetByText("Seen on the go").Last).ToBeVisibleAsync();
        await Expect(list).ToBeHiddenAsync();
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));

        await page.GetByRole(AriaRole.Textbox, new() { Name = "Your reply" }).FillAsync("Answered on the go");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await Expect(page.Locator("article", new() { HasText = "Answered on the go" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Back to the list" }).ClickAsync();
        await Expect(list).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Show views" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "All tickets" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "All tickets" })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_agent_who_chooses_Korean_reads_Korean_there_and_wherever_they_sign_in_next()
    {
        await using var desk = await RunningDesk.StartAsync();
        await desk.ReceiveAsync(Mail("<korean@x.cz>", "Hello", "Where is it?"));
        var page = await chromium.OpenAsync(desk.Anybody.BaseAddress!);
        await SignInAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Demo Agent" }).ClickAsync();
        await page.GetByText("한국어").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "진행 중 전체" })).ToBeVisibleAsync();
        await RunningDesk.UntilAsync(() => desk.GetAsync("/api/me", desk.Agent), me => me.GetProperty("agent").GetProperty("language").GetString() == "ko");
        await page.Context.CloseAsync();

        page = await chromium.OpenAsync(desk.Anybody.BaseAddress!);
        await SignInAsync(page);
        await page.GetByRole(AriaRole.Region, new() { Name = "티켓 목록" }).GetByText("Hello").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "답장 내용" })).ToBeVisibleAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "ko");
        await page.Context.CloseAsync();
    }

    private static Task SignInAsync(IPage page) => MainJobTests.SignInAsync(page, "agent");

    private static string Mail(string id, string subject, string text) =>
        $"From: Anna <anna@x.cz>\nTo: support@demo.test\nSubject: {subject}\nMessage-ID: {id}\n\n{text}\n";
}
