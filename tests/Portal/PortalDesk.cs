using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using HelpdeskMx.Platform;
using HelpdeskMx.Portal;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Tests.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace HelpdeskMx.Tests.Portal;

/// <summary>A desk that knows its public address, with a mail server that keeps what leaves, and a customer with a browser that runs no script.</summary>
public sealed partial class PortalDesk : IAsyncDisposable
{
    public const string Origin = "https://desk.example";
    private readonly LoopbackSmtpServer smtp = new();
    private HttpClient browser = null!;

    public RunningDesk Desk { get; private set; } = null!;

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow);

    public string Store { get; private set; } = "";

    public static async Task<PortalDesk> StartAsync(bool notice = false)
    {
        var desk = new PortalDesk();
        desk.Desk = await RunningDesk.StartAsync(s => s.AddSingleton<TimeProvider>(desk.Clock), smtp: $"smtp://127.0.0.1:{desk.smtp.Port}?tls=none");
        desk.browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = desk.Desk.Anybody.BaseAddress };
        desk.Store = (await desk.Desk.GetAsync("/api/stores")).GetProperty("items")[0].Id();
        await desk.Desk.PutAsync(HttpStatusCode.OK, $"/api/stores/{desk.Store}", new { portal = new { notice, origin = Origin } });
        return desk;
    }

    /// <summary>A mail of Anna's, and the ticket it is in.</summary>
    public Task<JsonElement> AskAsync(string id = "q1", string words = "Where is my order?", string headers = "") =>
        Desk.ReceiveAsync($"From: Anna <anna@x.cz>\nTo: support@demo.test\nSubject: {words}\nMessage-ID: <{id}@x.cz>\n{headers}\n{words}\n");

    /// <summary>The link to a ticket's page for an address; <paramref name="gone"/> names a ticket that is not there any more.</summary>
    public async Task<string> TokenAsync(string ticketId, string address = "anna@x.cz", bool gone = false)
    {
        var tokens = Desk.Services.GetRequiredService<PortalTokens>();
        var ticket = (await Desk.Services.GetRequiredService<HelpdeskMx.Tickets.Tickets>().ReadAsync(ticketId, CancellationToken.None))!.Value;
        return await tokens.NewAsync(gone ? ticket with { Id = "vanished" } : ticket, address, CancellationToken.None);
    }

    public async Task<HttpResponseMessage> GetAsync(string token, string query = "") => await browser.GetAsync($"/api/portal/{token}{query}");

    public async Task<string> PageAsync(string token, string query = "")
    {
        var answer = await GetAsync(token, query);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    public async Task<HttpResponseMessage> AnswerAsync(string token, string page, string text, (string Name, byte[] Content)[]? files = null, string? stamp = null)
    {
        using var form = new MultipartFormDataContent { { new StringContent(stamp ?? Stamp(page)), "hx.stamp" }, { new StringContent(text), "text" } };
        foreach (var (name, content) in files ?? []) form.Add(new ByteArrayContent(content), "files", name);
        return await browser.PostAsync($"/api/portal/{token}", form);
    }

    public Task<HttpResponseMessage> RateAsync(string token, string page, string stars, string comment = "", string? stamp = null) => browser.PostAsync($"/api/portal/{token}/rating",
        new FormUrlEncodedContent(new Dictionary<string, string> { ["hx.stamp"] = stamp ?? Stamp(page), ["stars"] = stars, ["comment"] = comment }));

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent content) => browser.PostAsync(path, content);

    public Task<JsonElement> TicketAsync(string id) => Desk.GetAsync($"/api/tickets/{id}");

    public async Task<JsonElement[]> EventsAsync(string id) => [.. (await Desk.GetAsync($"/api/tickets/{id}/events")).GetProperty("items").EnumerateArray()];

    public Task<JsonElement[]> MessagesAsync(string id, int count) => RunningDesk.UntilAsync(() => Desk.MessagesAsync(id), m => m.Length >= count);

    /// <summary>The mails that have left, once there are so many.</summary>
    public async Task<MimeMessage[]> MailsAsync(int count) =>
        [.. (await RunningDesk.UntilAsync(() => Task.FromResult(smtp.Messages.ToArray()), m => m.Length >= count)).Select(m => MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(m))))];

    public static string Stamp(string page) => Hidden().Match(page).Groups[1].Value;

    /// <summary>The token in a text.</summary>
    public static string TokenIn(string? text) => Linked().Match(text ?? "").Groups[1].Value;

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await Desk.DisposeAsync();
        await smtp.DisposeAsync();
    }

    [GeneratedRegex("name=\"hx\\.stamp\" value=\"([^\"]+)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex(@"https://desk\.example/api/portal/([\w.-]+)\?lang=")]
    private static partial Regex Linked();
}
