using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using HelpdeskMx.Channels.Connections;
using HelpdeskMx.Mail;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Intake.Mailboxes;

/// <summary>A mail as Graph lists it.</summary>
/// <param name="Id">As Graph calls it in this folder.</param>
/// <param name="ReceivedAt">When the mailbox got it.</param>
/// <param name="From">The sender, as a mail's header writes one.</param>
/// <param name="Subject">The subject, decoded.</param>
/// <param name="MessageId">What its sender calls it.</param>
public sealed record GraphMail(string Id, DateTimeOffset? ReceivedAt, string? From, string? Subject, string? MessageId);

/// <summary>A page of what came into a folder.</summary>
/// <param name="Mails">What came.</param>
/// <param name="Link">Where Graph goes on.</param>
/// <param name="IsLast">Nothing else is there for now.</param>
public sealed record GraphPage(IReadOnlyList<GraphMail> Mails, string Link, bool IsLast);

/// <summary>Asks Microsoft Graph for what is in a mailbox and to tell of what comes into it. Every fault is a <see cref="MailServerException"/>.</summary>
/// <param name="http">Its base address is Graph's; links that lead elsewhere are not followed.</param>
/// <param name="tokens">Signs the application in.</param>
/// <param name="clock">Tells how far a time is off until which Graph wants to be left alone.</param>
public sealed class GraphClient(HttpClient http, AccessTokens tokens, TimeProvider clock)
{
    /// <summary>Where Graph is.</summary>
    public static readonly Uri Root = new("https://graph.microsoft.com/v1.0/");

    private const int MailsOnAPage = 100;
    private static readonly TimeSpan LongestMail = TimeSpan.FromMinutes(2);

    private sealed record Place([property: JsonPropertyName("emailAddress")] Mailer? Mailer);

    private sealed record Mailer(string? Name, string? Address);

    private sealed record Listed(string? Id, DateTimeOffset? ReceivedDateTime, Place? From, string? Subject, string? InternetMessageId, bool? IsDraft, [property: JsonPropertyName("@removed")] JsonElement? Removed);

    private sealed record Listing(IReadOnlyList<Listed>? Value, [property: JsonPropertyName("@odata.nextLink")] string? NextLink, [property: JsonPropertyName("@odata.deltaLink")] string? DeltaLink);

    private sealed record Subscribed(string? Id, DateTimeOffset? ExpirationDateTime);

    /// <summary>One that asks Graph itself.</summary>
    public static GraphClient Over(AccessTokens tokens, TimeProvider clock)
    {
        var http = PublicHttp.Create(TimeSpan.FromSeconds(60), 4 * 1024 * 1024);
        http.BaseAddress = Root;
        return new(http, tokens, clock);
    }

    /// <summary>Looks whether the folder can be read.</summary>
    public async Task TryAsync(SharedMailbox mailbox, CancellationToken ct)
    {
        using var answer = await AskAsync(mailbox, () => new(HttpMethod.Get, $"{Folder(mailbox)}/messages?$top=1&$select=id"), ct);
        await AssertAsync(answer, ct);
    }

    /// <summary>The page a link leads to, or the first of the folder; null where Graph has lost the place and the folder is to be read anew.</summary>
    public async Task<GraphPage?> PageAsync(SharedMailbox mailbox, string? link, CancellationToken ct)
    {
        var address = link is null ? $"{Folder(mailbox)}/messages/delta?changeType=created&$select=receivedDateTime,from,subject,internetMessageId,isDraft" : Own(link);
        using var answer = await AskAsync(mailbox, () => new(HttpMethod.Get, address) { Headers = { { "Prefer", $"odata.maxpagesize={MailsOnAPage}" } } }, ct);
        if (link is not null && await GraphFaults.HasLostThePlaceAsync(answer, ct)) return null;
        var listing = await ReadAsync<Listing>(answer, ct);
        if (listing.Value is not { } mails || (listing.NextLink ?? listing.DeltaLink) is not { } next || (listing.NextLink is not null && next == link)) throw GraphFaults.Unreadable();
        return new([.. mails.Where(m => m is { Id.Length: > 0, Removed: null } && m.IsDraft != true).Select(ToMail)], Own(next), listing.NextLink is null);
    }

    /// <summary>A mail's bytes, or the beginning of a larger one, with its size; null where it is not there any more.</summary>
    public async Task<(ReadOnlyMemory<byte> Bytes, long Size)?> MailAsync(SharedMailbox mailbox, string id, int most, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(LongestMail);
        using var answer = await AskAsync(mailbox, () => new(HttpMethod.Get, $"{Mailbox(mailbox)}/messages/{Uri.EscapeDataString(id)}/$value"), ct, HttpCompletionOption.ResponseHeadersRead);
        if (await GraphFaults.IsGoneAsync(answer, ct)) return null;
        await AssertAsync(answer, ct);
        return await GraphFaults.CatchAsync(() => ReadUpToAsync(answer, most, patience.Token), ct);
    }

    /// <summary>Asks to be told of new mail until then.</summary>
    public async Task<GraphSubscription> SubscribeAsync(SharedMailbox mailbox, DateTimeOffset until, CancellationToken ct)
    {
        var (notifyUrl, clientState) = (mailbox.NotifyUrl!, Ids.Random());
        using var answer = await AskAsync(mailbox, () => new(HttpMethod.Post, "subscriptions")
        {
            Content = JsonContent.Create(new
            {
                changeType = "created",
                notificationUrl = notifyUrl,
                lifecycleNotificationUrl = notifyUrl,
                resource = $"users/{mailbox.Address}/mailFolders('{mailbox.Folder}')/messages",
                expirationDateTime = UtcTime.Text(until),
                clientState,
            }),
        }, ct);
        var made = await ReadAsync<Subscribed>(answer, ct);
        return made.Id is { Length: > 0 } id ? new(id, clientState, made.ExpirationDateTime ?? until, notifyUrl, mailbox.ClientId) : throw GraphFaults.Unreadable();
    }

    /// <summary>Asks to be told for longer; null where Graph has forgotten that it should tell at all.</summary>
    public async Task<GraphSubscription?> RenewAsync(SharedMailbox mailbox, GraphSubscription subscription, DateTimeOffset until, CancellationToken ct)
    {
        using var answer = await AskAsync(mailbox, () => new(HttpMethod.Patch, One(subscription.Id)) { Content = JsonContent.Create(new { expirationDateTime = UtcTime.Text(until) }) }, ct);
        return answer.StatusCode == HttpStatusCode.NotFound ? null : subscription with { ExpiresAt = (await ReadAsync<Subscribed>(answer, ct)).ExpirationDateTime ?? until };
    }

    /// <summary>Asks to be told no more.</summary>
    public async Task UnsubscribeAsync(SharedMailbox mailbox, string id, CancellationToken ct)
    {
        using var answer = await AskAsync(mailbox, () => new(HttpMethod.Delete, One(id)), ct);
        if (answer.StatusCode != HttpStatusCode.NotFound) await AssertAsync(answer, ct);
    }

    private static string Mailbox(SharedMailbox mailbox) => $"users/{Uri.EscapeDataString(mailbox.Address)}";

    private static string Folder(SharedMailbox mailbox) => $"{Mailbox(mailbox)}/mailFolders/{Uri.EscapeDataString(mailbox.Folder)}";

    private static string One(string id) => $"subscriptions/{Uri.EscapeDataString(id)}";

    private string Own(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0 && uri.GetLeftPart(UriPartial.Authority) == http.BaseAddress!.GetLeftPart(UriPartial.Authority) ? link : throw GraphFaults.Unreadable();

    private static GraphMail ToMail(Listed mail) => new(
        mail.Id!, mail.ReceivedDateTime,
        mail.From?.Mailer is not { Address: { Length: > 0 } address } from ? null : string.IsNullOrEmpty(from.Name) ? address : $"\"{from.Name.Replace('"', '\'')}\" <{address}>",
        mail.Subject, mail.InternetMessageId);

    /// <summary>Asks, and once more with a new token where one that should be good is refused.</summary>
    private async Task<HttpResponseMessage> AskAsync(SharedMailbox mailbox, Func<HttpRequestMessage> ask, CancellationToken ct, HttpCompletionOption until = HttpCompletionOption.ResponseContentRead)
    {
        var answer = await OnceAsync(mailbox, ask, until, ct);
        if (answer.StatusCode != HttpStatusCode.Unauthorized) return answer;
        answer.Dispose();
        tokens.Forget(mailbox.Client());
        return await OnceAsync(mailbox, ask, until, ct);
    }

    private async Task<HttpResponseMessage> OnceAsync(SharedMailbox mailbox, Func<HttpRequestMessage> ask, HttpCompletionOption until, CancellationToken ct)
    {
        using var request = ask();
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.ForAsync(mailbox.Client(), ct));
        return await GraphFaults.CatchAsync(() => http.SendAsync(request, until, ct), ct);
    }

    private async Task AssertAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        if (!answer.IsSuccessStatusCode) throw await GraphFaults.OfAsync(answer, clock.GetUtcNow(), ct);
    }

    private async Task<T> ReadAsync<T>(HttpResponseMessage answer, CancellationToken ct)
    {
        await AssertAsync(answer, ct);
        return await GraphFaults.CatchAsync(async () => await answer.Content.ReadFromJsonAsync<T>(ct) ?? throw GraphFaults.Unreadable(), ct);
    }

    private static async Task<(ReadOnlyMemory<byte> Bytes, long Size)?> ReadUpToAsync(HttpResponseMessage answer, int most, CancellationToken ct)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(ct);
        using var kept = new MemoryStream((int)Math.Min(answer.Content.Headers.ContentLength ?? 65536, most));
        var piece = new byte[64 * 1024];
        long size = 0;
        for (int read; (read = await body.ReadAsync(piece, ct)) > 0; size += read) kept.Write(piece, 0, (int)Math.Clamp(most - size, 0, read));
        return size > 0 ? (kept.GetBuffer().AsMemory(0, (int)kept.Length), size) : throw GraphFaults.Unreadable();
    }
}
