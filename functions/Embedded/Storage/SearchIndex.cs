using HelpdeskMx.Embedded.Storage.Sqlite;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>The words of a container's items, in a file of its own: FTS5 in parts, so that neither a search nor the upkeep grows with the archive.</summary>
/// <remarks>
/// Each part holds a span of rows, and one that is full is followed by a new one. A search goes through the parts from the newest and stops when it has found enough,
/// so a word of every item is answered by the newest part alone. The text is folded before it comes here, so the tokenizer must change nothing:
/// <c>ascii</c> parts at spaces and keeps the rest. The digest of each text is kept, so that an item whose words stay is left alone.
/// </remarks>
internal sealed class SearchIndex
{
    /// <summary>The most items of a part: what FTS5 collects to answer the beginning of a word that all of them hold takes two milliseconds.</summary>
    private const int PartSize = 16_384;

    private readonly Connection connection;
    private readonly DocumentTable table;

    /// <summary>Looks at the index as it is now.</summary>
    public SearchIndex(Connection connection, DocumentTable table)
    {
        (this.connection, this.table) = (connection, table);
        using var followed = connection.Prepare("SELECT seq FROM followed WHERE container = ?1 AND declared = ?2");
        Followed = followed.Bind(1, table.Name).Bind(2, table.Container.TextField).Step() ? followed.Number(0) : 0;
    }

    public static Schema Schema { get; } = new(1, (connection, _) => connection.Execute("""
        CREATE TABLE IF NOT EXISTS part (container TEXT NOT NULL, first INTEGER NOT NULL, items INTEGER NOT NULL, PRIMARY KEY (container, first)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS indexed (container TEXT NOT NULL, row INTEGER NOT NULL, digest INTEGER NOT NULL, PRIMARY KEY (container, row)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS followed (container TEXT PRIMARY KEY, declared TEXT NOT NULL, seq INTEGER NOT NULL) WITHOUT ROWID;
        """));

    /// <summary>The write up to which everything is indexed.</summary>
    public long Followed { get; }

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
        foreach (var (first, _) in Parts(long.MaxValue)) connection.Execute($"DROP TABLE {Name(first)}");
        foreach (var kept in (string[])["part", "indexed", "followed"])
        {
            using var forget = connection.Prepare($"DELETE FROM {kept} WHERE container = ?1").Bind(1, table.Name);
            forget.Run();
        }
    }

    /// <summary>Rows, newest first, older than <paramref name="before"/>, whose words begin with all of these.</summary>
    public IEnumerable<long> Find(IReadOnlyList<string> words, long before)
    {
        foreach (var (first, _) in Parts(before - 1))
        {
            using var found = connection.Prepare($"SELECT rowid FROM {Name(first)} WHERE {Name(first)} MATCH ?1 AND rowid < ?2 ORDER BY rowid DESC");
            found.Bind(1, Match(words)).Bind(2, before);
            while (found.Step()) yield return found.Number(0);
        }
    }

    /// <summary>The words worth looking up, rarest first. Those of more than one item in sixteen cost more to collect than to find in the few texts that hold the others.</summary>
    public IReadOnlyList<string> Rare(IReadOnlyList<string> words)
    {
        var parts = Parts(long.MaxValue);
        if (words.Count == 1 || parts.Count < 2) return words;
        var (sample, items) = parts[1];
        var counted = words.Select(word => (Word: word, Items: Count(sample, word, (int)items))).OrderBy(w => w.Items).ToList();
        return [.. counted.Where((w, i) => i == 0 || w.Items < items / 16).Select(w => w.Word)];
    }

    private void Put(Words item)
    {
        if (item.WasSeen && Digest(item.Row) is { } known)
        {
            if (known == item.Digest) return;
            Remove(item.Row);
        }
        if (item.Digest is not { } digest) return;
        using var insert = connection.Prepare($"INSERT INTO {PartFor(item.Row)} (rowid, text) VALUES (?1, ?2)").Bind(1, item.Row).BindText(2, item.Text.Span);
        insert.Run();
        using var remember = connection.Prepare("INSERT INTO indexed (container, row, digest) VALUES (?1, ?2, ?3)");
        remember.Bind(1, table.Name).Bind(2, item.Row).Bind(3, digest).Run();
    }

    private long? Digest(long row)
    {
        using var statement = connection.Prepare("SELECT digest FROM indexed WHERE container = ?1 AND row = ?2").Bind(1, table.Name).Bind(2, row);
        return statement.Step() ? statement.Number(0) : null;
    }

    private void Remove(long row)
    {
        using (var delete = connection.Prepare($"DELETE FROM {Name(Parts(row)[0].First)} WHERE rowid = ?1").Bind(1, row)) delete.Run();
        using var forget = connection.Prepare("DELETE FROM indexed WHERE container = ?1 AND row = ?2").Bind(1, table.Name).Bind(2, row);
        forget.Run();
    }

    private int Count(long part, string word, int cap)
    {
        using var count = connection.Prepare($"SELECT count(*) FROM (SELECT 1 FROM {Name(part)} WHERE {Name(part)} MATCH ?1 LIMIT ?2)").Bind(1, Match([word])).Bind(2, cap);
        return count.Step() ? (int)count.Number(0) : 0;
    }

    private string PartFor(long row)
    {
        using var count = connection.Prepare("""
            UPDATE part SET items = items + 1 WHERE container = ?1 AND first = (SELECT max(first) FROM part WHERE container = ?1 AND first <= ?2)
            RETURNING first, items, (SELECT max(first) FROM part WHERE container = ?1)
            """).Bind(1, table.Name).Bind(2, row);
        if (!count.Step()) return Begin(0);
        var (first, items, newest) = (count.Number(0), count.Number(1), count.Number(2));
        return first == newest && items > PartSize && row > first ? Begin(row) : Name(first);
    }

    private string Begin(long first)
    {
        var name = Name(first);
        connection.Execute($"""
            CREATE VIRTUAL TABLE {name} USING fts5(text, content='', contentless_delete=1, detail=none, tokenize='ascii');
            INSERT INTO {name} ({name}, rank) VALUES ('automerge', 8);
            """);
        using var insert = connection.Prepare("INSERT INTO part (container, first, items) VALUES (?1, ?2, 1)").Bind(1, table.Name).Bind(2, first);
        insert.Run();
        return name;
    }

    /// <summary>The parts that may hold this row or older ones, newest first.</summary>
    private List<(long First, long Items)> Parts(long row)
    {
        using var statement = connection.Prepare("SELECT first, items FROM part WHERE container = ?1 AND first <= ?2 ORDER BY first DESC");
        statement.Bind(1, table.Name).Bind(2, row);
        var parts = new List<(long, long)>();
        while (statement.Step()) parts.Add((statement.Number(0), statement.Number(1)));
        return parts;
    }

    private static string Match(IReadOnlyList<string> words) => string.Join(' ', words.Select(w => $"\"{w}\"*"));

    private string Name(long first) => $"{table.Name}_{first}";
}
