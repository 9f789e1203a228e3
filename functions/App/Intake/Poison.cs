using System.Text.Json;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Intake;

/// <summary>A message that failed too often and waits for an admin.</summary>
/// <param name="Id">Derived from the queue and the message.</param>
/// <param name="Queue">The queue it failed in, and is retried in.</param>
/// <param name="Message">The message as it was queued.</param>
/// <param name="Reason">Why it failed the last time.</param>
/// <param name="At">When it failed the last time.</param>
/// <param name="FirstAt">When it failed the first time.</param>
/// <param name="Attempts">How often it failed.</param>
public sealed record PoisonedMessage(string Id, string Queue, string Message, string Reason, DateTimeOffset At, DateTimeOffset FirstAt, int Attempts);

/// <summary>A poisoned message as admins see it.</summary>
public sealed record PoisonView(string Id, string Queue, string Reason, DateTimeOffset At, DateTimeOffset FirstAt, int Attempts, string Preview, string? IngestId);

/// <summary>What failed too often: collected, listed, retried. Nothing leaves here by itself.</summary>
public sealed class Poison(IDocumentStore store, IQueue queue, Failures failures, TimeProvider clock)
{
    private const string Partition = "poison";

    /// <summary>No poisoned message has that id.</summary>
    public static readonly Problem NoSuchPoison = new("no-such-poison", "That message is not here any more; somebody may have retried it.", 404);

    private readonly Collection<PoisonedMessage> poisoned = new(store, Containers.Config, "poison", AppJson.Of<PoisonedMessage>());

    /// <summary>Keeps a message that a queue gave up on, with the reason.</summary>
    public async Task CollectAsync(string from, string message, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var failure = await failures.FindAsync(message, ct) ?? new Failure("It was taken from the queue too often without an end, perhaps because the process stopped.", now, now, 0);
        var id = IdOf(from, message);
        var kept = new PoisonedMessage(id, from, message, failure.Reason, failure.At, failure.FirstAt, failure.Attempts);
        await poisoned.CommitAsync(Partition, poisoned.Upsert(id, kept), ct);
    }

    /// <summary>A page of them, newest first.</summary>
    public async Task<Listing<PoisonView>> ListAsync(int limit, string? after, CancellationToken ct)
    {
        var page = await poisoned.QueryAsync(q => q with { OrderBy = [new Order("at", true)], PageSize = limit, Continuation = after }, ct, Partition);
        return new([.. page.Items.Select(p => View(p.Value))], page.Next);
    }

    /// <summary>How many there are, counted up to a thousand.</summary>
    public Task<int> CountAsync(CancellationToken ct) => poisoned.CountAsync(q => q, 1000, ct, Partition);

    /// <summary>Puts one back into its queue.</summary>
    public async Task<Outcome<PoisonedMessage>> RetryAsync(string id, CancellationToken ct)
    {
        if (await poisoned.ReadAsync(Partition, id, ct) is not { } found) return NoSuchPoison;
        await failures.ForgetAsync(found.Value.Message, ct);
        await queue.SendAsync(found.Value.Queue, found.Value.Message, ct: ct);
        await poisoned.CommitAsync(Partition, new Write.Delete(id), ct);
        return found.Value;
    }

    private static string IdOf(string from, string message) => Ids.Derive("poison", from, message);

    private static PoisonView View(PoisonedMessage p) => new(
        p.Id, p.Queue, p.Reason, p.At, p.FirstAt, p.Attempts, Tickets.Excerpt.Of(p.Message, 200), p.Queue == Queues.Inbound ? PointerIn(p.Message) : null);

    private static string? PointerIn(string message)
    {
        try
        {
            return JsonSerializer.Deserialize(message, AppJson.Of<Pointer>()) is { } pointer ? IngestId.Of(pointer) : null;
        }
        catch (JsonException)
        {
            return null; // not one of ours: somebody else wrote into the queue
        }
    }
}
