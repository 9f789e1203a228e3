using System.Text;
using System.Text.Json;
using HelpdeskMx.Mail;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Tests.Mail;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HelpdeskMx.Browser;

/// <summary>What goes wrong while somebody writes: refusals, sign-ins that end, far too much of everything. Not a word is lost.</summary>
[Collection(InAnotherChromium.Name)]
public sealed class TroubleTests(Chromium chromium) : IAsyncLifetime
{
    private const string Words = "It left us this morning.";

    private readonly LoopbackSmtpServer smtp = new();
    private RunningDesk desk = null!;
    private IPage page = null!;
    private string ticket = null!;

    private ILocator Box => page.GetByRole(AriaRole.Textbox, new() { Name = "Your reply" });
    private ILocator Files => page.GetByRole(AriaRole.List, new() { Name = "Files to send" });

    public async Task InitializeAsync()
    {
        desk = await RunningDesk.StartAsync(smtp: $"smtp://127.0.0.1:{smtp.Port}?tls=none");
        ticket = (await desk.ReceiveAsync(Sample.Mail("Where is it?", "Hello"))).Id();
        page = await chromium.OpenAsync(desk.Anybody.BaseAddress!);
        await MainJobTests.SignInAsync(page, "agent");
        await page.GetByRole(AriaRole.List, new() { Name = "Tickets" }).GetByText("Where is it?").ClickAsync();
        await Expect(page.Locator("article", new() { HasText = "Hello" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("r");
        await Expect(page.GetByRole(AriaRole.Toolbar)).ToBeVisibleAsync();
        await Expect(Box).ToBeFocusedAsync();
    }

    public async Task DisposeAsync()
    {
        await page.Context.CloseAsync();
        await desk.DisposeAsync();
        await smtp.DisposeAsync();
    }

    [Fact]
    public async Task Whatever_the_server_answers_is_told_with_a_way_on_and_the_words_stay()
    {
        await page.Keyboard.TypeAsync(Words);
        await RefusedAsync(409, "A sentence of the server.", "A sentence of the server.", "Your text is kept.");
        await RefusedAsync(413, "Too large.", "It is larger than the server takes. Shorten it, or send files one by one.", "Your text is kept.");
        await RefusedAsync(500, "Failed.", "This is no fault of yours, and your text is kept.", "it cannot be sent twice");
        await RefusedAsync(429, "Too often.", "The server takes no more just now. It is sent again by itself at");

        await page.RouteAsync("**/actions/reply", route => route.AbortAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(page.GetByText("It will be sent when the connection is back.")).ToBeVisibleAsync();
        await Expect(Box).ToHaveTextAsync(Words);
        await page.UnrouteAllAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(page.Locator("article", new() { HasText = Words }).GetByText("Sent", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(Box).ToHaveTextAsync("");
        Assert.Single(smtp.Messages);
    }

    [Fact]
    public async Task A_server_that_takes_no_more_is_asked_again_by_itself_when_it_said()
    {
        await page.Keyboard.TypeAsync(Words);
        await AnswerAsync(429, "Too often.", new() { ["Retry-After"] = "1" }, once: true);
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByText("It is sent again by itself")).ToBeVisibleAsync();
        await Expect(page.Locator("article", new() { HasText = Words })).ToBeVisibleAsync();
        await RunningDesk.UntilAsync(() => Task.FromResult(smtp.Messages.Count), count => count == 1);
    }

    [Fact]
    public async Task A_sign_in_that_ends_in_the_middle_of_a_sentence_is_made_again_over_the_words_and_they_go_out_once()
    {
        await page.Keyboard.TypeAsync("It left us ");
        await desk.PostAsync(System.Net.HttpStatusCode.NoContent, "/api/auth/logout", new { }, await BrowserAsync());
        await page.Keyboard.TypeAsync("this morning.");
        await page.Keyboard.PressAsync("Control+Enter");

        var again = page.GetByRole(AriaRole.Dialog, new() { Name = "Sign in again" });
        await Expect(again).ToContainTextAsync("Nothing you typed is lost");
        await Expect(again.GetByLabel("E-mail")).ToHaveValueAsync("agent@demo.test");
        await again.GetByLabel("Password").FillAsync("demo-demo");
        await page.Keyboard.PressAsync("Enter");
        await Expect(again).ToHaveCountAsync(0);
        await Expect(page.Locator("article", new() { HasText = Words })).ToHaveCountAsync(1);
        await RunningDesk.UntilAsync(() => Task.FromResult(smtp.Messages.Count), count => count > 0);
        Assert.Equal(2, (await desk.MessagesAsync(ticket)).Length);
    }

    [Fact]
    public async Task What_has_gone_out_does_not_come_back_into_the_box_whatever_is_pressed_meanwhile()
    {
        await page.Keyboard.TypeAsync(Words);
        var asked = new TaskCompletionSource();
        var free = new TaskCompletionSource();
        await page.RouteAsync("**/messages*", async route =>
        {
            asked.TrySetResult();
            await free.Task;
            await route.ContinueAsync();
        });
        await page.Keyboard.PressAsync("Control+Enter");
        await RunningDesk.UntilAsync(() => desk.MessagesAsync(ticket), all => all.Length == 2);
        await asked.Task;
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("r");
        free.SetResult();
        await Expect(page.Locator("article", new() { HasText = Words }).GetByText("Sent", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(Box).Not.ToHaveAttributeAsync("aria-readonly", "true");
        await Expect(Box).ToHaveTextAsync("");
    }

    [Fact]
    public async Task Twenty_files_dropped_at_once_go_along_and_one_too_many_is_named_with_its_reason()
    {
        await page.Keyboard.TypeAsync(Words);
        await DropAsync(20);
        await Expect(Files.GetByRole(AriaRole.Button, new() { NameRegex = new("^Remove file-") })).ToHaveCountAsync(20);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true })).ToBeEnabledAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        var mail = await SentAsync();
        Assert.Equal(Enumerable.Range(1, 20).Select(n => $"file-{n}.txt").Order(), mail.Attachments.Select(a => a.Name).Order());

        await page.Keyboard.PressAsync("r");
        await DropAsync(51);
        await Expect(Files.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "file-51.txt" })).ToContainTextAsync("At most 50 files go with one answer.");
        await Expect(Files.GetByRole(AriaRole.Button, new() { NameRegex = new("^Remove file-") })).ToHaveCountAsync(51);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/html")]
    public async Task Ten_megabytes_pasted_leave_the_page_alive_and_what_was_written_before_in_place(string type)
    {
        await page.Keyboard.TypeAsync("Before. ");
        await Box.EvaluateAsync(
            """
            (box, type) => {
                const text = 'All of it. '.repeat(10 * 1024 * 1024 / 11), data = new DataTransfer();
                data.setData('text/plain', text);
                if (type === 'text/html') data.setData('text/html', `<p><b>${text}</b></p>`);
                box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """,
            type);
        await Expect(page.GetByText("characters; at most 200,000 can be sent.")).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await Expect(page.GetByText("Every character is kept. Shorten it, or attach it as a file.")).ToBeVisibleAsync();
        await Expect(Box).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^Before\\. All of it\\."));

        await page.GetByRole(AriaRole.Button, new() { Name = "Attach it as a file" }).ClickAsync();
        await Expect(Files).ToContainTextAsync("text.txt");
        await Expect(page.GetByText("can be sent.")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true })).ToBeEnabledAsync(new() { Timeout = 15_000 });
    }

    [Theory]
    [InlineData("👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 done", "ltr")]
    [InlineData("שלום, החבילה בדרך", "rtl")]
    [InlineData("مرحبا، الطرد في الطريق", "rtl")]
    public async Task Emoji_and_words_from_right_to_left_are_shown_as_they_run_and_arrive_unharmed(string words, string direction)
    {
        const string Direction = "one => getComputedStyle(one).direction";
        await page.Keyboard.InsertTextAsync(words);
        await Expect(Box).ToHaveTextAsync(words);
        Assert.Equal(direction, await Box.Locator("p").First.EvaluateAsync<string>(Direction));
        await page.Keyboard.PressAsync("Control+Enter");
        var mail = await SentAsync();
        Assert.StartsWith(words, mail.Text!, StringComparison.Ordinal);
        Assert.Contains(words, mail.Html!, StringComparison.Ordinal);
        if (direction == "rtl") Assert.Contains("dir=\"auto\"", mail.Html!, StringComparison.Ordinal);

        await desk.ReceiveAsync(Sample.Mail("Again", words));
        await page.GetByRole(AriaRole.List, new() { Name = "Tickets" }).GetByText("Again").ClickAsync();
        var said = page.Locator("article").GetByText(words);
        await Expect(said).ToBeVisibleAsync();
        Assert.Equal(direction, await said.EvaluateAsync<string>(Direction));
    }

    /// <summary>A client with the session of the browser.</summary>
    private async Task<HttpClient> BrowserAsync()
    {
        var token = await page.EvaluateAsync<string>("JSON.parse(localStorage.session).token");
        return new HttpClient { BaseAddress = desk.Anybody.BaseAddress, DefaultRequestHeaders = { Authorization = new("Bearer", token) } };
    }

    private async Task RefusedAsync(int status, string title, params string[] told)
    {
        await page.UnrouteAllAsync();
        await AnswerAsync(status, title, status == 429 ? new() { ["Retry-After"] = "600" } : []);
        var retry = page.GetByRole(AriaRole.Button, new() { Name = "Try again" });
        await (await retry.IsVisibleAsync() ? retry.ClickAsync() : page.Keyboard.PressAsync("Control+Enter"));
        foreach (var sentence in told) await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Not sent." })).ToContainTextAsync(sentence);
        await Expect(Box).ToHaveTextAsync(Words);
    }

    private async Task AnswerAsync(int status, string title, Dictionary<string, string> headers, bool once = false) => await page.RouteAsync(
        "**/actions/reply",
        route => route.FulfillAsync(new() { Status = status, ContentType = "application/problem+json", Headers = headers, Body = JsonSerializer.Serialize(new { title, status, code = "test" }) }),
        new() { Times = once ? 1 : null });

    /// <summary>Drops so many small files onto the composer at once.</summary>
    private Task<JsonElement?> DropAsync(int count) => Box.EvaluateAsync(
        """
        (box, count) => {
            const data = new DataTransfer();
            for (let n = 1; n <= count; n++) data.items.add(new File([`File ${n}`], `file-${n}.txt`, { type: 'text/plain' }));
            for (const type of ['dragover', 'drop']) box.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
        }
        """,
        count);

    private async Task<ParsedMail> SentAsync()
    {
        var sent = await RunningDesk.UntilAsync(() => Task.FromResult(smtp.Messages.ToArray()), all => all.Length == 1);
        return MailParser.Parse(Encoding.Latin1.GetBytes(sent[0]));
    }
}
