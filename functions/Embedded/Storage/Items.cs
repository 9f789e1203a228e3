using HelpdeskMx.Embedded.Storage.Sqlite;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>Reads items out of their rows.</summary>
internal static class Items
{
    public static Item? Read(Connection connection, DocumentTable table, string partition, string id)
    {
        using var statement = connection.Prepare(table.Read).Bind(1, partition).Bind(2, id);
        return statement.Step() ? From(statement) : null;
    }

    public static IReadOnlyList<Item> Read(Connection connection, DocumentTable table, IReadOnlyList<Key> places)
    {
        var items = new List<Item>(places.Count);
        using var statement = connection.Prepare(table.ReadRow);
        foreach (var place in places)
        {
            if (statement.Bind(1, place.Row).Step()) items.Add(From(statement));
            statement.Reset();
        }
        return items;
    }

    public static IReadOnlyList<Item> ReadSince(Connection connection, DocumentTable table, long seq, int limit, out long last)
    {
        var items = new List<Item>();
        last = seq;
        using var statement = connection.Prepare(table.ReadSince).Bind(1, seq).Bind(2, limit);
        while (statement.Step())
        {
            items.Add(From(statement));
            last = statement.Number(3);
        }
        return items;
    }

    private static Item From(Statement row) => new(row.Text(0), row.Text(1), row.Text(2), row.Bytes(4).ToArray(), DocumentCommit.Tag(row.Number(3)));
}
