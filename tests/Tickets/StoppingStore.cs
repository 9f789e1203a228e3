using HelpdeskMx.Platform;

namespace HelpdeskMx.Tests.Tickets;

/// <summary>A store whose process dies at a commit, as a test says: before it is written, or after it is written and before anybody hears of it.</summary>
public sealed class StoppingStore(IDocumentStore store) : IDocumentStore
{
    private int commits;

    /// <summary>The commit at which it dies, counted from now; 0 lets it live.</summary>
    public int DiesAt { get => field; set => (field, commits) = (value, 0); }

    /// <summary>That commit is written.</summary>
    public bool Written { get; set; }

    /// <summary>What somebody else does, once, just before such a write is committed.</summary>
    public (Func<Write, bool> Before, Func<Task> Act)? Meanwhile { get; set; }

    /// <summary>What somebody else does, once, just before such a query is answered.</summary>
    public (Func<Query, bool> Before, Func<Task> Act)? MeanwhileAsked { get; set; }

    public Task<Item?> ReadAsync(Container container, string partition, string id, CancellationToken ct) => store.ReadAsync(container, partition, id, ct);

    public Task<IReadOnlyList<Item>> ReadManyAsync(Container container, IReadOnlyList<(string Partition, string Id)> keys, CancellationToken ct) => store.ReadManyAsync(container, keys, ct);

    public async Task<Page> QueryAsync(Query query, CancellationToken ct)
    {
        if (MeanwhileAsked is { } other && other.Before(query))
        {
            MeanwhileAsked = null;
            await other.Act();
        }
        return await store.QueryAsync(query, ct);
    }

    public Task<int> CountAsync(Query query, int atMost, CancellationToken ct) => store.CountAsync(query, atMost, ct);

    public Task<Changes> ChangesAsync(Container container, string? since, int limit, CancellationToken ct) => store.ChangesAsync(container, since, limit, ct);

    public Task<string> NowAsync(Container container, CancellationToken ct) => store.NowAsync(container, ct);

    public async Task<Commit> CommitAsync(Container container, string partition, IReadOnlyList<Write> writes, CancellationToken ct)
    {
        if (Meanwhile is { } other && writes.Any(other.Before))
        {
            Meanwhile = null;
            await other.Act();
        }
        var dies = DiesAt > 0 && Interlocked.Increment(ref commits) == DiesAt;
        if (dies && !Written) throw new StoppedException();
        var commit = await store.CommitAsync(container, partition, writes, ct);
        return dies ? throw new StoppedException() : commit;
    }
}

/// <summary>The process has died.</summary>
public sealed class StoppedException() : Exception("The process stopped here.");
