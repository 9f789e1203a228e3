using HelpdeskMx.Embedded.Storage.Sqlite;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>Finds items by the beginnings of their words, newest first, at a cost that does not grow with how common the words are.</summary>
/// <remarks>
/// Words are indexed by FTS5 in parts: each holds a span of rows, and a part that is full is followed by a new one. A search goes through the parts from the newest
/// and stops when it has found enough, so a word of every item is answered by the newest part alone, and a part's upkeep never grows beyond its size.
/// The text is folded before it comes here, so the tokenizer must change nothing: <c>ascii</c> parts at spaces and keeps the rest.
/// </remarks>
internal static class SearchIndex
{
    private const int PartSize = 65_536;

    public static void Prepare(Connection connection) => connection.Execute("""
        CREATE TABLE IF NOT EXISTS search_part (
            container TEXT NOT NULL, first INTEGER NOT NULL, items INTEGER NOT NULL, PRIMARY KEY (container, first)) WITHOUT ROWID;
        """);

    /// <summary>Adds an item's words.</summary>
    public static void Add(Connection connection, DocumentTable table, long row, ReadOnlySpan<byte> text)
    {
        var part = PartFor(connection, table, row);
        using var insert = connection.Prepare($"INSERT INTO {part} (rowid, text) VALUES (?1, ?2)").Bind(1, row).BindText(2, text);
        insert.Run();
    }

    /// <summary>Takes an item's words out.</summary>
    public static void Remove(Connection connection, DocumentTable table, long row)
    {
        var part = Parts(connection, table, row)[0];
        using var delete = connection.Prepare($"DELETE FROM {Name(table, part)} WHERE rowid = ?1").Bind(1, row);
        delete.Run();
    }

    /// <summary>Rows, newest first, older than <paramref name="before"/>, whose words begin with all of these.</summary>
    public static IEnumerable<long> Find(Connection connection, DocumentTable table, IReadOnlyList<string> words, long before)
    {
        var match = string.Join(' ', words.Select(w => $"\"{w}\"*"));
        foreach (var part in Parts(connection, table, before - 1))
        {
            var name = Name(table, part);
            using var found = connection.Prepare($"SELECT rowid FROM {name} WHERE {name} MATCH ?1 AND rowid < ?2 ORDER BY rowid DESC").Bind(1, match).Bind(2, before);
            while (found.Step()) yield return found.Number(0);
        }
    }

    /// <summary>Forgets everything indexed of a container.</summary>
    public static void Clear(Connection connection, DocumentTable table)
    {
        foreach (var part in Parts(connection, table, long.MaxValue)) connection.Execute($"DROP TABLE {Name(table, part)}");
        using var forget = connection.Prepare("DELETE FROM search_part WHERE container = ?1").Bind(1, table.Name);
        forget.Run();
    }

    private static string PartFor(Connection connection, DocumentTable table, long row)
    {
        using var count = connection.Prepare("""
            UPDATE search_part SET items = items + 1
            WHERE container = ?1 AND first = (SELECT max(first) FROM search_part WHERE container = ?1 AND first <= ?2)
            RETURNING first, items, (SELECT max(first) FROM search_part WHERE container = ?1)
            """).Bind(1, table.Name).Bind(2, row);
        if (!count.Step()) return Begin(connection, table, 0);
        var (first, items, newest) = (count.Number(0), count.Number(1), count.Number(2));
        return first == newest && items > PartSize && row > first ? Begin(connection, table, row) : Name(table, first);
    }

    private static string Begin(Connection connection, DocumentTable table, long first)
    {
        var name = Name(table, first);
        connection.Execute($"CREATE VIRTUAL TABLE {name} USING fts5(text, content='', contentless_delete=1, detail=none, tokenize='ascii')");
        using var insert = connection.Prepare("INSERT INTO search_part (container, first, items) VALUES (?1, ?2, 1)").Bind(1, table.Name).Bind(2, first);
        insert.Run();
        return name;
    }

    /// <summary>The first rows of the parts that may hold this row or older ones, newest first.</summary>
    private static List<long> Parts(Connection connection, DocumentTable table, long row)
    {
        using var statement = connection.Prepare("SELECT first FROM search_part WHERE container = ?1 AND first <= ?2 ORDER BY first DESC");
        statement.Bind(1, table.Name).Bind(2, row);
        var parts = new List<long>();
        while (statement.Step()) parts.Add(statement.Number(0));
        return parts;
    }

    private static string Name(DocumentTable table, long first) => $"{table.Name}_words_{first}";
}
