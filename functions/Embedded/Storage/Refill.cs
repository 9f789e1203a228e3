using HelpdeskMx.Embedded.Storage.Sqlite;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>Reads every item of a container again, when its declared fields have changed since the file was written.</summary>
internal static class Refill
{
    public static void Run(Connection connection, DocumentTable table)
    {
        connection.Execute($"DELETE FROM {table.Name}_list; UPDATE {table.Name} SET lists = NULL;");
        var rows = new DocumentRows(connection, table);
        for (var row = 0L; Next(connection, table, row) is var (item, body); row = item.Row)
        {
            rows.Update(item, item.Type, body, ItemValues.Of(table, body), item.Seq);
        }
    }

    private static (StoredItem Item, byte[] Body)? Next(Connection connection, DocumentTable table, long after)
    {
        using var next = connection.Prepare($"SELECT row, seq, type, body FROM {table.Name} WHERE row > ?1 ORDER BY row LIMIT 1").Bind(1, after);
        if (!next.Step()) return null;
        var type = next.Text(2);
        return (new StoredItem(next.Number(0), next.Number(1), type, ListEntries.Stored(type, [], null)), next.Bytes(3).ToArray());
    }
}
