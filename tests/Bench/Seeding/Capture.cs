using HelpdeskMx.Platform;

namespace HelpdeskMx.Bench.Seeding;

/// <summary>An empty store that remembers what it was asked to create, so that the product's own classes say how documents look.</summary>
public sealed class Capture : IDocumentStore
{
    private readonly Dictionary<string, List<(string Partition, Write.Create Item)>> created = Containers.All.ToDictionary(c => c.Name, _ => new List<(string, Write.Create)>());

    /// <summary>What was created in a container, in order.</summary>
    public IReadOnlyList<(string Partition, Write.Create Item)> Of(Container container) => created[container.Name];

    /// <inheritdoc/>
    public Task<Item?> ReadAsync(Container container, string partition, string id, CancellationToken ct) => Task.FromResult<Item?>(null);

    /// <inheritdoc/>
    public Task<Commit> CommitAsync(Container container, string partition, IReadOnlyList<Write> writes, CancellationToken ct)
    {
        created[container.Name].AddRange(writes.Select(w => (partition, (Write.Create)w)));
        return Task.FromResult(new Commit(CommitOutcome.Committed, []));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Item>> ReadManyAsync(Container container, IReadOnlyList<(string Partition, string Id)> keys, CancellationToken ct) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task<Page> QueryAsync(Query query, CancellationToken ct) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task<int> CountAsync(Query query, int atMost, CancellationToken ct) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task<Changes> ChangesAsync(Container container, string? since, int limit, CancellationToken ct) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task<string> NowAsync(Container container, CancellationToken ct) => throw new NotSupportedException();
}
