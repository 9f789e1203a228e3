using System.Security.Cryptography;
using System.Text;
using HelpdeskMx.Channels;
using HelpdeskMx.Platform;
using HelpdeskMx.Sending.Meta;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Tests.Sending.Meta;
using HelpdeskMx.Tickets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HelpdeskMx.Browser;

/// <summary>Messages of Meta's channels on an agent's screen.</summary>
[Collection(InChromium.Name)]
public sealed class MetaTests(Chromium chromium) : IAsyncLifetime
{
    private const string Person = "420777123456";
    private GraphStandIn graph = null!;
    private RunningDesk desk = null!;

    public async Task InitializeAsync()
    {
        graph = await GraphStandIn.StartAsync();
        desk = await RunningDesk.StartAsync(services => services.AddSingleton(new MetaGraph(graph.Client(), TimeProvider.System)));
        var channel = new Channel
        {
            Id = "phone",
            Kind = ChannelKind.Whatsapp,
            Name = "Our number",
            Store = "demo",
            Department = "support",
            Key = "demo",
            Meta = new MetaAccount(GraphStandIn.Number, GraphStandIn.Token, GraphStandIn.Secret, GraphStandIn.Business),
        };
        await desk.Services.GetRequiredService<Settings>().SaveAsync(Kinds.Channels, channel.Id, channel, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await desk.DisposeAsync();
        await graph.DisposeAsync();
    }

    [Fact]
    public async Task A_customer_writes_by_WhatsApp_is_answered_and_what_they_do_then_is_seen()
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        await TellAsync($$$"""
            "contacts":[{"profile":{"name":"Anna Nová"},"wa_id":"{{{Person}}}"}],
            "messages":[{"from":"{{{Person}}}","id":"wamid.c1","timestamp":"{{{now}}}","type":"text","text":{"body":"Where is my parcel?"},"referral":{"source_url":"https://fb.me/x","source_type":"ad","headline":"Spring sale"}}]
            """);
        var page = await chromium.OpenAsync(desk.Anybody.BaseAddress!);
        await MainJobTests.SignInAsync(page, "agent");
        await page.GetByText("Where is my parcel?").First.ClickAsync();
        var said = page.GetByRole(AriaRole.Article, new() { Name = "Message from Anna Nová" });
        await Expect(said).ToContainTextAsync("Came by the ad “Spring sale”");
        await page.Keyboard.PressAsync("r");
        await Expect(page.GetByText("Our number · Anna Nová")).ToBeVisibleAsync();
        await page.Keyboard.TypeAsync("It left us this morning.");
        await page.Keyboard.PressAsync("Control+Enter");
        var answer = page.Locator("article", new() { HasText = "It left us this morning." });
        await Expect(answer.GetByText("Sent", new() { Exact = true })).ToBeVisibleAsync();

        await TellAsync($$$"""
            "statuses":[{"id":"wamid.1","status":"read","timestamp":"{{{now + 5}}}","recipient_id":"{{{Person}}}"}],
            "messages":[{"from":"{{{Person}}}","id":"wamid.c2","timestamp":"{{{now + 6}}}","type":"reaction","reaction":{"message_id":"wamid.1","emoji":"👍"}}]
            """);
        await Expect(answer.GetByText("Read", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(answer.GetByRole(AriaRole.Img, new() { Name = "Reaction of Anna Nová: 👍" })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    private async Task TellAsync(string value)
    {
        var body = Encoding.UTF8.GetBytes($$$$"""{"object":"whatsapp_business_account","entry":[{"id":"{{{{GraphStandIn.Business}}}}","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"phone_number_id":"{{{{GraphStandIn.Number}}}}"},{{{{value}}}}}}]}]}""");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ingest/meta/phone") { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(GraphStandIn.Secret), body)));
        (await desk.Anybody.SendAsync(request)).EnsureSuccessStatusCode();
    }
}
