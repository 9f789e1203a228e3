using HelpdeskMx.Embedded.Storage.Sqlite;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>The items written since the search index was last brought up to date: what it says of them is old, so their own texts are
/// read.</summary>
internal sealed class SearchTail
{
    /// <summary>So many of the newest writes are read; more wait for the index only while very much is loaded at once.</summary>
    private const int Most = 4_000;

    private readonly HashSet<long> rows = [];
    private readonly List<long> matches = [];

    public SearchTail(Connection connection, DocumentTable table, long followed, TextMatch text)
    {
        using var statement = connection.Prepare($"SELECT row FROM {table.Name} INDEXED BY {table.Name}_seq WHERE seq > ?1 ORDER BY seq DESC LIMIT ?2");
        statement.Bind(1, followed).Bind(2, Most);
        while (statement.Step()) rows.Add(statement.Number(0));
        matches.AddRange(rows.Where(text.IsIn).OrderDescending());
    }

    /// <summary>The index's finds, newest first, without those it is out of date about and with those it does not know.</summary>
    public IEnumerable<long> Correct(IEnumerable<long> finds, long before)
    {
        using var own = matches.Where(m => m < before).GetEnumerator();
        var hasOwn = own.MoveNext();
        foreach (var find in finds)
        {
            for (; hasOwn && own.Current > find; hasOwn = own.MoveNext()) yield return own.Current;
            if (!rows.Contains(find)) yield return find;
        }
        for (; hasOwn; hasOwn = own.MoveNext()) yield return own.Current;
    }
}
