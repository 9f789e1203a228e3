namespace HelpdeskMx.Platform;

/// <summary>A stored document: UTF-8 JSON with an id that is unique in its partition, and the tag of the reading it came from.</summary>
/// <param name="Partition">Items of one partition are committed together; at most 1,000 characters.</param>
/// <param name="Id">Unique in the partition; at most 255 characters; no <c>/ \ ? #</c>.</param>
/// <param name="Type">What the document is (<c>ticket</c>, <c>message</c> …); every query names one.</param>
/// <param name="Body">A JSON object. Declared fields are read from its top level; a value of another kind than declared counts as missing.</param>
/// <param name="ETag">Changes with every write; null on an item that was never stored.</param>
public sealed record Item(string Partition, string Id, string Type, ReadOnlyMemory<byte> Body, string? ETag = null);

/// <summary>One write of a commit.</summary>
public abstract record Write
{
    private Write(string id) => Id = id;

    /// <summary>What is written to.</summary>
    public string Id { get; init; }

    /// <summary>The body to store, null for a delete.</summary>
    public ReadOnlyMemory<byte>? Content => this switch
    {
        Create create => (ReadOnlyMemory<byte>?)create.Body,
        Replace replace => replace.Body,
        Upsert upsert => upsert.Body,
        _ => null,
    };

    /// <summary>Stores an item that must not exist yet; otherwise the commit ends in <see cref="CommitOutcome.Exists"/>.</summary>
    public sealed record Create(string Id, string Type, ReadOnlyMemory<byte> Body) : Write(Id);

    /// <summary>Stores a new reading over the one with this tag; otherwise the commit ends in <see cref="CommitOutcome.Stale"/>.</summary>
    public sealed record Replace(string Id, string Type, ReadOnlyMemory<byte> Body, string ETag) : Write(Id);

    /// <summary>Stores the item whatever was there.</summary>
    public sealed record Upsert(string Id, string Type, ReadOnlyMemory<byte> Body) : Write(Id);

    /// <summary>Removes the item; with a tag only if it is still that reading. An item that is not there counts as removed, unless a tag was given.</summary>
    public sealed record Delete(string Id, string? ETag = null) : Write(Id);
}

/// <summary>How a commit ended; in every case but <see cref="Committed"/> nothing was written.</summary>
public enum CommitOutcome
{
    /// <summary>Every write is durable.</summary>
    Committed,

    /// <summary>A replaced or deleted item has changed or gone since it was read.</summary>
    Stale,

    /// <summary>A created item was there already.</summary>
    Exists,
}

/// <summary>The end of a commit and, when committed, the new tags in the order of the writes (null for deletes).</summary>
public readonly record struct Commit(CommitOutcome Outcome, IReadOnlyList<string?> ETags)
{
    /// <summary>True when every write is durable.</summary>
    public bool IsCommitted => Outcome == CommitOutcome.Committed;
}

/// <summary>A page of items and where the next one starts, null after the last.</summary>
public sealed record Page(IReadOnlyList<Item> Items, string? Next);

/// <summary>Changed items, and the continuation to ask with next time; deletes are not reported.</summary>
public sealed record Changes(IReadOnlyList<Item> Items, string Continuation);

/// <summary>A partitioned document store with Cosmos DB's promises.</summary>
/// <remarks>Containers and their declared fields are listed in <see cref="Containers"/>; a query on any other field is a programming error and throws.</remarks>
public interface IDocumentStore
{
    /// <summary>Reads one item, null when it is not there.</summary>
    Task<Item?> ReadAsync(Container container, string partition, string id, CancellationToken ct);

    /// <summary>Reads items from many partitions at once; those not there are left out, the order is kept. At most 100.</summary>
    Task<IReadOnlyList<Item>> ReadManyAsync(Container container, IReadOnlyList<(string Partition, string Id)> keys, CancellationToken ct);

    /// <summary>Reads a page. The continuation is opaque, belongs to this query, and survives writes in between: no item that stays in place is skipped or seen twice.</summary>
    /// <exception cref="FormatException">The continuation was not made by this query.</exception>
    /// <exception cref="ArgumentException">The query names what is not declared, or stands on no declared index: a mistake in the program.</exception>
    Task<Page> QueryAsync(Query query, CancellationToken ct);

    /// <summary>Counts what a query would find, but stops counting at <paramref name="atMost"/>.</summary>
    Task<int> CountAsync(Query query, int atMost, CancellationToken ct);

    /// <summary>Does all writes in one partition or none. At most 100 writes and 2 MB, and one write for each id.</summary>
    /// <exception cref="ArgumentException">A limit is passed, an id cannot be one, or a body is no JSON object.</exception>
    Task<Commit> CommitAsync(Container container, string partition, IReadOnlyList<Write> writes, CancellationToken ct);

    /// <summary>Reads what was written after a continuation (null: from the beginning), each item in its newest form; nothing is left to read when no item comes.</summary>
    /// <remarks>Items of one partition come in the order of their last write; between partitions no order is promised. What one commit wrote may come together, even beyond the limit.</remarks>
    /// <exception cref="FormatException">The continuation was not made here.</exception>
    Task<Changes> ChangesAsync(Container container, string? since, int limit, CancellationToken ct);

    /// <summary>The continuation behind everything written until now, for whoever wants only what comes.</summary>
    Task<string> NowAsync(Container container, CancellationToken ct);
}
