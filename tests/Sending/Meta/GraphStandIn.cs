using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HelpdeskMx.Tests.Sending.Meta;

/// <summary>One request the stand-in was sent.</summary>
internal sealed record GraphAsked(string Method, string Path, string Query, string? Bearer, string Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;
}

/// <summary>Stands in for Meta's Graph API on a port of this machine, by Meta's reference: sends, uploads, names, tokens, templates, and every way they fail.</summary>
internal sealed class GraphStandIn : IAsyncDisposable
{
    public const string Version = "v25.0", Token = "EAAGoodToken", Secret = "5ecre7app5ecre7", Expired = "EAAExpired", Page = "1001", Number = "3003", Business = "4004";

    private readonly WebApplication app;
    private readonly TaskCompletionSource ended = new();
    private int sent;

    private GraphStandIn(WebApplication app) => this.app = app;

    public ConcurrentQueue<GraphAsked> Asked { get; } = [];

    /// <summary>What the next sends answer, in order; null answers as one that was taken.</summary>
    public ConcurrentQueue<Func<HttpContext, Task>?> Next { get; } = [];

    /// <summary>What <c>debug_token</c> tells.</summary>
    public string Debug { get; set; } = """{"data":{"app_id":"77","is_valid":true,"expires_at":0,"scopes":["pages_messaging","instagram_manage_messages","whatsapp_business_messaging"]}}""";

    /// <summary>What else can be read, by id: people, files.</summary>
    public ConcurrentDictionary<string, string> Known { get; } = [];

    public string Templates { get; set; } = """{"data":[]}""";

    /// <summary>The id WhatsApp knows the customer by, where it is another than was dialled.</summary>
    public string? KnownAs { get; set; }

    public IEnumerable<GraphAsked> Sends => Asked.Where(a => a.Path.EndsWith("/messages", StringComparison.Ordinal));

    public static async Task<GraphStandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var graph = new GraphStandIn(app);
        app.Run(graph.AnswerAsync);
        await app.StartAsync();
        return graph;
    }

    public HttpClient Client(TimeSpan? patience = null) => new() { BaseAddress = new Uri($"{app.Urls.Single()}/{Version}/"), Timeout = patience ?? TimeSpan.FromSeconds(30) };

    public void Refuse(int status, int code, int? subcode = null, bool? transient = null, string? retryAfter = null) => Next.Enqueue(context =>
    {
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        return JsonAsync(context, status, Error(code, subcode, transient));
    });

    public void Say(int status, string body) => Next.Enqueue(context => JsonAsync(context, status, body));

    /// <summary>Takes the request and cuts the line instead of answering.</summary>
    public void Cut() => Next.Enqueue(context =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    /// <summary>Takes the request and never answers.</summary>
    public void Hang() => Next.Enqueue(_ => ended.Task);

    public static string Error(int code, int? subcode = null, bool? transient = null) =>
        JsonSerializer.Serialize(new { error = new { message = $"secret words {Token}", type = "OAuthException", code, error_subcode = subcode, is_transient = transient, fbtrace_id = "AbC_12" } });

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var (path, bearer) = (context.Request.Path.Value!, context.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal));
        var asked = new GraphAsked(context.Request.Method, path, context.Request.QueryString.Value!, bearer, await reader.ReadToEndAsync());
        Asked.Enqueue(asked);
        if (!path.StartsWith($"/{Version}/", StringComparison.Ordinal)) await JsonAsync(context, 400, Error(2635));
        else if (bearer == Expired) await JsonAsync(context, 401, Error(190, 463));
        else if (path.EndsWith("/messages", StringComparison.Ordinal) && Next.TryDequeue(out var next) && next is not null) await next(context);
        else await JsonAsync(context, 200, Answer(path, asked));
    }

    private string Answer(string path, GraphAsked asked) => path.Split('/')[^1] switch
    {
        "messages" when asked.Body.Contains("messaging_product", StringComparison.Ordinal) =>
            $$"""{"messaging_product":"whatsapp","contacts":[{"input":"x","wa_id":"{{KnownAs ?? asked.Json.GetProperty("to").GetString()}}"}],"messages":[{"id":"wamid.{{Interlocked.Increment(ref sent)}}"}]}""",
        "messages" => $$"""{"recipient_id":"{{asked.Json.GetProperty("recipient").GetProperty("id").GetString()}}","message_id":"mid.{{Interlocked.Increment(ref sent)}}"}""",
        "media" => """{"id":"media-1"}""",
        "message_attachments" => """{"attachment_id":"attachment-1"}""",
        "subscribed_apps" => """{"success":true}""",
        "debug_token" => Debug,
        "message_templates" => Templates,
        var id when Known.TryGetValue(id, out var known) => known,
        Number => """{"display_phone_number":"+420 777 000 111","verified_name":"Demo Shop","id":"3003"}""",
        _ => """{"name":"Demo Page","username":"demo.shop","id":"1001"}""",
    };

    private static Task JsonAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body);
    }

    public async ValueTask DisposeAsync()
    {
        ended.TrySetResult();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
