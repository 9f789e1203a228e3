using HelpdeskMx.Embedded.Storage.Sqlite;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>One part of a container's search index: the rows from its first on, up to the next part's first.</summary>
internal readonly record struct SearchPart(string Name, long First, long Items);

/// <summary>The parts of a container's search index, each an FTS5 table.</summary>
/// <remarks>
/// A part that is full is followed by a new one, so neither a search nor the upkeep grows with the archive: a search goes through the
/// parts from the newest and stops
/// when it has found enough. The text is folded before it comes here, so the tokenizer must change nothing: <c>ascii</c> parts at spaces
/// and keeps the rest.
/// </remarks>
internal sealed class SearchParts(Connection connection, DocumentTable table)
{
    /// <summary>The most items of a part: what FTS5 collects to answer the beginning of a word that all of them hold takes two
    /// milliseconds.</summary>
    private const int PartSize = 16_384;

    /// <summary>The parts that may hold this row or older ones, newest first.</summary>
    public List<SearchPart> UpTo(long row)
    {
        using var statement = connection.Prepare("SELECT first, items FROM part WHERE container = ?1 AND first <= ?2 ORDER BY first DESC");
        statement.Bind(1, table.Name).Bind(2, row);
        var parts = new List<SearchPart>();
        while (statement.Step()) parts.Add(new SearchPart(Name(statement.Number(0)), statement.Number(0), statement.Number(1)));
        return parts;
    }

    /// <summary>The name of the part that shall hold this row, which counts it; a new part when the newest is full.</summary>
    public string For(long row)
    {
        using var count = connection.Prepare("""
            UPDATE part SET items = items + 1
            WHERE container = ?1 AND first = (SELECT max(first) FROM part WHERE container = ?1 AND first <= ?2)
            RETURNING first, items, (SELECT max(first) FROM part WHERE container = ?1)
            """).Bind(1, table.Name).Bind(2, row);
        if (!count.Step()) return Begin(0);
        var (first, items, newest) = (count.Number(0), count.Number(1), count.Number(2));
        if (first != newest || items <= PartSize || row <= first) return Name(first);
        Settle(Name(first));
        return Begin(row);
    }

    /// <summary>A full part changes rarely from then on. Merged into one, its runs are looked through in one step instead of ten, and a
    /// rare word is looked for in every part.</summary>
    private void Settle(string name) => connection.Execute($"INSERT INTO {name} ({name}) VALUES ('optimize')");

    private string Begin(long first)
    {
        var name = Name(first);
        connection.Execute($"""
            CREATE VIRTUAL TABLE {name} USING fts5(text, content='', contentless_delete=1, detail=none, tokenize='ascii');
            INSERT INTO {name} ({name}, rank) VALUES ('automerge', 8);
            """);
        using var insert = connection.Prepare("INSERT INTO part (container, first, items) VALUES (?1, ?2, 1)");
        insert.Bind(1, table.Name).Bind(2, first).Run();
        return name;
    }

    private string Name(long first) => $"{table.Name}_{first}";
}
