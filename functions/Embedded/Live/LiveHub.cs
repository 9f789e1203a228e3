using System.Collections.Concurrent;
using System.Text.Json;
using HelpdeskMx.Platform;
using Microsoft.AspNetCore.SignalR;

namespace HelpdeskMx.Embedded.Live;

/// <summary>Where browsers listen. They are told things and say nothing.</summary>
public sealed class LiveHub(LiveTokens tokens, LiveCount count) : Hub
{
    /// <summary>The hub's address.</summary>
    public const string Route = "/api/realtime/hub";

    /// <inheritdoc/>
    public override async Task OnConnectedAsync()
    {
        if (Context.GetHttpContext() is not { } http || tokens.Audiences(TokenOf(http.Request)) is not { } audiences)
        {
            Context.Abort();
            return;
        }
        foreach (var audience in audiences) await Groups.AddToGroupAsync(Context.ConnectionId, audience);
        count.Add(1);
    }

    /// <inheritdoc/>
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        count.Add(-1);
        return Task.CompletedTask;
    }

    private static string TokenOf(HttpRequest request) =>
        request.Query["access_token"].ToString() is { Length: > 0 } token ? token : request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);
}

/// <summary>How many browsers listen; where none does, nothing is sent.</summary>
public sealed class LiveCount
{
    private int count;

    /// <summary>True while somebody listens.</summary>
    public bool Any => Volatile.Read(ref count) > 0;

    /// <summary>One more, or one less.</summary>
    public void Add(int one) => Interlocked.Add(ref count, one);
}

/// <summary>Short-lived tokens for connecting; they live in memory, for one process is all there is.</summary>
public sealed class LiveTokens(TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<string, (IReadOnlyList<string> Audiences, DateTimeOffset Until)> tokens = new();

    /// <summary>A token with which somebody may hear these audiences.</summary>
    public string Make(IReadOnlyList<string> audiences)
    {
        var now = clock.GetUtcNow();
        foreach (var old in tokens.Where(t => t.Value.Until < now)) tokens.TryRemove(old.Key, out _);
        var token = Ids.Random();
        tokens[token] = (audiences, now + Life);
        return token;
    }

    /// <summary>What the bearer may hear, null for a token that is not good.</summary>
    public IReadOnlyList<string>? Audiences(string token) => tokens.TryGetValue(token, out var found) && found.Until >= clock.GetUtcNow() ? found.Audiences : null;
}

/// <summary>Pushes through SignalR in this process.</summary>
public sealed class HubRealtime(IHubContext<LiveHub> hub, LiveTokens tokens, LiveCount count) : IRealtime
{
    /// <inheritdoc/>
    public Task PublishAsync(string audience, string message, ReadOnlyMemory<byte> json, CancellationToken ct) =>
        count.Any ? hub.Clients.Group(audience).SendAsync(message, JsonSerializer.Deserialize<JsonElement>(json.Span), ct) : Task.CompletedTask;

    /// <inheritdoc/>
    public Task<RealtimeConnection> NegotiateAsync(string agentId, IReadOnlyList<string> audiences, CancellationToken ct) =>
        Task.FromResult(new RealtimeConnection(LiveHub.Route, tokens.Make(audiences)));
}
