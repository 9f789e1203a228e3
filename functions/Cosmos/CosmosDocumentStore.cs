using Microsoft.Extensions.Logging;

namespace HelpdeskMx.Cosmos;

/// <summary>The documents of the desk in Azure Cosmos DB: one request for a point read or a commit, one index walk per page.</summary>
/// <remarks>Requests that are throttled are tried again as <see cref="CosmosServices"/> sets it; what fails after that throws, and is tried again by whoever asked.</remarks>
public sealed class CosmosDocumentStore : IDocumentStore
{
    private readonly Func<string, CosmosContainer> containers;
    private readonly Stamps stamps;
    private readonly Charges charges;

    /// <param name="containers">Opens a container by its name.</param>
    /// <param name="options">What counts as slow and dear.</param>
    /// <param name="clock">Stamps what is created.</param>
    /// <param name="log">Hears of what is slow or dear.</param>
    public CosmosDocumentStore(Func<string, CosmosContainer> containers, CosmosOptions options, TimeProvider clock, ILogger<CosmosDocumentStore> log)
    {
        this.containers = containers;
        stamps = new Stamps(clock);
        charges = new Charges(log, options.Slow, options.Dear);
    }

    /// <inheritdoc/>
    public Task<Item?> ReadAsync(Container container, string partition, string id, CancellationToken ct) => In(container).ItemAsync(partition, id, ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Item>> ReadManyAsync(Container container, IReadOnlyList<(string Partition, string Id)> keys, CancellationToken ct)
    {
        if (keys.Count > 100) throw new ArgumentException("At most 100 items are read at once.", nameof(keys));
        return In(container).ItemsAsync(keys, ct);
    }

    /// <inheritdoc/>
    public async Task<Page> QueryAsync(Query query, CancellationToken ct)
    {
        var words = QueryRules.Check(query);
        return QueryRules.FindsNothing(query) ? new Page([], null) : await new Listing(In(query.Container), query, words).PageAsync(ct);
    }

    /// <inheritdoc/>
    public async Task<int> CountAsync(Query query, int atMost, CancellationToken ct)
    {
        var words = QueryRules.Check(query);
        return QueryRules.FindsNothing(query) || atMost <= 0 ? 0 : await new Listing(In(query.Container), query, words).CountAsync(atMost, ct);
    }

    /// <inheritdoc/>
    public async Task<Commit> CommitAsync(Container container, string partition, IReadOnlyList<Write> writes, CancellationToken ct)
    {
        CommitLimits.Check(partition, writes);
        var prepared = new List<Prepared>(writes.Count);
        foreach (var write in writes)
        {
            if (await PrepareAsync(container, partition, write, ct) is not { } ready) return new(CommitOutcome.Stale, []);
            prepared.Add(ready);
        }
        return await new Committing(containers(container.Name), container.Name, partition, charges).RunAsync(prepared, ct);
    }

    /// <inheritdoc/>
    public Task<Changes> ChangesAsync(Container container, string? since, int limit, CancellationToken ct) =>
        new ChangeReading(containers(container.Name), container.Name, charges).RunAsync(since, limit, ct);

    /// <inheritdoc/>
    public Task<string> NowAsync(Container container, CancellationToken ct) => new ChangeReading(containers(container.Name), container.Name, charges).NowAsync(ct);

    private Reading In(Container container) => new(containers(container.Name), container.Name, charges);

    /// <summary>Null when the write expects a tag that no item can have.</summary>
    private async Task<Prepared?> PrepareAsync(Container container, string partition, Write write, CancellationToken ct)
    {
        byte[] Wrapped(string type, ReadOnlyMemory<byte> body, string stamp) => Envelope.Write(container, partition, write.Id, type, body, stamp);
        switch (write)
        {
            case Write.Create create:
                var born = stamps.Next();
                return new(write, Wrapped(create.Type, create.Body, born), born, null);
            case Write.Replace replace:
                return Tag.Parse(replace.ETag) is { } read ? new(write, Wrapped(replace.Type, replace.Body, read.Stamp), read.Stamp, read.ETag) : null;
            case Write.Upsert upsert:
                var stored = await In(container).ItemAsync(partition, write.Id, ct);
                var stamp = stored is null ? stamps.Next() : Tag.Parse(stored.ETag!)!.Value.Stamp;
                return new(write, Wrapped(upsert.Type, upsert.Body, stamp), stamp, null);
            case Write.Delete { ETag: { } tag }:
                return Tag.Parse(tag) is { } seen ? new(write, null, seen.Stamp, seen.ETag) : null;
            default:
                return new(write, null, "", null);
        }
    }
}
