using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using HelpdeskMx.Tests.Hosts;

namespace HelpdeskMx.Tests.Chat;

/// <summary>A visitor's browser as far as the desk sees it: its page, its token, what it has heard.</summary>
public sealed class ChatVisitor(RunningDesk desk, string? origin = "https://shop.example.com", string language = "en")
{
    public string? Token { get; set; }

    public string Place { get; private set; } = "";

    public static string Name() => Guid.NewGuid().ToString();

    public Task<HttpResponseMessage> BeginAsync(string text, string? id = null, string? email = null, string? name = null, string? identity = null) =>
        PostAsync("conversations", new { id = id ?? Name(), text, email, name, identity, page = "https://shop.example.com/vase?id=1" });

    /// <summary>Begins and keeps the token.</summary>
    public async Task<string> StartAsync(string text, string? email = null, string? name = null, string? identity = null)
    {
        var begun = await RunningDesk.JsonAsync(await BeginAsync(text, null, email, name, identity));
        Token = begun.GetProperty("token").GetString();
        return (await TicketAsync(text)).GetProperty("id").GetString()!;
    }

    public Task<HttpResponseMessage> SayAsync(string text, string? id = null, string? email = null, string? identity = null) => PostAsync("messages", new { id = id ?? Name(), text, email, identity });

    public async Task<JsonElement> HearAsync(string? after = null)
    {
        var page = await RunningDesk.JsonAsync(await SendAsync(HttpMethod.Get, $"messages?after={after}&lang={language}"));
        Place = page.GetProperty("place").GetString()!;
        return page;
    }

    /// <summary>Listens until so much was said.</summary>
    public async Task<JsonElement[]> HearAsync(int count) =>
        [.. (await RunningDesk.UntilAsync(() => HearAsync(), p => p.GetProperty("items").GetArrayLength() >= count)).GetProperty("items").EnumerateArray()];

    public Task<HttpResponseMessage> PostAsync(string what, object? body = null) => SendAsync(HttpMethod.Post, $"{what}?lang={language}", JsonContent.Create(body ?? new { }));

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string what, HttpContent? body = null)
    {
        var request = new HttpRequestMessage(method, $"/api/chat/chat/{what}") { Content = body };
        if (origin is not null) request.Headers.Add("Origin", origin);
        if (Token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return desk.Anybody.SendAsync(request);
    }

    private async Task<JsonElement> TicketAsync(string text)
    {
        var list = await RunningDesk.UntilAsync(() => desk.GetAsync("/api/tickets?channel=chat"), l => l.GetProperty("items").EnumerateArray().Any(t => t.GetProperty("preview").GetString() == text));
        return list.GetProperty("items").EnumerateArray().First(t => t.GetProperty("preview").GetString() == text);
    }
}
