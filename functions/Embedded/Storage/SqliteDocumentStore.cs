using System.Globalization;
using HelpdeskMx.Embedded.Storage.Sqlite;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>The documents of the desk in one SQLite file: Cosmos DB's promises, an fsync behind every commit, one index walk per page.</summary>
public sealed class SqliteDocumentStore : IDocumentStore
{
    private readonly SqliteDatabase database;
    private readonly Dictionary<string, DocumentTable> tables;

    /// <param name="database">A file opened with <see cref="SchemaOf"/> these containers.</param>
    /// <param name="containers">The containers of the file.</param>
    public SqliteDocumentStore(SqliteDatabase database, IEnumerable<Container> containers)
    {
        this.database = database;
        tables = containers.ToDictionary(c => c.Name, c => new DocumentTable(c));
    }

    /// <summary>What a file must look like to hold these containers.</summary>
    public static Schema SchemaOf(IReadOnlyList<Container> containers) =>
        new(DocumentSchema.Version, (connection, _) => DocumentSchema.Prepare(connection, containers.Select(c => new DocumentTable(c))));

    /// <inheritdoc/>
    public Task<Item?> ReadAsync(Container container, string partition, string id, CancellationToken ct)
    {
        var table = TableOf(container);
        return database.ReadAsync(connection => Items.Read(connection, table, partition, id), ct);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Item>> ReadManyAsync(Container container, IReadOnlyList<(string Partition, string Id)> keys, CancellationToken ct)
    {
        if (keys.Count > 100) throw new ArgumentException("At most 100 items are read at once.", nameof(keys));
        var table = TableOf(container);
        return database.ReadAsync<IReadOnlyList<Item>>(
            connection => [.. keys.Select(key => Items.Read(connection, table, key.Partition, key.Id)).OfType<Item>()], ct);
    }

    /// <inheritdoc/>
    public Task<Page> QueryAsync(Query query, CancellationToken ct) => database.ReadAsync(new DocumentQuery(TableOf(query.Container), query).Run, ct);

    /// <inheritdoc/>
    public Task<int> CountAsync(Query query, int atMost, CancellationToken ct)
    {
        var asked = new DocumentQuery(TableOf(query.Container), query);
        return database.ReadAsync(connection => asked.Count(connection, atMost), ct);
    }

    /// <inheritdoc/>
    public Task<Commit> CommitAsync(Container container, string partition, IReadOnlyList<Write> writes, CancellationToken ct)
    {
        CommitLimits.Check(partition, writes);
        return database.WriteAsync(new DocumentCommit(TableOf(container), partition, writes).Run, ct);
    }

    /// <inheritdoc/>
    public async Task<Changes> ChangesAsync(Container container, string? since, int limit, CancellationToken ct)
    {
        var seq = 0L;
        if (since is not null && !long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out seq))
            throw new FormatException("That is no continuation of changes. Read them from the beginning.");
        var table = TableOf(container);
        return await database.ReadAsync(
            connection => new Changes(Items.ReadSince(connection, table, seq, limit, out var last), DocumentCommit.Tag(last)), ct);
    }

    /// <summary>How SQLite answers a query without words, a line a step: for those who tune the declared indexes.</summary>
    public Task<IReadOnlyList<string>> ExplainAsync(Query query, CancellationToken ct) =>
        database.ReadAsync(new DocumentQuery(TableOf(query.Container), query).Explain, ct);

    private DocumentTable TableOf(Container container) => tables.TryGetValue(container.Name, out var table)
        ? table
        : throw new ArgumentException($"There is no container '{container.Name}' in this store.", nameof(container));
}
