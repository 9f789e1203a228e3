using System.Text.Json;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Intake.Mailboxes;

/// <summary>What the door of notifications says in the queue: something came into a mailbox.</summary>
/// <param name="Channel">Whose.</param>
/// <param name="At">When it was said.</param>
/// <param name="Renew">The subscription is to be renewed, or made anew where it is gone.</param>
public sealed record MailboxCall(string Channel, DateTimeOffset At, bool Renew);

/// <summary>Reads a mailbox as soon as something is said to have come into it.</summary>
public sealed class SyncMailbox(Settings settings, ReadSharedMailbox readSharedMailbox, Failures failures, IQueue queue, TimeProvider clock)
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Does one message of the queue <c>mailboxes</c>; throws when it should be tried again.</summary>
    public Task RunAsync(string queued, CancellationToken ct) => failures.WatchAsync(queued, async () =>
    {
        var call = JsonSerializer.Deserialize(queued, AppJson.Of<MailboxCall>()) ?? throw new JsonException("The queue held null.");
        if (await settings.ChannelAsync(call.Channel, ct) is not { Active: true } channel || await readSharedMailbox.RunAsync(channel, call, ct)) return;
        // Who reads it now may have looked before the new mail was there. After a while the clock sees to it.
        if (clock.GetUtcNow() - call.At < Patience) await queue.SendAsync(Queues.Mailboxes, queued, Again, ct);
    }, ct);
}
