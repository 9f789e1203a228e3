using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using HelpdeskMx.Agents;
using HelpdeskMx.Embedded;
using HelpdeskMx.Tests.Embedded;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace HelpdeskMx.Tests.Hosts;

/// <summary>The demo desk, running as a stranger would run it: real host, real SQLite, real HTTP.</summary>
public sealed class RunningDesk : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly TemporaryFolder folder;
    private readonly WebApplication app;

    private RunningDesk(TemporaryFolder folder, WebApplication app, HttpClient anybody) => (this.folder, this.app, Anybody) = (folder, app, anybody);

    /// <summary>A client that is not signed in.</summary>
    public HttpClient Anybody { get; }

    /// <summary>A client signed in as the demo admin.</summary>
    public HttpClient Admin { get; private set; } = null!;

    /// <summary>A client signed in as the demo agent.</summary>
    public HttpClient Agent { get; private set; } = null!;

    /// <summary>What the host is made of.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>The folder with everything.</summary>
    public string Data => folder.Path;

    public static async Task<RunningDesk> StartAsync(Action<IServiceCollection>? replace = null, string? smtp = null, bool demo = true, string[]? options = null)
    {
        var folder = new TemporaryFolder();
        string[] args = ["--port", "0", "--data", folder.Path, "--web", Path.Combine(Project.Root, "web", "inbox", "dist"), .. smtp is null ? Array.Empty<string>() : ["--smtp", smtp], .. options ?? []];
        var app = EmbeddedHost.Build(args, replace);
        if (demo) await app.Services.GetRequiredService<Demo>().RunAsync(CancellationToken.None);
        await app.StartAsync();
        var url = app.Urls.Single().Replace("[::]", "127.0.0.1", StringComparison.Ordinal);
        var desk = new RunningDesk(folder, app, new HttpClient { BaseAddress = new Uri(url) });
        if (demo) await desk.SignInAsync();
        return desk;
    }

    /// <summary>Signs both in anew, as a clock that ran on makes necessary.</summary>
    public async Task SignInAsync() => (Admin, Agent) = (await SignInAsync("admin"), await SignInAsync("agent"));

    public async Task<HttpClient> SignInAsync(string name)
    {
        var answer = await Anybody.PostAsJsonAsync("/api/auth/login", new { email = $"{name}@demo.test", password = Demo.Password });
        var token = (await JsonAsync(answer)).GetProperty("token").GetString();
        return new HttpClient { BaseAddress = Anybody.BaseAddress, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
    }

    /// <summary>Posts a mail to the demo channel and returns its ingest id.</summary>
    public async Task<string> PostAsync(string mail) => await PostAsync(Encoding.UTF8.GetBytes(mail.ReplaceLineEndings("\r\n")));

    public async Task<string> PostAsync(byte[] mail)
    {
        using var body = new ByteArrayContent(mail);
        var answer = await Anybody.PostAsync("/api/ingest/email/support?key=demo", body);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return (await JsonAsync(answer)).GetProperty("id").GetString()!;
    }

    /// <summary>Posts a mail and waits for its ticket.</summary>
    public async Task<JsonElement> ReceiveAsync(string mail) => await TicketOfAsync(await PostAsync(mail));

    /// <summary>Waits until an accepted message is in a ticket.</summary>
    public async Task<JsonElement> TicketOfAsync(string ingestId)
    {
        var report = await UntilAsync(() => GetAsync($"/api/ingest/{ingestId}"), r => r.GetProperty("state").GetString() is "done" or "review");
        return await GetAsync($"/api/tickets/{report.GetProperty("tickets")[0].GetProperty("id").GetString()}");
    }

    public async Task<JsonElement> GetAsync(string path, HttpClient? by = null) => await JsonAsync(await (by ?? Admin).GetAsync(path));

    /// <summary>Posts JSON, as an admin unless somebody else is named, and reads the answer of this status.</summary>
    public async Task<JsonElement> PostAsync(HttpStatusCode status, string path, object body, HttpClient? by = null) => await AnswerAsync(status, await (by ?? Admin).PostAsJsonAsync(path, body));

    /// <summary>Puts JSON, as an admin unless somebody else is named, and reads the answer of this status.</summary>
    public async Task<JsonElement> PutAsync(HttpStatusCode status, string path, object body, HttpClient? by = null) => await AnswerAsync(status, await (by ?? Admin).PutAsJsonAsync(path, body));

    /// <summary>The token of a new link by which an agent chooses a password.</summary>
    public async Task<string> LinkAsync(string agent) => (await PostAsync(HttpStatusCode.Created, $"/api/agents/{agent}/link", new { })).GetProperty("path").GetString()!["/join#".Length..];

    /// <summary>A new agent, signed in.</summary>
    public async Task<HttpClient> HireAsync(string name, string role = "agent", params string[] departments)
    {
        var agent = await PostAsync(HttpStatusCode.Created, "/api/agents", new { name, email = $"{name}@shop.test", role, departments });
        var joined = await PostAsync(HttpStatusCode.OK, "/api/auth/join", new { token = await LinkAsync(agent.GetProperty("id").GetString()!), password = "a long password" }, Anybody);
        return new HttpClient { BaseAddress = Anybody.BaseAddress, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", joined.GetProperty("token").GetString()) } };
    }

    private static async Task<JsonElement> AnswerAsync(HttpStatusCode status, HttpResponseMessage answer)
    {
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        return bytes.Length == 0 ? default : JsonDocument.Parse(bytes).RootElement;
    }

    public async Task<JsonElement[]> MessagesAsync(string ticketId) => [.. (await GetAsync($"/api/tickets/{ticketId}/messages")).GetProperty("items").EnumerateArray()];

    public Task<HttpResponseMessage> ActAsync(string ticketId, string action, object? body = null, HttpClient? by = null, string? ifMatch = null, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/tickets/{ticketId}/actions/{action}") { Content = JsonContent.Create(body ?? new { }) };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return (by ?? Agent).SendAsync(request);
    }

    /// <summary>Asks again until the answer will do.</summary>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> willDo)
    {
        var deadline = DateTime.UtcNow + Patience;
        while (true)
        {
            var answer = await ask();
            if (willDo(answer)) return answer;
            Assert.True(DateTime.UtcNow < deadline, $"Still waiting after {Patience}: {answer}");
            await Task.Delay(20);
        }
    }

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync()).RootElement;

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        folder.Dispose();
    }
}

/// <summary>What tests read of answers.</summary>
internal static class Said
{
    /// <summary>The id in it.</summary>
    public static string Id(this JsonElement answer) => answer.GetProperty("id").GetString()!;

    /// <summary>The text of a property.</summary>
    public static string? Text(this JsonElement answer, string name) => answer.GetProperty(name).GetString();
}
