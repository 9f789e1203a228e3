using System.Text;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HelpdeskMx.Browser;

/// <summary>What an agent writes, from the keys of a real browser to the mail server.</summary>
[Collection(InChromium.Name)]
public sealed class ComposerTests(Chromium chromium) : MailedScreen(chromium)
{
    private const string FromWord = """
        <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body><!--StartFragment-->
        <p class=MsoNormal style='color:red'><b>Dear Anna</b><o:p></o:p></p>
        <p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>  </span></span><![endif]>One</p>
        <p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Two</p>
        <table><tr><th>Item</th><th>Price</th></tr><tr><td>Cup</td><td>10</td></tr></table>
        <img src="http://tracker.invalid/p.gif" width=1><script>alert(1)</script><!--EndFragment--></body></html>
        """;

    private string ticket = null!;

    private ILocator Box => Reply.And(Page.Locator("[contenteditable=true]"));

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await MainJobTests.SignInAsync(Page, "agent");
        ticket = (await Desk.ReceiveAsync(Sample.Mail("Where is it?", "Hello"))).Id();
        await Page.GetByText("Where is it?").First.ClickAsync();
        await Expect(Page.Locator("article", new() { HasText = "Hello" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_answer_with_a_form_arrives_as_HTML_and_as_words()
    {
        await WriteAsync("Dear Anna");
        await Page.Keyboard.PressAsync("Enter");
        await Page.Keyboard.PressAsync("Control+b");
        await Page.Keyboard.TypeAsync("today");
        await Page.Keyboard.PressAsync("Control+b");
        await Page.Keyboard.PressAsync("Enter");
        await Page.Keyboard.TypeAsync("- first");
        await Page.Keyboard.PressAsync("Enter");
        await Page.Keyboard.TypeAsync("second");
        await PasteAsync("new File([Uint8Array.from([137, 80, 78, 71])], 'shot.png', { type: 'image/png' })");
        await Expect(Box.Locator("img[alt='shot.png']")).ToHaveCountAsync(1);
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true })).ToBeEnabledAsync();
        await Page.Keyboard.PressAsync("Control+Enter");

        var mail = await SentAsync();
        Assert.StartsWith("Dear Anna\n\ntoday\n\n- first\n- second[shot.png]", mail.Text!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("<p>Dear Anna</p><p><strong>today</strong></p><ul><li>first</li><li>second<img", mail.Html!, StringComparison.Ordinal);
        var picture = Assert.Single(mail.Attachments);
        Assert.Contains($"cid:{picture.ContentId}", mail.Html!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_pasted_from_Word_is_words_lists_and_rows_alone()
    {
        var asked = new List<string>();
        Page.Request += (_, request) => asked.Add(request.Url);
        await WriteAsync("x");
        await Page.Keyboard.PressAsync("Backspace");
        await PasteAsync($"'{Convert.ToBase64String(Encoding.UTF8.GetBytes(FromWord))}'");
        await Page.Keyboard.PressAsync("Control+Enter");

        var html = (await SentAsync()).Html!;
        Assert.Contains("<p><strong>Dear Anna</strong></p><ul><li>One</li><li>Two</li></ul><p><strong>Item</strong> | <strong>Price</strong></p><p>Cup | 10</p>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Mso", html, StringComparison.Ordinal);
        Assert.DoesNotContain(asked, url => url.Contains(".invalid", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_a_note_mentions_is_kept_with_it_and_watches_the_ticket()
    {
        await Page.Keyboard.PressAsync("n");
        await Page.Keyboard.TypeAsync("Look");
        await Expect(Page.Locator("[contenteditable=true]")).ToBeFocusedAsync();
        await Page.Keyboard.TypeAsync(" @adm");
        await Expect(Page.GetByRole(AriaRole.Option, new() { Name = "Demo Admin" })).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Page.Keyboard.TypeAsync("please");
        await Page.Keyboard.PressAsync("Control+Enter");

        var said = await RunningDesk.UntilAsync(() => Desk.MessagesAsync(ticket), all => all.Length == 2);
        Assert.Equal("Look @Demo Admin please", said[1].GetProperty("text").GetString());
        var mentioned = Assert.Single(said[1].GetProperty("mentions").EnumerateArray()).GetString();
        Assert.Contains((await Desk.GetAsync($"/api/tickets/{ticket}")).GetProperty("followers").EnumerateArray(), follower => follower.GetString() == mentioned);
    }

    [Fact]
    public async Task A_reload_in_the_middle_of_a_sentence_keeps_the_words_and_their_form()
    {
        await WriteAsync("Half a ");
        await Page.Keyboard.PressAsync("Control+b");
        await Page.Keyboard.TypeAsync("sen");
        await Page.ReloadAsync();
        await Expect(Box).ToHaveTextAsync("Half a sen");
        await Expect(Box.Locator("strong")).ToHaveTextAsync("sen");
    }

    [Fact]
    public async Task What_is_sent_without_a_connection_survives_a_reload_and_goes_out_once()
    {
        await WriteAsync("It left us this morning.");
        await Page.RouteAsync("**/actions/reply", async route =>
        {
            await route.FetchAsync(); // it arrives, and its answer is lost
            await route.AbortAsync();
        });
        await Page.Keyboard.PressAsync("Control+Enter");
        await Expect(Page.GetByText("It will be sent when the connection is back.")).ToBeVisibleAsync();
        await Page.ReloadAsync();
        await Expect(Page.GetByText("It will be sent when the connection is back.")).ToBeVisibleAsync();
        await Page.UnrouteAsync("**/actions/reply");

        await Expect(Page.GetByText("It will be sent when the connection is back.")).Not.ToBeVisibleAsync(new() { Timeout = 30_000 }); // it tries by itself
        await Expect(Page.Locator("article", new() { HasText = "It left us this morning." })).ToHaveCountAsync(1);
        await RunningDesk.UntilAsync(() => Task.FromResult(Mails.Length), count => count > 0);
        Assert.Single(Mails);
        Assert.Equal(2, (await Desk.MessagesAsync(ticket)).Length);
    }

    private async Task WriteAsync(string words)
    {
        await Page.Keyboard.PressAsync("r");
        await Page.Keyboard.TypeAsync(words);
        await Expect(Box).ToBeFocusedAsync();
    }

    /// <summary>Pastes a file, or HTML in Base64.</summary>
    private Task<System.Text.Json.JsonElement?> PasteAsync(string what) => Box.EvaluateAsync($$"""
        box => {
            const data = new DataTransfer(), what = {{what}};
            if (what instanceof File) data.items.add(what);
            else { data.setData('text/html', new TextDecoder().decode(Uint8Array.from(atob(what), c => c.charCodeAt(0)))); data.setData('text/plain', 'Dear Anna'); }
            box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """);
}
