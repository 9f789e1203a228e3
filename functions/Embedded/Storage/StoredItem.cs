using HelpdeskMx.Embedded.Storage.Sqlite;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>What the file holds of an item besides its body: where it lies, its tag, and what the list table knows of it.</summary>
internal sealed record StoredItem(long Row, long Seq, string Type, ListEntries Lists)
{
    public static StoredItem? Find(Connection connection, DocumentTable table, string partition, string id)
    {
        using var found = connection.Prepare(table.Find).Bind(1, partition).Bind(2, id);
        if (!found.Step()) return null;
        var type = found.Text(2);
        var lists = ListEntries.Stored(type, found.Bytes(3), found.Value(4));
        return new StoredItem(found.Number(0), found.Number(1), type, lists);
    }
}
