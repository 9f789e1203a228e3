using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Core;
using HelpdeskMx.Platform;
using Microsoft.Extensions.Logging;

namespace HelpdeskMx.OnAzure.Live;

/// <summary>Pushes through Azure SignalR in serverless mode, by its REST API (data plane, version 2022-06-01). An audience is a group, a browser a user in groups.</summary>
public sealed class SignalRRealtime(HttpClient http, Uri service, TokenCredential credential, TimeProvider clock, ILogger<SignalRRealtime> log) : IRealtime
{
    private const string Version = "api-version=2022-06-01";
    private static readonly TokenRequestContext Scope = new(["https://signalr.azure.com/.default"]);
    private static readonly TimeSpan Membership = TimeSpan.FromHours(24);
    private readonly SignalRTokens tokens = new(http, service, credential, Scope, clock);

    /// <inheritdoc/>
    public async Task PublishAsync(string audience, string message, ReadOnlyMemory<byte> json, CancellationToken ct)
    {
        try
        {
            using var body = JsonContent.Create(new Invocation(message, [JsonSerializer.Deserialize<JsonElement>(json.Span)]));
            await SendAsync(HttpMethod.Post, $"groups/{Uri.EscapeDataString(audience)}/:send?{Version}", body, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            log.LogWarning(e, "A push to {Audience} was lost; browsers catch up by themselves.", audience);
        }
    }

    /// <inheritdoc/>
    public async Task<RealtimeConnection> NegotiateAsync(string agentId, IReadOnlyList<string> audiences, CancellationToken ct)
    {
        var user = $"users/{Uri.EscapeDataString(agentId)}/groups";
        await SendAsync(HttpMethod.Delete, $"{user}?{Version}", null, ct); // what the agent may hear may have changed
        foreach (var audience in audiences)
            await SendAsync(HttpMethod.Put, $"{user}/{Uri.EscapeDataString(audience)}?ttl={(int)Membership.TotalSeconds}&{Version}", null, ct);
        return await tokens.ConnectionAsync(agentId, ct);
    }

    private async Task SendAsync(HttpMethod method, string path, HttpContent? body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, new Uri(service, $"/api/hubs/{SignalRTokens.Hub}/{path}")) { Content = body };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (await credential.GetTokenAsync(Scope, ct)).Token);
        using var answer = await http.SendAsync(request, ct);
        answer.EnsureSuccessStatusCode();
    }

    private sealed record Invocation(string Target, JsonElement[] Arguments);
}
