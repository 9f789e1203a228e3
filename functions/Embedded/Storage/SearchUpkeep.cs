using HelpdeskMx.Embedded.Storage.Sqlite;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>Brings a container's search index up to a write, inside a transaction of the index's file.</summary>
/// <remarks>The digest of each indexed text is kept, so that an item whose words stay is left alone.</remarks>
internal sealed class SearchUpkeep(Connection connection, DocumentTable table)
{
    private readonly SearchParts parts = new(connection, table);

    /// <summary>Indexes items and remembers up to which write that was.</summary>
    public void Follow(IEnumerable<Words> items, long seq)
    {
        foreach (var item in items) Put(item);
        using var statement = connection.Prepare("INSERT OR REPLACE INTO followed (container, declared, seq) VALUES (?1, ?2, ?3)");
        statement.Bind(1, table.Name).Bind(2, table.Container.TextField).Bind(3, seq).Run();
    }

    /// <summary>Forgets everything, to begin again.</summary>
    public void Clear()
    {
        foreach (var part in parts.UpTo(long.MaxValue)) connection.Execute($"DROP TABLE {part.Name}");
        foreach (var kept in (string[])["part", "indexed", "followed"])
        {
            using var forget = connection.Prepare($"DELETE FROM {kept} WHERE container = ?1").Bind(1, table.Name);
            forget.Run();
        }
    }

    private void Put(Words item)
    {
        if (item.WasSeen && Digest(item.Row) is { } known)
        {
            if (known == item.Digest) return;
            Remove(item.Row);
        }
        if (item.Digest is { } digest) Add(item, digest);
    }

    private long? Digest(long row)
    {
        using var statement = connection.Prepare("SELECT digest FROM indexed WHERE container = ?1 AND row = ?2").Bind(1, table.Name).Bind(2, row);
        return statement.Step() ? statement.Number(0) : null;
    }

    private void Add(Words item, long digest)
    {
        using var insert = connection.Prepare($"INSERT INTO {parts.For(item.Row)} (rowid, text) VALUES (?1, ?2)");
        insert.Bind(1, item.Row).BindText(2, item.Text.Span).Run();
        using var remember = connection.Prepare("INSERT INTO indexed (container, row, digest) VALUES (?1, ?2, ?3)");
        remember.Bind(1, table.Name).Bind(2, item.Row).Bind(3, digest).Run();
    }

    private void Remove(long row)
    {
        using var delete = connection.Prepare($"DELETE FROM {parts.UpTo(row)[0].Name} WHERE rowid = ?1").Bind(1, row);
        delete.Run();
        using var forget = connection.Prepare("DELETE FROM indexed WHERE container = ?1 AND row = ?2").Bind(1, table.Name).Bind(2, row);
        forget.Run();
    }
}
