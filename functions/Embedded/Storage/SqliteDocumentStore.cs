using System.Globalization;
using HelpdeskMx.Embedded.Storage.Sqlite;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>The documents of the desk in one SQLite file: Cosmos DB's promises, an fsync behind every commit, one index walk per page. A
/// second file holds the words for searching.</summary>
public sealed class SqliteDocumentStore : IDocumentStore, IAsyncDisposable
{
    private readonly SqliteDatabase desk;
    private readonly SqliteDatabase search;
    private readonly Dictionary<string, DocumentTable> tables;
    private readonly SearchFollower follower;
    private readonly Dictionary<(string Container, string Type), ColumnKeeper> columns;

    /// <param name="desk">A file opened with <see cref="SchemaOf"/> these containers.</param>
    /// <param name="search">A file opened with <see cref="SearchSchema"/>. It can be made again from the desk's.</param>
    /// <param name="containers">The containers of the file.</param>
    /// <param name="clock">Paces the search index.</param>
    /// <param name="log">Hears of what fails in the background.</param>
    public SqliteDocumentStore(
        SqliteDatabase desk, SqliteDatabase search, IEnumerable<Container> containers, TimeProvider clock, ILogger<SqliteDocumentStore> log)
    {
        (this.desk, this.search) = (desk, search);
        tables = containers.ToDictionary(c => c.Name, c => new DocumentTable(c));
        follower = new SearchFollower(desk, search, tables.Values, clock, log);
        // Of types with such indexes, lists are narrowed.
        var narrowed = tables.Values.SelectMany(t => t.Container.Indexes.Where(i => i.Fields.Length > 1).Select(i => (Table: t, i.Type))).Distinct();
        columns = narrowed.ToDictionary(n => (n.Table.Name, n.Type), n => new ColumnKeeper(desk, n.Table, n.Type, log));
    }

    /// <summary>What a file must look like to hold words for searching.</summary>
    public static Schema SearchSchema => SearchIndex.Schema;

    /// <summary>What a file must look like to hold these containers.</summary>
    public static Schema SchemaOf(IReadOnlyList<Container> containers) =>
        new(DocumentSchema.Version, (connection, _) => DocumentSchema.Prepare(connection, containers.Select(c => new DocumentTable(c))));

    /// <inheritdoc/>
    public Task<Item?> ReadAsync(Container container, string partition, string id, CancellationToken ct)
    {
        var table = TableOf(container);
        return desk.ReadAsync(connection => Items.Read(connection, table, partition, id), ct);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Item>> ReadManyAsync(Container container, IReadOnlyList<(string Partition, string Id)> keys, CancellationToken ct)
    {
        if (keys.Count > 100) throw new ArgumentException("At most 100 items are read at once.", nameof(keys));
        var table = TableOf(container);
        return desk.ReadAsync<IReadOnlyList<Item>>(
            connection => [.. keys.Select(key => Items.Read(connection, table, key.Partition, key.Id)).OfType<Item>()], ct);
    }

    /// <inheritdoc/>
    public Task<Page> QueryAsync(Query query, CancellationToken ct)
    {
        var asked = Asked(query);
        return asked.IsSearch ? SearchAsync(query.Container, asked.Search, ct) : desk.ReadAsync(asked.Run, ct);
    }

    /// <inheritdoc/>
    public Task<int> CountAsync(Query query, int atMost, CancellationToken ct)
    {
        var asked = Asked(query);
        return asked.IsSearch
            ? SearchAsync(query.Container, (d, index) => asked.CountSearch(d, index, atMost), ct)
            : desk.ReadAsync(d => asked.Count(d, atMost), ct);
    }

    /// <inheritdoc/>
    public async Task<Commit> CommitAsync(Container container, string partition, IReadOnlyList<Write> writes, CancellationToken ct)
    {
        CommitLimits.Check(partition, writes);
        var asked = new DocumentCommit(TableOf(container), partition, writes);
        var commit = await desk.WriteAsync(asked.Run, ct);
        if (!commit.IsCommitted) return commit;
        foreach (var kept in ColumnsOf(container)) kept.Note(asked.Written);
        if (container.TextField is not null) follower.Wake();
        return commit;
    }

    /// <inheritdoc/>
    public async Task<Changes> ChangesAsync(Container container, string? since, int limit, CancellationToken ct)
    {
        var seq = 0L;
        if (since is not null && !long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out seq))
            throw new FormatException("That is no continuation of changes. Read them from the beginning.");
        var table = TableOf(container);
        return await desk.ReadAsync(connection => seq <= Sequence.Last(connection)
            ? new Changes(Items.ReadSince(connection, table, seq, limit, out var last), DocumentCommit.Tag(last))
            : throw new FormatException("That continuation is of a newer desk than this, which was restored from a backup. Read from the beginning."), ct);
    }

    /// <inheritdoc/>
    public Task<string> NowAsync(Container container, CancellationToken ct) => desk.ReadAsync(connection => DocumentCommit.Tag(Sequence.Last(connection)), ct);

    /// <summary>Loads very many items, such as an archive, much faster than commits would; items that are there already are left
    /// alone.</summary>
    /// <returns>How many were stored.</returns>
    public async Task<long> LoadAsync(Container container, IAsyncEnumerable<(string Partition, Write.Create Item)> items, CancellationToken ct)
    {
        try
        {
            return await new BulkLoad(desk, TableOf(container), follower).RunAsync(items, ct);
        }
        finally
        {
            foreach (var kept in ColumnsOf(container)) kept.Forget();
        }
    }

    /// <summary>Brings into memory what the lists of a container are narrowed and ordered by, which otherwise waits for the first list.</summary>
    public Task KeepColumnsAsync(Container container) => Task.WhenAll(ColumnsOf(container).Select(kept => kept.MakeAsync()));

    /// <summary>How SQLite answers a query without words, a line a step: for those who tune the declared indexes.</summary>
    public Task<IReadOnlyList<string>> ExplainAsync(Query query, CancellationToken ct) =>
        desk.ReadAsync(Asked(query).Explain, ct);

    /// <summary>Stops the work in the background; the files stay open.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var kept in columns.Values) await kept.DisposeAsync();
        await follower.DisposeAsync();
    }

    /// <summary>Reads from both files. The index is looked at first, so all it lacks is in the desk's snapshot.</summary>
    private async Task<T> SearchAsync<T>(Container container, Func<Connection, SearchIndex, T> work, CancellationToken ct)
    {
        using var snapshot = await search.SnapshotAsync(ct);
        var index = new SearchIndex(snapshot.Connection, TableOf(container));
        return await desk.ReadAsync(connection => work(connection, index), ct);
    }

    private DocumentQuery Asked(Query query) => new(TableOf(query.Container), query, columns.GetValueOrDefault((query.Container.Name, query.Type)));

    private IEnumerable<ColumnKeeper> ColumnsOf(Container container) => columns.Where(c => c.Key.Container == container.Name).Select(c => c.Value);

    private DocumentTable TableOf(Container container) => tables.TryGetValue(container.Name, out var table)
        ? table
        : throw new ArgumentException($"There is no container '{container.Name}' in this store.", nameof(container));
}
