using HelpdeskMx.Platform;

namespace HelpdeskMx.Intake.Mailboxes;

/// <summary>How far something has been read, by one reader at a time.</summary>
public interface ICursor<T>
{
    /// <summary>What it belongs to; anything else is read from its own beginning.</summary>
    string Of { get; }

    /// <summary>Until then one instance reads; null while none does.</summary>
    DateTimeOffset? LeasedUntil { get; }

    /// <summary>The same with another lease.</summary>
    T Leased(DateTimeOffset? until);
}

/// <summary>Keeps cursors, each for one reader at a time.</summary>
/// <param name="store">Where they lie.</param>
/// <param name="clock">Ends leases.</param>
/// <param name="kind">Letters and hyphens; tells one kind of cursor from another.</param>
public abstract class Cursors<T>(IDocumentStore store, TimeProvider clock, string kind) where T : class, ICursor<T>
{
    /// <summary>A reader keeps its cursor more often than this, or another takes over.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private const string Item = "cursor";
    private readonly Collection<T> cursors = new(store, Containers.Lookup, kind, AppJson.Of<T>());

    /// <summary>The cursor as it is; null where there is none.</summary>
    public async Task<T?> FindAsync(string channel, CancellationToken ct) => (await cursors.ReadAsync(Partition(channel), Item, ct))?.Value;

    /// <summary>The cursor, for this reader alone; null while another has it.</summary>
    /// <param name="channel">Id of the channel.</param>
    /// <param name="first">What is kept where there is none of the same thing.</param>
    /// <param name="ct">Stops.</param>
    public async Task<Stored<T>?> TakeAsync(string channel, T first, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await cursors.ReadAsync(Partition(channel), Item, ct) is not { } found || found.Value.Of != first.Of)
        {
            await BeginAsync(channel, first, ct);
            found = (await cursors.ReadAsync(Partition(channel), Item, ct))!;
        }
        return found.Value.LeasedUntil is { } until && until > now && until - now <= Lease ? null : await KeepAsync(channel, found, found.Value.Leased(now + Lease), ct);
    }

    /// <summary>Keeps the reader's place and its lease; null where another has taken over.</summary>
    public Task<Stored<T>?> HoldAsync(string channel, Stored<T> held, T cursor, CancellationToken ct) => KeepAsync(channel, held, cursor.Leased(clock.GetUtcNow() + Lease), ct);

    /// <summary>Keeps the place and lets go of it.</summary>
    public Task ReleaseAsync(string channel, Stored<T> held, T cursor, CancellationToken ct) => KeepAsync(channel, held, cursor.Leased(null), ct);

    /// <summary>Sets a new cursor, whoever reads.</summary>
    public Task BeginAsync(string channel, T cursor, CancellationToken ct) => cursors.CommitAsync(Partition(channel), cursors.Upsert(Item, cursor), ct);

    private async Task<Stored<T>?> KeepAsync(string channel, Stored<T> held, T next, CancellationToken ct)
    {
        var commit = await store.CommitAsync(Containers.Lookup, Partition(channel), [cursors.Replace(Item, next, held.ETag)], ct);
        return commit.IsCommitted ? new(next, commit.ETags[0]!) : null;
    }

    private string Partition(string channel) => $"{kind}:{channel}";
}
