using HelpdeskMx.Channels;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Intake.Mailboxes;

/// <summary>How far a mailbox has been read, whatever it is read by.</summary>
/// <param name="Of">The mailbox it belongs to; another one is read from its own beginning.</param>
/// <param name="LeasedUntil">Until then one instance reads it.</param>
public abstract record LeasedCursor(string Of, DateTimeOffset? LeasedUntil);

/// <summary>Keeps how far mailboxes have been read, each for one reader at a time.</summary>
public abstract class LeasedCursors<T>(IDocumentStore store, string type, string partition, TimeProvider clock) where T : LeasedCursor
{
    /// <summary>A reader keeps its cursor more often than this, or another takes over.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private const string Item = "cursor";
    private readonly Collection<T> cursors = new(store, Containers.Lookup, type, AppJson.Of<T>());

    /// <summary>The cursor as it lies there, whoever has it; null where nothing was read yet.</summary>
    public Task<Stored<T>?> FindAsync(string channel, CancellationToken ct) => cursors.ReadAsync(Partition(channel), Item, ct);

    /// <summary>Keeps the reader's place and its lease; null where another has taken over.</summary>
    public Task<Stored<T>?> KeepAsync(string channel, Stored<T> held, T cursor, CancellationToken ct) => KeepAsync(channel, held, cursor, clock.GetUtcNow() + Lease, ct);

    /// <summary>Keeps the place and lets go of it.</summary>
    public Task ReleaseAsync(string channel, Stored<T> held, T cursor, CancellationToken ct) => KeepAsync(channel, held, cursor, null, ct);

    /// <summary>Sets a new cursor, whoever reads.</summary>
    public Task BeginAsync(string channel, T cursor, CancellationToken ct) => cursors.CommitAsync(Partition(channel), cursors.Upsert(Item, cursor), ct);

    /// <summary>Forgets the cursor, whoever reads.</summary>
    public Task ForgetAsync(string channel, CancellationToken ct) => cursors.CommitAsync(Partition(channel), new Write.Delete(Item), ct);

    /// <summary>The cursor of this mailbox, for this reader alone; null while another has it.</summary>
    protected async Task<Stored<T>?> TakeAsync(string channel, string of, Func<DateTimeOffset, T> begin, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await FindAsync(channel, ct) is not { } found || found.Value.Of != of)
        {
            await BeginAsync(channel, begin(now), ct);
            found = (await FindAsync(channel, ct))!;
        }
        return found.Value.LeasedUntil is { } until && until > now && until - now <= Lease ? null : await KeepAsync(channel, found, found.Value, now + Lease, ct);
    }

    private async Task<Stored<T>?> KeepAsync(string channel, Stored<T> held, T cursor, DateTimeOffset? leasedUntil, CancellationToken ct)
    {
        var next = cursor with { LeasedUntil = leasedUntil };
        var commit = await store.CommitAsync(Containers.Lookup, Partition(channel), [cursors.Replace(Item, next, held.ETag)], ct);
        return commit.IsCommitted ? new(next, commit.ETags[0]!) : null;
    }

    private string Partition(string channel) => $"{partition}:{channel}";
}

/// <summary>One reading of a mailbox, by whoever holds its cursor.</summary>
public class LeasedWalk<T>(Channel channel, Stored<T> held, LeasedCursors<T> cursors) where T : LeasedCursor
{
    private Stored<T> held = held;
    private bool isMine = true;

    /// <summary>The channel whose mailbox it is.</summary>
    public Channel Channel => channel;

    /// <summary>Where it has got to.</summary>
    public T Cursor { get; set; } = held.Value;

    /// <summary>Keeps the place; false where another instance has taken over.</summary>
    public async Task<bool> KeepAsync(CancellationToken ct)
    {
        var kept = await cursors.KeepAsync(channel.Id, held, Cursor, ct);
        held = kept ?? held;
        return isMine = kept is not null;
    }

    /// <summary>Keeps the place for the next reading.</summary>
    public Task ReleaseAsync(CancellationToken ct) => isMine ? cursors.ReleaseAsync(channel.Id, held, Cursor, ct) : Task.CompletedTask;
}
