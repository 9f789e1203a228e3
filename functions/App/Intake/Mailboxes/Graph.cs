using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using HelpdeskMx.Channels.Connections;
using HelpdeskMx.Mail;

namespace HelpdeskMx.Intake.Mailboxes;

/// <summary>One page of what is new in a folder.</summary>
/// <param name="Ids">Of the mails, as Graph calls them for good.</param>
/// <param name="Next">The next page; null after the last.</param>
/// <param name="Delta">Where to go on another time; null before the last page.</param>
public sealed record GraphPage(IReadOnlyList<string> Ids, string? Next, string? Delta);

/// <summary>A mail, or its beginning.</summary>
/// <param name="Size">In bytes, of the whole.</param>
public sealed record GraphMail(byte[] Bytes, long Size)
{
    /// <summary>True when all of it is here.</summary>
    public bool IsWhole => Bytes.Length == Size;
}

/// <summary>A subscription to a folder's new mail.</summary>
public sealed record GraphSubscription(string Id, DateTimeOffset ExpiresAt);

/// <summary>As much of Microsoft Graph as a mailbox needs.</summary>
/// <remarks>Messages delta, MIME by <c>$value</c> and subscriptions as in Graph's reference, version 1.0. Everything throws <see cref="MailServerException"/> where Graph does not do as asked.</remarks>
/// <param name="http">Reaches Graph; follows no redirect.</param>
/// <param name="tokens">Signs in.</param>
/// <param name="root">Where Graph is, with a slash at its end.</param>
public sealed class Graph(HttpClient http, AccessTokens tokens, Uri root)
{
    /// <summary>Outlook grants 4,230 minutes in every cloud; the public one more.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(4200);

    /// <summary>Microsoft's public cloud.</summary>
    public static Uri PublicCloud { get; } = new("https://graph.microsoft.com/v1.0/");

    private sealed record Item(string? Id, [property: JsonPropertyName("@removed")] JsonElement? Removed);

    private sealed record Delta(IReadOnlyList<Item>? Value, [property: JsonPropertyName("@odata.nextLink")] string? NextLink, [property: JsonPropertyName("@odata.deltaLink")] string? DeltaLink);

    private sealed record Subscription(string? Id, DateTimeOffset? ExpirationDateTime);

    private sealed record Fault(string? Code, string? Message);

    private sealed record Refusal(Fault? Error);

    /// <summary>A page of mail that came to the folder; null where the place it goes on from is known no more (410).</summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="link">The page, as an earlier one gave it; null to begin.</param>
    /// <param name="from">Where it begins: mail since then.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<GraphPage?> NewAsync(SharedMailbox mailbox, string? link, DateTimeOffset from, CancellationToken ct)
    {
        var since = from.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
        var first = $"{Folder(mailbox)}/messages/delta?changeType=created&$select=id&$filter=receivedDateTime+ge+{since}";
        using var answer = await SendAsync(mailbox, HttpMethod.Get, link ?? first, null, ct, HttpStatusCode.Gone);
        if (answer.StatusCode == HttpStatusCode.Gone) return link is null ? throw Unreadable() : null;
        var page = await ReadAsync<Delta>(answer, ct);
        if (page.NextLink is null && page.DeltaLink is null) throw Unreadable();
        return new([.. (page.Value ?? []).Where(i => i is { Id.Length: > 0, Removed: null }).Select(i => i.Id!)], page.NextLink, page.DeltaLink);
    }

    /// <summary>Looks whether the folder is there and may be read.</summary>
    public async Task LookAsync(SharedMailbox mailbox, CancellationToken ct)
    {
        using var folder = await SendAsync(mailbox, HttpMethod.Get, $"{Folder(mailbox)}/messages?$top=1&$select=id", null, ct);
    }

    /// <summary>A mail; null where it is gone.</summary>
    /// <param name="mailbox">The mailbox.</param>
    /// <param name="id">As Graph calls it.</param>
    /// <param name="atMost">In bytes; of a larger mail only the beginning is fetched.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<GraphMail?> MailAsync(SharedMailbox mailbox, string id, int atMost, CancellationToken ct)
    {
        using var answer = await SendAsync(mailbox, HttpMethod.Get, $"{User(mailbox)}/messages/{Uri.EscapeDataString(id)}/$value", null, ct, HttpStatusCode.NotFound);
        if (answer.StatusCode == HttpStatusCode.NotFound) return null;
        await using var stream = await answer.Content.ReadAsStreamAsync(ct);
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            for (int count; (count = await stream.ReadAsync(buffer, ct)) > 0;)
            {
                if (bytes.Length + count > atMost) return new(bytes.ToArray(), answer.Content.Headers.ContentLength ?? bytes.Length + count);
                bytes.Write(buffer, 0, count);
            }
        }
        catch (IOException e)
        {
            throw new MailServerException(MailServerException.Lost, "The connection to Microsoft Graph broke. It is tried again.", e);
        }
        return new(bytes.ToArray(), bytes.Length);
    }

    /// <summary>Asks to be told of new mail.</summary>
    public async Task<GraphSubscription> SubscribeAsync(SharedMailbox mailbox, string secret, DateTimeOffset until, CancellationToken ct)
    {
        using var answer = await SendAsync(mailbox, HttpMethod.Post, "subscriptions", new
        {
            changeType = "created",
            notificationUrl = mailbox.NotifyUrl,
            lifecycleNotificationUrl = mailbox.NotifyUrl,
            resource = $"{Folder(mailbox)}/messages",
            expirationDateTime = until.UtcDateTime,
            clientState = secret,
        }, ct);
        var made = await ReadAsync<Subscription>(answer, ct);
        return new(made.Id ?? throw Unreadable(), made.ExpirationDateTime ?? until);
    }

    /// <summary>Asks to be told for longer; null where the subscription is gone.</summary>
    public async Task<GraphSubscription?> RenewAsync(SharedMailbox mailbox, string id, DateTimeOffset until, CancellationToken ct)
    {
        using var answer = await SendAsync(mailbox, HttpMethod.Patch, $"subscriptions/{Uri.EscapeDataString(id)}", new { expirationDateTime = until.UtcDateTime }, ct, HttpStatusCode.NotFound);
        return answer.StatusCode == HttpStatusCode.NotFound ? null : new(id, (await ReadAsync<Subscription>(answer, ct)).ExpirationDateTime ?? until);
    }

    private static string User(SharedMailbox mailbox) => $"users/{Uri.EscapeDataString(mailbox.Address)}";

    private static string Folder(SharedMailbox mailbox) => $"{User(mailbox)}/mailFolders/{Uri.EscapeDataString(mailbox.Folder)}";

    private async Task<HttpResponseMessage> SendAsync(SharedMailbox mailbox, HttpMethod method, string path, object? body, CancellationToken ct, HttpStatusCode? expected = null)
    {
        var address = new Uri(root, path);
        if (address.GetLeftPart(UriPartial.Authority) != root.GetLeftPart(UriPartial.Authority)) throw Unreadable(); // the token is for Graph alone
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.ForAsync(mailbox.Client, ct));
        request.Headers.Add("Prefer", ["IdType=\"ImmutableId\"", "odata.maxpagesize=50"]);
        HttpResponseMessage? answer = null;
        try
        {
            answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            if (answer.IsSuccessStatusCode || answer.StatusCode == expected) return answer;
            throw await WhyAsync(mailbox, answer, ct);
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !ct.IsCancellationRequested))
        {
            throw new MailServerException(MailServerException.NotReached, "Microsoft Graph cannot be reached. It is tried again.", e);
        }
        catch
        {
            answer?.Dispose();
            throw;
        }
    }

    private static async Task<MailServerException> WhyAsync(SharedMailbox mailbox, HttpResponseMessage answer, CancellationToken ct)
    {
        var code = "";
        try
        {
            code = (await answer.Content.ReadFromJsonAsync<Refusal>(ct))?.Error?.Code ?? "";
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            code = ""; // then the status must do
        }
        var said = new string([.. code.Where(char.IsLetterOrDigit).Take(60)]);
        return (int)answer.StatusCode switch
        {
            401 => new(MailServerException.SignInRefused, $"Microsoft Graph does not accept the application's sign-in ({said})."),
            403 => new(MailServerException.AccessDenied, $"The application may not read {mailbox.Address} ({said}). It needs the application permission Mail.Read with an admin's consent, and access to this mailbox."),
            404 => new(MailServerException.NoSuchMailbox, $"There is no mailbox {mailbox.Address} with a folder '{mailbox.Folder}' ({said})."),
            429 => new(MailServerException.Throttled, "Microsoft Graph asks for a pause.") { After = answer.Headers.RetryAfter?.Delta },
            >= 500 => new(MailServerException.NotReached, $"Microsoft Graph answers {(int)answer.StatusCode} ({said}). It is tried again.") { After = answer.Headers.RetryAfter?.Delta },
            _ => new(MailServerException.Refused, $"Microsoft Graph answers {(int)answer.StatusCode} ({said})."),
        };
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer, CancellationToken ct)
    {
        try
        {
            return await answer.Content.ReadFromJsonAsync<T>(ct) ?? throw Unreadable();
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw Unreadable();
        }
    }

    private static MailServerException Unreadable() => new(MailServerException.Nonsense, "Microsoft Graph's answer is not what its reference says. It is tried again.");
}
