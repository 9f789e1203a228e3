using HelpdeskMx.Embedded.Storage.Sqlite;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>Loads very many items: big transactions, parsed while the one before is written.</summary>
internal sealed class BulkLoad(SqliteDatabase database, DocumentTable table, SearchFollower follower)
{
    private const int BatchSize = 5_000;

    /// <summary>Stores what is not there yet and returns how many items that were.</summary>
    public async Task<long> RunAsync(IAsyncEnumerable<(string Partition, Write.Create Item)> items, CancellationToken ct)
    {
        var stored = 0L;
        var writing = Task.FromResult(0);
        var batch = new List<(string, Write.Create, ItemValues)>(BatchSize);
        await foreach (var (partition, item) in items.WithCancellation(ct))
        {
            batch.Add((partition, item, ItemValues.Of(table, item.Body)));
            if (batch.Count < BatchSize) continue;
            stored += await writing;
            follower.Wake();
            writing = WriteAsync(batch, ct);
            batch = new(BatchSize);
        }
        stored += await writing;
        stored += await WriteAsync(batch, ct);
        await follower.CatchUpAsync(ct);
        return stored;
    }

    private Task<int> WriteAsync(List<(string, Write.Create, ItemValues)> batch, CancellationToken ct) => database.WriteAsync(c => Write(c, batch), ct);

    private int Write(Connection connection, List<(string Partition, Write.Create Item, ItemValues Values)> batch)
    {
        var rows = new DocumentRows(connection, table);
        var seq = Sequence.Take(connection, batch.Count);
        var stored = 0;
        foreach (var (partition, item, values) in batch)
        {
            if (StoredItem.Find(connection, table, partition, item.Id) is not null) continue;
            rows.Insert(partition, item.Id, item.Type, item.Body.Span, values, seq++);
            stored++;
        }
        return stored;
    }
}
