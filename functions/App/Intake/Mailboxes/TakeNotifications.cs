using System.Text.Json;
using HelpdeskMx.Intake.Providers;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Intake.Mailboxes;

/// <summary>Takes Microsoft Graph's word that something came into a channel's mailbox, proved by what the desk gave it for that.</summary>
/// <remarks>Graph wants its answer within three seconds, so the mailbox is read after. A notification that comes twice reads it twice, and the second time finds nothing.</remarks>
public sealed class TakeNotifications(Accept accept, GraphCursors cursors, IQueue queue, TimeProvider clock)
{
    /// <summary>The largest post taken, in bytes.</summary>
    public const int LargestPost = 3 * 1024 * 1024;

    private sealed record Posted(IReadOnlyList<Notification>? Value);

    private sealed record Notification(string? SubscriptionId, string? ClientState, string? LifecycleEvent);

    /// <summary>Queues a reading of the mailbox.</summary>
    public async Task<Outcome<MailboxCall>> RunAsync(string channelId, ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        var found = await accept.FindAsync(channelId, ChannelKind.Email, ct);
        if (found.Problem is { } problem) return problem;
        if (Read(body) is not { } told) return ProviderProblems.Unreadable;
        var subscription = found.Value.Microsoft is null ? null : (await cursors.FindAsync(channelId, ct))?.Value.Subscription;
        var ours = told.Where(n => subscription?.IsProvenBy(n.SubscriptionId, n.ClientState) == true).ToArray(); // one that has ended may still be heard of in between
        if (ours.Length == 0) return ProviderProblems.WrongClientState;
        var call = new MailboxCall(channelId, clock.GetUtcNow(), ours.Any(n => n.LifecycleEvent is "reauthorizationRequired" or "subscriptionRemoved"));
        await queue.SendAsync(Queues.Mailboxes, JsonSerializer.Serialize(call, AppJson.Of<MailboxCall>()), ct: ct);
        return call;
    }

    private static IEnumerable<Notification>? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<Posted>(body.Span, Json.Options)?.Value?.Where(n => n is not null);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
