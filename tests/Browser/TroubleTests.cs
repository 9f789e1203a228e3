using System.Text.Json;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HelpdeskMx.Browser;

/// <summary>What goes wrong while somebody writes: refusals, sign-ins that end, far too much of everything. Not a word is lost.</summary>
[Collection(InAnotherChromium.Name)]
public sealed class TroubleTests(Chromium chromium) : MailedScreen(chromium)
{
    private const string Words = "It left us this morning.";

    private string ticket = null!;

    private ILocator Files => Page.GetByRole(AriaRole.List, new() { Name = "Files to send" });

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        ticket = (await Desk.ReceiveAsync(Sample.Mail("Where is it?", "Hello"))).Id();
        await MainJobTests.SignInAsync(Page, "agent");
        await Page.GetByRole(AriaRole.List, new() { Name = "Tickets" }).GetByText("Where is it?").ClickAsync();
        await Expect(Page.Locator("article", new() { HasText = "Hello" })).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("r");
        await Expect(Page.GetByRole(AriaRole.Toolbar)).ToBeVisibleAsync();
        await Expect(Reply).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Whatever_the_server_answers_is_told_with_a_way_on_and_the_words_stay()
    {
        await Page.Keyboard.TypeAsync(Words);
        await RefusedAsync(409, "A sentence of the server.", "A sentence of the server.", "Your text is kept.");
        await RefusedAsync(413, "Too large.", "It is larger than the server takes. Shorten it, or send files one by one.", "Your text is kept.");
        await RefusedAsync(500, "Failed.", "This is no fault of yours, and your text is kept.", "it cannot be sent twice");
        await RefusedAsync(429, "Too often.", "The server takes no more just now. It is sent again by itself at");

        await Page.RouteAsync("**/actions/reply", route => route.AbortAsync());
        await Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(Page.GetByText("It will be sent when the connection is back.")).ToBeVisibleAsync();
        await Expect(Reply).ToHaveTextAsync(Words);
        await Page.UnrouteAllAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(Page.Locator("article", new() { HasText = Words }).GetByText("Sent", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(Reply).ToHaveTextAsync("");
        Assert.Single(Mails);
    }

    [Fact]
    public async Task A_server_that_takes_no_more_is_asked_again_by_itself_when_it_said()
    {
        await Page.Keyboard.TypeAsync(Words);
        await AnswerAsync(429, "Too often.", new() { ["Retry-After"] = "1" }, once: true);
        await Page.Keyboard.PressAsync("Control+Enter");
        await Expect(Page.GetByText("It is sent again by itself")).ToBeVisibleAsync();
        await Expect(Page.Locator("article", new() { HasText = Words })).ToBeVisibleAsync();
        await RunningDesk.UntilAsync(() => Task.FromResult(Mails.Length), count => count == 1);
    }

    [Fact]
    public async Task A_sign_in_that_ends_in_the_middle_of_a_sentence_is_made_again_over_the_words_and_they_go_out_once()
    {
        await Page.Keyboard.TypeAsync("It left us ");
        await Desk.PostAsync(System.Net.HttpStatusCode.NoContent, "/api/auth/logout", new { }, await BrowserAsync());
        await Page.Keyboard.TypeAsync("this morning.");
        await Page.Keyboard.PressAsync("Control+Enter");

        var again = Page.GetByRole(AriaRole.Dialog, new() { Name = "Sign in again" });
        await Expect(again).ToContainTextAsync("Nothing you typed is lost");
        await Expect(again.GetByLabel("E-mail")).ToHaveValueAsync("agent@demo.test");
        await again.GetByLabel("Password").FillAsync("demo-demo");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(again).ToHaveCountAsync(0);
        await Expect(Page.Locator("article", new() { HasText = Words })).ToHaveCountAsync(1);
        await RunningDesk.UntilAsync(() => Task.FromResult(Mails.Length), count => count > 0);
        Assert.Equal(2, (await Desk.MessagesAsync(ticket)).Length);
    }

    [Fact]
    public async Task What_has_gone_out_does_not_come_back_into_the_box_whatever_is_pressed_meanwhile()
    {
        await Page.Keyboard.TypeAsync(Words);
        var asked = new TaskCompletionSource();
        var free = new TaskCompletionSource();
        await Page.RouteAsync("**/messages*", async route =>
        {
            asked.TrySetResult();
            await free.Task;
            await route.ContinueAsync();
        });
        await Page.Keyboard.PressAsync("Control+Enter");
        await RunningDesk.UntilAsync(() => Desk.MessagesAsync(ticket), all => all.Length == 2);
        await asked.Task;
        await Page.Keyboard.PressAsync("Escape");
        await Page.Keyboard.PressAsync("r");
        free.SetResult();
        await Expect(Page.Locator("article", new() { HasText = Words }).GetByText("Sent", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(Reply).Not.ToHaveAttributeAsync("aria-readonly", "true");
        await Expect(Reply).ToHaveTextAsync("");
    }

    [Fact]
    public async Task Twenty_files_dropped_at_once_go_along_and_one_too_many_is_named_with_its_reason()
    {
        await Page.Keyboard.TypeAsync(Words);
        await DropAsync(20);
        await Expect(Files.GetByRole(AriaRole.Button, new() { NameRegex = new("^Remove file-") })).ToHaveCountAsync(20);
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true })).ToBeEnabledAsync();
        await Page.Keyboard.PressAsync("Control+Enter");
        var mail = await SentAsync();
        Assert.Equal(Enumerable.Range(1, 20).Select(n => $"file-{n}.txt").Order(), mail.Attachments.Select(a => a.Name).Order());

        await Page.Keyboard.PressAsync("r");
        await DropAsync(51);
        await Expect(Files.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "file-51.txt" })).ToContainTextAsync("At most 50 files go with one answer.");
        await Expect(Files.GetByRole(AriaRole.Button, new() { NameRegex = new("^Remove file-") })).ToHaveCountAsync(51);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/html")]
    public async Task Ten_megabytes_pasted_leave_the_page_alive_and_what_was_written_before_in_place(string type)
    {
        await Page.Keyboard.TypeAsync("Before. ");
        await Reply.EvaluateAsync(
            """
            (box, type) => {
                const text = 'All of it. '.repeat(10 * 1024 * 1024 / 11), data = new DataTransfer();
                data.setData('text/plain', text);
                if (type === 'text/html') data.setData('text/html', `<p><b>${text}</b></p>`);
                box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """,
            type);
        await Expect(Page.GetByText("characters; at most 200,000 can be sent.")).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await Expect(Page.GetByText("Every character is kept. Shorten it, or attach it as a file.")).ToBeVisibleAsync();
        await Expect(Reply).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^Before\\. All of it\\."));

        await Page.GetByRole(AriaRole.Button, new() { Name = "Attach it as a file" }).ClickAsync();
        await Expect(Files).ToContainTextAsync("text.txt");
        await Expect(Page.GetByText("can be sent.")).ToHaveCountAsync(0);
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true })).ToBeEnabledAsync(new() { Timeout = 15_000 });
    }

    [Theory]
    [InlineData("👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 done", "ltr")]
    [InlineData("שלום, החבילה בדרך", "rtl")]
    [InlineData("مرحبا، الطرد في الطريق", "rtl")]
    public async Task Emoji_and_words_from_right_to_left_are_shown_as_they_run_and_arrive_unharmed(string words, string direction)
    {
        const string Direction = "one => getComputedStyle(one).direction";
        await Page.Keyboard.InsertTextAsync(words);
        await Expect(Reply).ToHaveTextAsync(words);
        Assert.Equal(direction, await Reply.Locator("p").First.EvaluateAsync<string>(Direction));
        await Page.Keyboard.PressAsync("Control+Enter");
        var mail = await SentAsync();
        Assert.StartsWith(words, mail.Text!, StringComparison.Ordinal);
        Assert.Contains(words, mail.Html!, StringComparison.Ordinal);
        if (direction == "rtl") Assert.Contains("dir=\"auto\"", mail.Html!, StringComparison.Ordinal);

        await Desk.ReceiveAsync(Sample.Mail("Again", words));
        await Page.GetByRole(AriaRole.List, new() { Name = "Tickets" }).GetByText("Again").ClickAsync();
        var said = Page.Locator("article").GetByText(words);
        await Expect(said).ToBeVisibleAsync();
        Assert.Equal(direction, await said.EvaluateAsync<string>(Direction));
    }

    /// <summary>A client with the session of the browser.</summary>
    private async Task<HttpClient> BrowserAsync()
    {
        var token = await Page.EvaluateAsync<string>("JSON.parse(localStorage.session).token");
        return new HttpClient { BaseAddress = Desk.Anybody.BaseAddress, DefaultRequestHeaders = { Authorization = new("Bearer", token) } };
    }

    private async Task RefusedAsync(int status, string title, params string[] told)
    {
        await Page.UnrouteAllAsync();
        await AnswerAsync(status, title, status == 429 ? new() { ["Retry-After"] = "600" } : []);
        var retry = Page.GetByRole(AriaRole.Button, new() { Name = "Try again" });
        await (await retry.IsVisibleAsync() ? retry.ClickAsync() : Page.Keyboard.PressAsync("Control+Enter"));
        foreach (var sentence in told) await Expect(Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Not sent." })).ToContainTextAsync(sentence);
        await Expect(Reply).ToHaveTextAsync(Words);
    }

    private async Task AnswerAsync(int status, string title, Dictionary<string, string> headers, bool once = false) => await Page.RouteAsync(
        "**/actions/reply",
        route => route.FulfillAsync(new() { Status = status, ContentType = "application/problem+json", Headers = headers, Body = JsonSerializer.Serialize(new { title, status, code = "test" }) }),
        new() { Times = once ? 1 : null });

    /// <summary>Drops so many small files onto the composer at once.</summary>
    private Task<JsonElement?> DropAsync(int count) => Reply.EvaluateAsync(
        """
        (box, count) => {
            const data = new DataTransfer();
            for (let n = 1; n <= count; n++) data.items.add(new File([`File ${n}`], `file-${n}.txt`, { type: 'text/plain' }));
            for (const type of ['dragover', 'drop']) box.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
        }
        """,
        count);
}
