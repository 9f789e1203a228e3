using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HelpdeskMx.Tests.Forms;

/// <summary>A desk with a form, and somebody who visits its page without a script.</summary>
public sealed partial class FormVisitor(RunningDesk desk, FakeTimeProvider clock) : IAsyncDisposable
{
    private readonly HttpClient browser = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = desk.Anybody.BaseAddress };

    public RunningDesk Desk => desk;

    public FakeTimeProvider Clock => clock;

    /// <summary>The fields of a form that asks for most things.</summary>
    public static object[] Fields { get; } =
    [
        new { key = "email", kind = "email", required = true },
        new { key = "topic", kind = "choice", required = true, label = Text("Topic", "Téma"), options = new object[] { Option("refund", "Refund", "Vrácení"), Option("other", "Other", "Jiné") } },
        new { key = "extras", kind = "multipleChoice", required = false, options = new object[] { Option("gift", "Gift", "Dárek"), Option("bill", "Bill", "Účet") } },
        new { key = "order", kind = "orderNumber", required = false },
        new { key = "phone", kind = "phone", required = false },
        new { key = "bought", kind = "date", required = false },
        new { key = "photo", kind = "file", required = false, files = new { most = 2, megabytes = 1, kinds = new[] { "png", "txt" } } },
        new { key = "message", kind = "longText", required = true, maxLength = 500 },
        new { key = "terms", kind = "consent", required = true, label = Text("I agree", "Souhlasím") },
    ];

    /// <summary>Answers that will do.</summary>
    public static Dictionary<string, string> Good => new() { ["email"] = "jana@x.cz", ["topic"] = "refund", ["order"] = "A-17", ["message"] = "Vraťte mi peníze", ["terms"] = "yes" };

    public static async Task<FormVisitor> ComeAsync(object? form = null, object[]? fields = null)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var visitor = new FormVisitor(await RunningDesk.StartAsync(s => s.AddSingleton<TimeProvider>(clock)), clock);
        var saved = await visitor.SaveAsync(fields ?? Fields, form ?? new { });
        Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync());
        return visitor;
    }

    public static object Text(string en, string cs) => new { en, cs };

    public static object Option(string key, string en, string cs) => new { key, label = Text(en, cs) };

    public Task<HttpResponseMessage> SaveAsync(object[] fields, object form) => desk.Admin.PutAsJsonAsync("/api/channels/contact/form", new { fields, form });

    /// <summary>Opens the page and lets a person's time go by.</summary>
    public async Task<string> OpenAsync(string query = "", TimeSpan? wait = null)
    {
        var page = await browser.GetStringAsync("/api/forms/contact" + query);
        clock.Advance(wait ?? TimeSpan.FromSeconds(5));
        return page;
    }

    public static string StampIn(string page) => Hidden().Match(page).Groups[1].Value;

    public Task<HttpResponseMessage> SendAsync(string page, IReadOnlyDictionary<string, string> answers, (string Field, string Name, byte[] Content)[]? files = null, bool script = false, string query = "", string? origin = null) =>
        SendStampedAsync(StampIn(page), answers, files, script, query, origin);

    public async Task<HttpResponseMessage> SendStampedAsync(string stamp, IReadOnlyDictionary<string, string> answers, (string Field, string Name, byte[] Content)[]? files = null, bool script = false, string query = "", string? origin = null)
    {
        using var form = new MultipartFormDataContent { { new StringContent(stamp), "hx.stamp" } };
        foreach (var (key, value) in answers)
            foreach (var part in key == "extras" ? value.Split(',') : [value]) form.Add(new StringContent(part), key);
        foreach (var (field, name, content) in files ?? []) form.Add(new ByteArrayContent(content), field, name);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/forms/contact" + query) { Content = form };
        if (script) request.Headers.Add("Accept", "application/json");
        if (origin is not null) request.Headers.Add("Origin", origin);
        return await browser.SendAsync(request);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => browser.GetAsync(path);

    /// <summary>The tickets that came of the form, once there are so many.</summary>
    public Task<JsonElement[]> TicketsAsync(int count, string query = "") => RunningDesk.UntilAsync(
        async () => (await desk.GetAsync($"/api/tickets?channel=contact{query}")).GetProperty("items").EnumerateArray().ToArray(), all => all.Length >= count);

    public async Task<JsonElement> TicketAsync() => await desk.GetAsync($"/api/tickets/{(await TicketsAsync(1))[0].GetProperty("id").GetString()}");

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await desk.DisposeAsync();
    }

    [GeneratedRegex("name=\"hx\\.stamp\" value=\"([^\"]+)\"")]
    private static partial Regex Hidden();
}
