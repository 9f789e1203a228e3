using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using HelpdeskMx.Mail;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Channels.Connections;

/// <summary>Fetches access tokens and remembers them while they are good.</summary>
/// <remarks>Grants as in RFC 6749 §4.4 and §6. An endpoint may hand out a new refresh token in place of the old one (§6); the newest is kept.</remarks>
/// <param name="http">Reaches public addresses only.</param>
public sealed class AccessTokens(HttpClient http, IDocumentStore store, TimeProvider clock)
{
    private const string Item = "token";
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);
    private readonly ConcurrentDictionary<string, Known> known = new();
    private readonly Collection<Renewed> renewed = new(store, Containers.Lookup, "refresh-token", AppJson.Of<Renewed>());

    private sealed record Known(string Token, DateTimeOffset Until);

    /// <summary>A refresh token that came in place of another.</summary>
    private sealed record Renewed(string Token);

    private sealed record Answer(
        [property: JsonPropertyName("access_token")] string? AccessToken,
        [property: JsonPropertyName("expires_in")] int? ExpiresIn,
        [property: JsonPropertyName("refresh_token")] string? RefreshToken,
        [property: JsonPropertyName("error")] string? Error);

    /// <summary>A token that is good for two minutes more at least.</summary>
    /// <exception cref="MailServerException">None is to be had, with the endpoint's own word for it.</exception>
    public async Task<string> ForAsync(OAuthClient client, CancellationToken ct)
    {
        var key = Key(client);
        if (known.TryGetValue(key, out var token) && token.Until > clock.GetUtcNow()) return token.Token;
        var refresh = client.RefreshToken is null ? null : (await renewed.ReadAsync($"oauth:{key}", Item, ct))?.Value.Token ?? client.RefreshToken;
        var answer = await AskAsync(client, refresh, ct);
        if (answer.AccessToken is not { Length: > 0 } fetched) throw Refused(client, answer.Error ?? "no token");
        if (refresh is not null && answer.RefreshToken is { Length: > 0 } next && next != refresh) await renewed.CommitAsync($"oauth:{key}", renewed.Upsert(Item, new Renewed(next)), ct);
        known[key] = new(fetched, clock.GetUtcNow() + TimeSpan.FromSeconds(Math.Clamp(answer.ExpiresIn ?? 300, 0, 86400)) - Margin);
        return fetched;
    }

    /// <summary>Forgets a token that is refused although it should still be good.</summary>
    public void Forget(OAuthClient client) => known.TryRemove(Key(client), out _);

    private static string Key(OAuthClient client) => Ids.Derive("oauth", client.TokenUrl, client.ClientId, client.ClientSecret ?? "", client.RefreshToken ?? "", client.Scope ?? "");

    private async Task<Answer> AskAsync(OAuthClient client, string? refresh, CancellationToken ct)
    {
        var fields = new Dictionary<string, string?>
        {
            ["grant_type"] = refresh is null ? "client_credentials" : "refresh_token",
            ["refresh_token"] = refresh,
            ["client_id"] = client.ClientId,
            ["client_secret"] = client.ClientSecret,
            ["scope"] = client.Scope,
        };
        try
        {
            using var form = new FormUrlEncodedContent(fields.Where(f => f.Value is { Length: > 0 }).ToDictionary(f => f.Key, f => f.Value!));
            using var answer = await http.PostAsync(client.TokenUrl, form, ct);
            if ((int)answer.StatusCode is 429 or >= 500) throw new MailServerException(MailServerException.NotReached, $"The sign-in service answers {(int)answer.StatusCode}. It is tried again.");
            return await answer.Content.ReadFromJsonAsync<Answer>(ct) ?? throw Refused(client, "null");
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw new MailServerException(MailServerException.Nonsense, $"{client.TokenUrl} does not answer as a token endpoint does. Check its address.", e);
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !ct.IsCancellationRequested))
        {
            throw new MailServerException(MailServerException.NotReached, $"The sign-in service at {client.TokenUrl} cannot be reached.", e);
        }
    }

    private static MailServerException Refused(OAuthClient client, string error) =>
        new(MailServerException.SignInRefused, $"The sign-in service refuses to sign the desk in ({new string([.. error.Where(c => char.IsLetterOrDigit(c) || c == '_').Take(60)])}). {(client.RefreshToken is null ? "Check the application's id and secret." : "Sign in there again and enter the new refresh token.")}");
}
