using HelpdeskMx.Embedded.Storage.Sqlite;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>Writes items: the row itself and its list entries.</summary>
internal readonly struct DocumentRows(Connection connection, DocumentTable table)
{
    /// <summary>Stores a new item; its row is the number of this write, so rows lie in the order of creation.</summary>
    public void Insert(string partition, string id, string type, ReadOnlySpan<byte> body, ItemValues values, long seq)
    {
        var lists = EntriesOf(type, values);
        using (var insert = connection.Prepare(table.Insert))
        {
            insert.Bind(1, seq).Bind(2, partition).Bind(3, id).Bind(4, type);
            BindKept(insert, 5, body, values, lists, seq);
            insert.Run();
        }
        ListEntries.Replace(connection, table, seq, null, lists);
    }

    /// <summary>Stores a new reading of an item in its old row.</summary>
    public void Update(StoredItem old, string type, ReadOnlySpan<byte> body, ItemValues values, long seq)
    {
        var lists = EntriesOf(type, values);
        if (old.Type != type)
        {
            using var retype = connection.Prepare(table.Retype).Bind(1, type).Bind(2, old.Row);
            retype.Run();
        }
        using (var update = connection.Prepare(table.Update))
        {
            update.Bind(BindKept(update, 1, body, values, lists, seq), old.Row);
            update.Run();
        }
        ListEntries.Replace(connection, table, old.Row, old.Lists, lists);
    }

    /// <summary>Removes an item.</summary>
    public void Delete(StoredItem old)
    {
        using (var delete = connection.Prepare(table.Delete).Bind(1, old.Row)) delete.Run();
        ListEntries.Replace(connection, table, old.Row, old.Lists, null);
    }

    /// <summary>Binds what changes with every write and returns the next parameter.</summary>
    private static int BindKept(Statement statement, int parameter, ReadOnlySpan<byte> body, ItemValues values, ListEntries lists, long seq)
    {
        statement.Bind(parameter++, seq);
        if (values.TextDigest is { } digest) statement.Bind(parameter++, digest);
        else statement.BindNull(parameter++);
        if (lists.Encode() is { } remembered) statement.BindBlob(parameter++, remembered);
        else statement.BindNull(parameter++);
        foreach (var value in values.Scalars) value.BindTo(statement, parameter++);
        statement.BindBlob(parameter++, body);
        return parameter;
    }

    private ListEntries EntriesOf(string type, ItemValues values) => new(type, values.Lists, values.ListPlace(table));
}
