using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Web;
using HelpdeskMx.Agents;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HelpdeskMx.Browser;

/// <summary>Signing in with Microsoft's own library, against a directory that answers as Entra ID would. Its tokens are sessions of the desk, which the API takes as well.</summary>
[Collection(InChromium.Name)]
public sealed class EntraTests(Chromium chromium) : IAsyncLifetime
{
    private const string Tenant = "11111111-2222-3333-4444-555555555555", Client = "66666666-7777-8888-9999-aaaaaaaaaaaa";
    private static readonly EntraApplication Application = new(Tenant, Client);

    private readonly ConcurrentQueue<string> errors = new();
    private RunningDesk desk = null!;
    private IPage page = null!;
    private string nonce = "";
    private string accessToken = "";

    public async Task InitializeAsync()
    {
        desk = await RunningDesk.StartAsync(services => services.AddSingleton(new DeskOptions(Application, Passwords: true, SetupToken: null, EventsKey: null)));
        accessToken = desk.Admin.DefaultRequestHeaders.Authorization!.Parameter!;
        page = await chromium.OpenAsync(desk.Anybody.BaseAddress!);
        page.Console += (_, message) =>
        {
            if (message.Type == "error") errors.Enqueue(message.Text);
        };
        await page.Context.RouteAsync("https://login.microsoftonline.com/**", AnswerAsync);
        await page.GotoAsync("/settings/health");
    }

    public async Task DisposeAsync()
    {
        await page.Context.CloseAsync();
        await desk.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_signs_in_with_Microsoft_comes_back_to_the_page_they_wanted_and_stays_signed_in()
    {
        await Button("Sign in with Microsoft").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Health" })).ToBeVisibleAsync();
        Assert.Equal("/settings/health", new Uri(page.Url).PathAndQuery);
        await page.ReloadAsync();
        await Expect(page.GetByText("Everything is moving.")).ToBeVisibleAsync();
        Assert.DoesNotContain(accessToken, await page.EvaluateAsync<string>("JSON.stringify(localStorage)"), StringComparison.Ordinal);
        Assert.Empty(errors);
    }

    [Fact]
    public async Task A_new_tab_is_signed_in_without_a_click_and_stays_at_its_address()
    {
        await Button("Sign in with Microsoft").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Health" })).ToBeVisibleAsync();
        var tab = await page.Context.NewPageAsync();
        await tab.GotoAsync("/settings/channels");
        await Expect(tab.GetByRole(AriaRole.Button, new() { Name = "support@demo.test" })).ToBeVisibleAsync();
        Assert.Equal("/settings/channels", new Uri(tab.Url).PathAndQuery);
    }

    [Fact]
    public async Task Signing_out_leaves_nothing_of_it_in_the_tab()
    {
        await Button("Sign in with Microsoft").ClickAsync();
        await Button("Demo Admin").ClickAsync();
        await page.GetByText("Sign out").ClickAsync();
        await Expect(Button("Sign in with Microsoft")).ToBeVisibleAsync();
        await RunningDesk.UntilAsync(() => page.EvaluateAsync<string>("JSON.stringify(sessionStorage)"), kept => !kept.Contains(accessToken, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_account_without_access_is_told_so()
    {
        accessToken = "nobody";
        await Button("Sign in with Microsoft").ClickAsync();
        await Expect(page.GetByText("jo@shop.example has no access to this helpdesk.")).ToBeVisibleAsync();
        await Expect(Button("Sign in with Microsoft")).ToBeEnabledAsync();
    }

    private ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name });

    private Task AnswerAsync(IRoute route)
    {
        var asked = new Uri(route.Request.Url);
        if (asked.AbsolutePath.EndsWith("/authorize", StringComparison.Ordinal)) return SendBackAsync(route, HttpUtility.ParseQueryString(asked.Query));
        return asked.AbsolutePath.EndsWith("/token", StringComparison.Ordinal) ? GiveTokensAsync(route) : route.AbortAsync();
    }

    private Task SendBackAsync(IRoute route, System.Collections.Specialized.NameValueCollection query)
    {
        nonce = query["nonce"]!;
        var back = JsonSerializer.Serialize($"{query["redirect_uri"]}#code=abc&state={Uri.EscapeDataString(query["state"]!)}");
        return route.FulfillAsync(new() { ContentType = "text/html", Body = $"<script>location.replace({back})</script>" });
    }

    private Task GiveTokensAsync(IRoute route)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var identity = new { aud = Client, iss = $"{Application.Authority}/v2.0", tid = Tenant, oid = "o1", sub = "s1", name = "Jo", preferred_username = "jo@shop.example", nonce, iat = now, exp = now + 3600 };
        var answer = new
        {
            token_type = "Bearer",
            scope = $"openid profile offline_access {Application.Scope}",
            expires_in = 3600,
            access_token = accessToken,
            refresh_token = "refresh",
            id_token = $"{Encoded(new { typ = "JWT", alg = "none" })}.{Encoded(identity)}.none",
            client_info = Encoded(new { uid = "o1", utid = Tenant }),
        };
        return route.FulfillAsync(new() { ContentType = "application/json", Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" }, Body = JsonSerializer.Serialize(answer) });
    }

    private static string Encoded(object value) => Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
