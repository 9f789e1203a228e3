using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HelpdeskMx.Channels;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Sending.Meta;

/// <summary>Asks Meta's Graph API in the name of a channel's account. Every fault is a <see cref="MetaException"/>, and none tells a secret.</summary>
/// <param name="http">Its base address is Graph's, with the version.</param>
/// <param name="clock">Tells how far a time is off until which Meta wants to be left alone.</param>
public sealed class MetaGraph(HttpClient http, TimeProvider clock)
{
    private const int LargestAnswer = 4 * 1024 * 1024;

    /// <summary>How long an answer is waited for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>One that asks Graph itself, in this version.</summary>
    public static MetaGraph Over(string version, TimeProvider clock)
    {
        var http = PublicHttp.Create(Patience, LargestAnswer);
        http.BaseAddress = new($"https://graph.facebook.com/{version}/");
        return new(http, clock);
    }

    /// <summary>Reads something.</summary>
    public Task<JsonElement> GetAsync(MetaAccount account, string path, CancellationToken ct) => AskAsync(account, HttpMethod.Get, path, null, ct);

    /// <summary>Does something. Once it is on its way, only <see cref="MetaTrouble.Lost"/> leaves open whether it was done.</summary>
    public Task<JsonElement> PostAsync(MetaAccount account, string path, object body, CancellationToken ct) => AskAsync(account, HttpMethod.Post, path, JsonContent.Create(body), ct);

    /// <summary>Hands over bytes beside fields.</summary>
    public Task<JsonElement> UploadAsync(MetaAccount account, string path, MultipartFormDataContent form, CancellationToken ct) => AskAsync(account, HttpMethod.Post, path, form, ct);

    private async Task<JsonElement> AskAsync(MetaAccount account, HttpMethod method, string path, HttpContent? content, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}appsecret_proof={Proof(account)}") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", account.AccessToken);
        try
        {
            using var answer = await http.SendAsync(request, ct);
            var body = await answer.Content.ReadAsByteArrayAsync(ct);
            if (!answer.IsSuccessStatusCode) throw MetaErrors.Of((int)answer.StatusCode, MetaErrors.Read(body), After(answer));
            using var json = JsonDocument.Parse(body);
            return json.RootElement.Clone();
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError)
        {
            throw new MetaException(MetaTrouble.NotDone, "Meta cannot be reached just now; it is tried again.", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new MetaException(MetaTrouble.Lost, "Meta's answer was lost, so this may have arrived or not. Look on the channel itself before you send it again.", e);
        }
    }

    /// <summary>Shows Meta that whoever holds the token also knows the app's secret ("Secure Graph API calls").</summary>
    private static string Proof(MetaAccount account) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(account.AppSecret), Encoding.UTF8.GetBytes(account.AccessToken)));

    private TimeSpan? After(HttpResponseMessage answer) => answer.Headers.RetryAfter is { } asked ? asked.Delta ?? asked.Date - clock.GetUtcNow() : null;
}
