using System.Collections.Concurrent;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HelpdeskMx.Browser;

/// <summary>The web at one origin, the API at another, as on Azure.</summary>
[Collection(InChromium.Name)]
public sealed class TwoOriginsTests(Chromium chromium) : IAsyncLifetime
{
    private const string Picture = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private readonly ConcurrentQueue<string> asked = new();
    private readonly ConcurrentQueue<string> errors = new();
    private WebElsewhere web = null!;
    private RunningDesk desk = null!;
    private IPage page = null!;

    public async Task InitializeAsync()
    {
        web = await WebElsewhere.StartAsync();
        desk = await RunningDesk.StartAsync(web.LetIn);
        web.Api = desk.Anybody.BaseAddress!;
        page = await chromium.OpenAsync(web.Origin);
        page.Request += (_, request) => asked.Enqueue(request.Url);
        page.WebSocket += (_, socket) => asked.Enqueue(socket.Url.Replace("ws://", "http://", StringComparison.Ordinal));
        page.Console += (_, message) =>
        {
            if (message.Type == "error") errors.Enqueue(message.Text);
        };
        await page.ReloadAsync();
        await MainJobTests.SignInAsync(page, "admin");
    }

    public async Task DisposeAsync()
    {
        await page.Context.CloseAsync();
        await desk.DisposeAsync();
        await web.DisposeAsync();
    }

    [Fact]
    public async Task Everything_asked_of_the_api_goes_to_its_own_origin()
    {
        var id = (await desk.ReceiveAsync(Mail())).GetProperty("id").GetString()!;
        await page.GetByText("Two origins").First.ClickAsync();
        var picture = page.FrameLocator("article iframe").Locator("img");
        await Expect(picture).ToBeVisibleAsync();
        await RunningDesk.UntilAsync(() => picture.EvaluateAsync<int>("image => image.naturalWidth"), width => width == 1);
        await page.GetByRole(AriaRole.Button, new() { Name = "list.csv" }).ClickAsync();
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Download" }).ClickAsync());
        Assert.Equal("a;b", (await File.ReadAllTextAsync((await file.PathAsync())!)).Trim());
        await page.Keyboard.PressAsync("Escape");

        await page.GetByRole(AriaRole.Button, new() { Name = "More on this message" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Show original" }).ClickAsync();
        await Expect(page.GetByText("Message-ID: <two@x.cz>")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");

        await page.GetByRole(AriaRole.Textbox, new() { Name = "Your reply" }).FillAsync("Answered from elsewhere");
        await page.Locator("input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = "note.txt", MimeType = "text/plain", Buffer = "Hello"u8.ToArray() });
        await Expect(page.GetByText("note.txt")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await RunningDesk.UntilAsync(() => desk.MessagesAsync(id), all => all is [_, var answer] && answer.GetProperty("attachments").GetArrayLength() == 1);

        var api = web.Api.ToString();
        Assert.All(asked.Where(url => new Uri(url).AbsolutePath.StartsWith("/api/", StringComparison.Ordinal)), url => Assert.StartsWith(api, url, StringComparison.Ordinal));
        Assert.Single(asked, url => url.EndsWith("/config.json", StringComparison.Ordinal));
        Assert.Empty(errors);
    }

    [Fact]
    public async Task What_changes_arrives_live()
    {
        await desk.ReceiveAsync(Mail());
        await page.GetByText("Two origins").First.ClickAsync();
        await desk.ReceiveAsync("From: Anna <anna@x.cz>\nTo: support@demo.test\nSubject: Re: Two origins\nMessage-ID: <two2@x.cz>\nIn-Reply-To: <two@x.cz>\n\nOne thing more.\n");
        await Expect(page.Locator("article", new() { HasText = "One thing more." })).ToBeVisibleAsync();
        Assert.Contains(asked, url => url.StartsWith($"{web.Api}api/realtime/hub", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_channel_shows_the_address_of_the_api_as_its_door()
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Settings" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Channels" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "support@demo.test" }).ClickAsync();
        await Expect(page.GetByText($"{web.Api}api/ingest/email/support")).ToBeVisibleAsync();
    }

    private static string Mail() =>
        $"""
        From: Anna <anna@x.cz>
        To: support@demo.test
        Subject: Two origins
        Message-ID: <two@x.cz>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=m

        --m
        Content-Type: multipart/related; boundary=r

        --r
        Content-Type: text/html; charset=utf-8

        <p>Look: <img src="cid:one" alt="one"></p>
        --r
        Content-Type: image/png
        Content-ID: <one>
        Content-Disposition: inline; filename=one.png
        Content-Transfer-Encoding: base64

        {Picture}
        --r--
        --m
        Content-Type: text/csv
        Content-Disposition: attachment; filename=list.csv

        a;b
        --m--
        """;
}
