using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Azure.Core;
using HelpdeskMx.Platform;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HelpdeskMx.OnAzure.Live;

/// <summary>Tokens with which browsers connect to Azure SignalR, signed by the short-lived key the service gives to an identity (<c>GET /api/v1/auth/accessKey</c>).</summary>
public sealed class SignalRTokens(HttpClient http, Uri service, TokenCredential credential, TokenRequestContext scope, TimeProvider clock)
{
    /// <summary>The one hub there is.</summary>
    public const string Hub = "desk";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30), KeyLife = TimeSpan.FromMinutes(55);
    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };
    private Key? newest;

    /// <summary>Where this user's browser connects, and with what.</summary>
    public async Task<RealtimeConnection> ConnectionAsync(string user, CancellationToken ct)
    {
        var (now, key) = (clock.GetUtcNow(), await KeyAsync(ct));
        var url = new Uri(service, $"/client/?hub={Hub}").AbsoluteUri;
        return new RealtimeConnection(url, handler.CreateToken(new SecurityTokenDescriptor
        {
            Audience = url,
            Claims = new Dictionary<string, object> { ["asrs.s.uid"] = user },
            NotBefore = now.UtcDateTime,
            IssuedAt = now.UtcDateTime,
            Expires = (now + Life).UtcDateTime,
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(key.AccessKey)) { KeyId = key.KeyId }, SecurityAlgorithms.HmacSha256),
        }));
    }

    private async Task<Key> KeyAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (newest is { } known && now - known.At < KeyLife) return known;
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(service, "/api/v1/auth/accessKey"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (await credential.GetTokenAsync(scope, ct)).Token);
        using var answer = await http.SendAsync(request, ct);
        answer.EnsureSuccessStatusCode();
        var given = await answer.Content.ReadFromJsonAsync<Given>(ct) ?? throw new HttpRequestException("Azure SignalR gave no key.");
        return newest = new Key(given.KeyId, given.AccessKey, now);
    }

    private sealed record Given(string KeyId, string AccessKey);

    private sealed record Key(string KeyId, string AccessKey, DateTimeOffset At);
}
