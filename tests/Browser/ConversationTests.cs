using System.Text;
using System.Text.RegularExpressions;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HelpdeskMx.Browser;

/// <summary>A conversation that stays true without its pushes, is read with its files, and is put on paper.</summary>
[Collection(InAnotherChromium.Name)]
public sealed class ConversationTests(Chromium chromium) : IAsyncLifetime
{
    /// <summary>How many pixels of a canvas are dark.</summary>
    private const string Dark = "one => new Uint32Array(one.getContext('2d').getImageData(0, 0, one.width || 1, one.height || 1).data.buffer).filter(pixel => pixel >>> 24 === 255 && (pixel & 255) < 128).length";

    private RunningDesk desk = null!;
    private IPage page = null!;

    private ILocator List => page.GetByRole(AriaRole.List, new() { Name = "Tickets" });
    private ILocator Preview => page.GetByRole(AriaRole.Dialog);
    private ILocator NotLive => page.GetByText("Not live");

    public async Task InitializeAsync()
    {
        desk = await RunningDesk.StartAsync();
        page = await chromium.OpenAsync(desk.Anybody.BaseAddress!);
    }

    public async Task DisposeAsync()
    {
        await page.Context.CloseAsync();
        await desk.DisposeAsync();
    }

    [Fact]
    public async Task Without_pushes_the_desk_says_so_and_is_true_again_by_itself_in_order_without_a_reload()
    {
        var id = (await desk.ReceiveAsync(Sample.Mail("A cup", "First", "<cup@x.cz>"))).Id();
        var other = (await desk.ReceiveAsync(Sample.Mail("A pot", "About A pot"))).Id();
        var broken = true;
        await page.RouteWebSocketAsync(new Regex("realtime"), socket =>
        {
            if (broken) _ = socket.CloseAsync();
            else socket.ConnectToServer();
        });
        await page.RouteAsync("**/api/realtime/**", route => broken ? route.AbortAsync() : route.ContinueAsync());
        await MainJobTests.SignInAsync(page, "agent");
        await page.EvaluateAsync("() => { window.samePage = true; }");
        await List.GetByText("A cup").ClickAsync();
        await Expect(page.Locator("article", new() { HasText = "First" })).ToBeVisibleAsync();
        await Expect(NotLive).ToBeVisibleAsync(new() { Timeout = 15_000 });

        await desk.ReceiveAsync(Sample.Mail("Re: A cup", "Second", answers: "<cup@x.cz>"));
        await desk.ActAsync(id, "reply", new { text = "Third" }, desk.Admin);
        await desk.ActAsync(id, "assign", new { assignee = "admin" }, desk.Admin);
        await desk.ActAsync(other, "close", by: desk.Admin);
        await desk.ReceiveAsync(Sample.Mail("A plate", "About A plate"));
        broken = false;

        await Expect(NotLive).ToHaveCountAsync(0, new() { Timeout = 40_000 });
        await Expect(page.Locator("article")).ToHaveTextAsync((Regex[])[new("First"), new("Second"), new("Third")]);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Assign: Demo Admin" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "All open 2 tickets" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("u"); // what is open keeps its place until one leaves it
        await Expect(List.GetByRole(AriaRole.Listitem)).ToHaveTextAsync((Regex[])[new("A plate"), new("A cup")]);
        Assert.True(await page.EvaluateAsync<bool>("window.samePage"));
    }

    [Theory]
    [InlineData("text/plain", "First words", "Line\n")]
    [InlineData("text/html", "<p>First words</p>", "<p>Line</p>\n")]
    public async Task A_message_longer_than_the_screen_is_read_from_its_beginning(string type, string first, string line)
    {
        await desk.ReceiveAsync($"From: Anna <anna@x.cz>\nTo: support@demo.test\nSubject: Long\nMessage-ID: <long@x.cz>\nMIME-Version: 1.0\nContent-Type: {type}; charset=utf-8\n\n{first}\n{string.Concat(Enumerable.Repeat(line, 400))}");
        await MainJobTests.SignInAsync(page, "agent");
        await List.GetByText("Long").ClickAsync();
        var said = page.Locator("article").GetByText("Anna", new() { Exact = true }).First;
        await Expect(said).ToBeInViewportAsync();
        await page.WaitForFunctionAsync("() => { const thread = document.querySelector('[data-thread]'); return thread.scrollHeight > 5 * thread.clientHeight && thread.querySelector('article').getBoundingClientRect().top >= thread.getBoundingClientRect().top - 40; }");
    }

    [Fact]
    public async Task Magnified_four_times_one_reads_and_answers_all_the_same()
    {
        await desk.ReceiveAsync(Sample.Mail("A cup", "First"));
        await MainJobTests.SignInAsync(page, "agent");
        await page.SetViewportSizeAsync(320, 256);
        await List.GetByText("A cup").ClickAsync();
        var said = page.Locator("article").GetByText("First");
        await said.ScrollIntoViewIfNeededAsync();
        await Expect(said).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("r");
        var send = page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true });
        await send.ScrollIntoViewIfNeededAsync();
        await Expect(send).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [Fact]
    public async Task A_part_that_does_not_load_says_so_and_takes_nothing_else_with_it()
    {
        await desk.ReceiveAsync(Sample.Mail("A cup", "First"));
        await MainJobTests.SignInAsync(page, "admin");
        await Expect(List.GetByText("A cup")).ToBeVisibleAsync();
        await page.RouteAsync(new Regex("StoresScreen.*js"), route => route.AbortAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "Settings" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Stores" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This part could not be shown");
        await page.GetByRole(AriaRole.Link, new() { Name = "To the inbox" }).ClickAsync();
        await Expect(List.GetByText("A cup")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_single_push_that_never_comes_is_caught_up_with_by_the_stores_sequence()
    {
        await desk.ReceiveAsync(Sample.Mail("A cup", "First", "<cup@x.cz>"));
        var deaf = false;
        await page.RouteWebSocketAsync(new Regex("realtime"), socket =>
        {
            var server = socket.ConnectToServer();
            server.OnMessage(frame =>
            {
                if (deaf && frame.Text?.Contains("changed", StringComparison.Ordinal) == true) return; // lost on the way
                if (frame.Text is { } text) socket.Send(text);
                else socket.Send(frame.Binary!);
            });
        });
        await MainJobTests.SignInAsync(page, "agent");
        await List.GetByText("A cup").ClickAsync();
        await Expect(page.Locator("article", new() { HasText = "First" })).ToBeVisibleAsync();
        await desk.ReceiveAsync(Sample.Mail("Re: A cup", "Pushed", answers: "<cup@x.cz>"));
        await Expect(page.Locator("article", new() { HasText = "Pushed" })).ToBeVisibleAsync(new() { Timeout = 2_000 });

        deaf = true;
        await desk.ReceiveAsync(Sample.Mail("Re: A cup", "Missed", answers: "<cup@x.cz>"));
        await Expect(page.Locator("article", new() { HasText = "Missed" })).ToBeVisibleAsync(new() { Timeout = 12_000 });
    }

    [Fact]
    public async Task Pictures_and_documents_open_by_click_and_key_are_really_drawn_and_give_the_focus_back()
    {
        await desk.ReceiveAsync(Sample.WithPictures("Two pictures"));
        await desk.ReceiveAsync(Sample.With("A document", "Please read", null, ("invoice.pdf", "application/pdf", Convert.ToBase64String(Sample.Pdf("Invoice 17")))));
        await MainJobTests.SignInAsync(page, "agent");
        await List.GetByText("Two pictures").ClickAsync();
        var one = page.GetByRole(AriaRole.Button, new() { NameRegex = new("one.png") });
        await one.ClickAsync();
        await Expect(Preview.GetByRole(AriaRole.Img, new() { Name = "one.png" })).ToBeVisibleAsync();
        await Expect(Preview.GetByText("Picture 1 of 2")).ToBeVisibleAsync();
        await Preview.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await Expect(Preview.GetByRole(AriaRole.Img, new() { Name = "two.png" })).ToBeVisibleAsync();
        Assert.True(await Preview.GetByRole(AriaRole.Img, new() { Name = "two.png" }).EvaluateAsync<bool>("one => one.decode().then(() => one.naturalWidth > 0)"));
        await Preview.GetByRole(AriaRole.Button, new() { Name = "Previous" }).ClickAsync();
        await Expect(Preview.GetByRole(AriaRole.Img, new() { Name = "one.png" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(one).ToBeFocusedAsync();

        await List.GetByText("A document").ClickAsync();
        var invoice = page.GetByRole(AriaRole.Button, new() { NameRegex = new("invoice.pdf") });
        await invoice.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var sheet = Preview.GetByRole(AriaRole.Img, new() { Name = "Page 1 of 1" });
        await Expect(sheet).ToBeVisibleAsync();
        await RunningDesk.UntilAsync(() => sheet.EvaluateAsync<int>(Dark), dark => dark > 500);
        await Expect(Preview.GetByText("Invoice 17")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Escape");
        await Expect(Preview).ToHaveCountAsync(0);
        await Expect(invoice).ToBeFocusedAsync();
    }

    [Fact]
    public async Task On_paper_stand_the_subject_the_customer_and_every_message_and_no_controls()
    {
        var id = (await desk.ReceiveAsync(Sample.Mail("A cup", "It is chipped", "<cup@x.cz>"))).Id();
        await desk.ActAsync(id, "reply", new { text = "We send another" });
        await desk.ActAsync(id, "note", new { text = "Second time this week" });
        await MainJobTests.SignInAsync(page, "agent");
        await page.EvaluateAsync("() => { window.print = () => { window.printed = true; }; }");
        await List.GetByText("A cup").ClickAsync();
        await Expect(page.Locator("article", new() { HasText = "Second time this week" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("p");
        await RunningDesk.UntilAsync(() => page.EvaluateAsync<bool>("window.printed ?? false"), printed => printed);

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var paper = page.Locator("[data-sheet]");
        await Expect(paper.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(new Regex("^#\\d+ A cup$"));
        await Expect(paper).ToContainTextAsync("Anna · anna@x.cz · Demo Shop");
        await Expect(paper.GetByRole(AriaRole.Article)).ToHaveTextAsync((Regex[])[new("It is chipped"), new("We send another"), new("Note, seen by the team only.*Second time this week")]);
        foreach (var role in (AriaRole[])[AriaRole.Button, AriaRole.Link, AriaRole.Textbox, AriaRole.Navigation]) await Expect(page.GetByRole(role)).ToHaveCountAsync(0);
        Assert.StartsWith("%PDF", Encoding.ASCII.GetString(await page.PdfAsync(), 0, 4), StringComparison.Ordinal);
    }
}
