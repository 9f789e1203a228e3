using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HelpdeskMx.Intake.Providers;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Intake.Mailboxes;

/// <summary>Hears from Microsoft Graph that a mailbox has something new, or that it will not tell any more.</summary>
/// <remarks>Graph wants its answer within three seconds, so reading is left to a queue. It proves itself with the secret the desk gave it (<c>clientState</c>).</remarks>
public sealed class TakeNotification(Accept accept, SharedCursors cursors, IQueue queue)
{
    private const int LargestPost = 3 * 1024 * 1024;

    private sealed record Notification(string? SubscriptionId, string? ClientState, string? LifecycleEvent);

    private sealed record Batch(IReadOnlyList<Notification>? Value);

    /// <summary>Queues a look into the mailbox.</summary>
    public async Task<Outcome<bool>> RunAsync(string channelId, Posted posted, CancellationToken ct)
    {
        var found = await accept.FindAsync(channelId, ChannelKind.Email, ct);
        if (found.Problem is { } problem) return problem;
        if (found.Value.Microsoft is null || await cursors.FindAsync(channelId, ct) is not { Subscription: { } known }) return ProviderProblems.WrongSignature;
        var body = await posted.ReadAsync(LargestPost, null, ct);
        if (!body.IsWhole) return Problems.TooLarge(LargestPost);
        if (Read(body) is not { Value: { } told }) return ProviderProblems.Unreadable;
        var ours = told.Where(n => n?.SubscriptionId == known.Id && Same(n.ClientState, known.Secret)).ToArray();
        if (ours.Length == 0) return ProviderProblems.WrongSignature;
        var news = new MailboxNews(channelId, ours.Any(n => n.LifecycleEvent is "reauthorizationRequired" or "subscriptionRemoved"));
        await queue.SendAsync(Queues.Mailboxes, JsonSerializer.Serialize(news, AppJson.Of<MailboxNews>()), ct: ct);
        return true;
    }

    private static Batch? Read(PostedBody body)
    {
        try
        {
            return JsonSerializer.Deserialize<Batch>(body.Bytes.Span, Json.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool Same(string? given, string right) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given ?? ""), Encoding.UTF8.GetBytes(right));
}
