using HelpdeskMx.Embedded.Storage.Sqlite;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>Finds the items of a container by the beginnings of their words, in a file of its own that follows the desk's.</summary>
internal sealed class SearchIndex
{
    private readonly Connection connection;
    private readonly SearchParts parts;

    /// <summary>Looks at the index as it is now.</summary>
    public SearchIndex(Connection connection, DocumentTable table)
    {
        this.connection = connection;
        parts = new SearchParts(connection, table);
        using var followed = connection.Prepare("SELECT seq FROM followed WHERE container = ?1 AND declared = ?2");
        Followed = followed.Bind(1, table.Name).Bind(2, table.Container.TextField).Step() ? followed.Number(0) : 0;
    }

    /// <summary>What the file must look like.</summary>
    public static Schema Schema { get; } = new(1, (connection, _) => connection.Execute("""
        CREATE TABLE IF NOT EXISTS part (
            container TEXT NOT NULL, first INTEGER NOT NULL, items INTEGER NOT NULL, PRIMARY KEY (container, first)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS indexed (
            container TEXT NOT NULL, row INTEGER NOT NULL, digest INTEGER NOT NULL, PRIMARY KEY (container, row)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS followed (container TEXT PRIMARY KEY, declared TEXT NOT NULL, seq INTEGER NOT NULL) WITHOUT ROWID;
        """));

    /// <summary>The write up to which everything is indexed.</summary>
    public long Followed { get; }

    /// <summary>Rows, newest first, older than <paramref name="before"/>, whose words begin with all of these.</summary>
    public IEnumerable<long> Find(IReadOnlyList<string> words, long before)
    {
        foreach (var part in parts.UpTo(before - 1))
        {
            using var found = connection.Prepare($"SELECT rowid FROM {part.Name} WHERE {part.Name} MATCH ?1 AND rowid < ?2 ORDER BY rowid DESC");
            found.Bind(1, Match(words)).Bind(2, before);
            while (found.Step()) yield return found.Number(0);
        }
    }

    /// <summary>The words worth looking up.</summary>
    /// <remarks>Those of more than one item in sixteen, and single letters, cost more to collect than to find in the few texts that hold
    /// the others. Where one word is so rare that all its texts can be read, as in an address, it is enough.</remarks>
    public IReadOnlyList<string> Rare(IReadOnlyList<string> words)
    {
        var known = parts.UpTo(long.MaxValue);
        if (words.Count == 1 || known.Count < 2) return words;
        var sample = known[1];
        var counted = words.Where(IsMoreThanALetter).Select(word => (Word: word, Items: Count(sample, word))).OrderBy(w => w.Items).ToList();
        if (counted.Count > 0 && counted[0].Items < sample.Items / 2_048) return [counted[0].Word];
        return counted.Count == 0 ? [words[0]] : [.. counted.Where((w, i) => i == 0 || w.Items < sample.Items / 16).Select(w => w.Word)];
    }

    private int Count(SearchPart part, string word)
    {
        using var count = connection.Prepare($"SELECT count(*) FROM (SELECT 1 FROM {part.Name} WHERE {part.Name} MATCH ?1 LIMIT ?2)");
        return count.Bind(1, Match([word])).Bind(2, part.Items).Step() ? (int)count.Number(0) : 0;
    }

    private static bool IsMoreThanALetter(string word) => word.Length > 1 || word[0] > 'z';

    private static string Match(IReadOnlyList<string> words) => string.Join(' ', words.Select(w => $"\"{w}\"*"));
}
