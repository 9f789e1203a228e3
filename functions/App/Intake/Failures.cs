using HelpdeskMx.Platform;

namespace HelpdeskMx.Intake;

/// <summary>Why a queued message failed the last time.</summary>
public sealed record Failure(string Reason, DateTimeOffset At, DateTimeOffset FirstAt, int Attempts);

/// <summary>Remembers why messages fail, because a poison queue does not say.</summary>
public sealed class Failures(IDocumentStore store, TimeProvider clock)
{
    private const string Item = "failure";
    private readonly Collection<Failure> failures = new(store, Containers.Lookup, "failure", AppJson.Of<Failure>());

    /// <summary>Does what a queued message asks and, if that throws, remembers why.</summary>
    public async Task WatchAsync(string queued, Func<Task> work, CancellationToken ct)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await KeepAsync(queued, e, ct);
            throw;
        }
    }

    /// <summary>Keeps the reason of the newest failure and counts them.</summary>
    private async Task KeepAsync(string queued, Exception why, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var before = await FindAsync(queued, ct);
        var failure = new Failure($"{why.GetType().Name}: {Tickets.Excerpt.Of(why.Message, 1000)}", now, before?.FirstAt ?? now, (before?.Attempts ?? 0) + 1);
        await failures.CommitAsync(Key(queued), failures.Upsert(Item, failure), ct);
    }

    /// <summary>The newest failure of a queued message, null if it never failed.</summary>
    public async Task<Failure?> FindAsync(string queued, CancellationToken ct) => (await failures.ReadAsync(Key(queued), Item, ct))?.Value;

    /// <summary>Forgets the failures of a message that is tried afresh.</summary>
    public Task ForgetAsync(string queued, CancellationToken ct) => failures.CommitAsync(Key(queued), new Write.Delete(Item), ct);

    private static string Key(string queued) => $"failure:{Ids.Derive(queued)}";
}
