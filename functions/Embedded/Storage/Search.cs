using HelpdeskMx.Embedded.Storage.Sqlite;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>Answers a query with words in it.</summary>
/// <remarks>
/// Where few items meet the conditions, their texts are read and the answer is exact in any order. Otherwise the search index finds the words, newest item first:
/// without an order that is the order of the answer; with one, the newest matches are gathered and put in it.
/// </remarks>
internal sealed class Search(DocumentTable table, Query query, IReadOnlyList<string> words)
{
    /// <summary>So many of the newest matches are put in an order that was asked for.</summary>
    private const int MostOrdered = 1_000;

    /// <summary>After so many items that hold the words but miss the conditions, a page ends early and its continuation goes on from there.</summary>
    private const int MostExamined = 10_000;

    private static readonly Ordering newestFirst = new([], "t.row", true);

    public Page Run(Connection connection)
    {
        if (new Planner(table, query).Short(connection) is { } narrow)
        {
            return Read(connection, narrow with { Ordering = query.OrderBy.Count == 0 ? newestFirst : narrow.Ordering }, holdingWords: false);
        }
        if (query.OrderBy.Count == 0) return Newest(connection);
        var rows = Matches(connection, long.MaxValue).Take(MostExamined).Where(m => m.IsWanted).Take(MostOrdered).Select(m => m.Row);
        return Read(connection, new AccessPaths(table, query).Rows($"[{string.Join(',', rows)}]"), holdingWords: true);
    }

    public int Count(Connection connection, int cap)
    {
        if (new Planner(table, query).Short(connection) is not { } narrow) return Matches(connection, long.MaxValue).Where(m => m.IsWanted).Take(cap).Count();
        return new Walk(table, query, narrow).Places(connection, null, int.MaxValue).Where(new TextMatch(connection, table, words).IsIn).Take(cap).Count();
    }

    private Page Read(Connection connection, Access access, bool holdingWords)
    {
        var after = Continuation.Read(query, "", access.Ordering.Columns.Count);
        var places = new Walk(table, query, access).Places(connection, after, int.MaxValue);
        if (!holdingWords) places = places.Where(new TextMatch(connection, table, words).IsIn);
        var found = places.Take(query.PageSize + 1).ToList();
        var more = found.Count > query.PageSize;
        if (more) found.RemoveAt(query.PageSize);
        return new Page(Items.Read(connection, table, found), more ? Continuation.Write(query, "", found[^1]) : null);
    }

    private Page Newest(Connection connection)
    {
        var before = Continuation.Read(query, "", 0)?.Row ?? long.MaxValue;
        var found = new List<Key>();
        var (examined, last) = (0, before);
        foreach (var (row, isWanted) in Matches(connection, before))
        {
            if (found.Count == query.PageSize || examined++ == MostExamined)
            {
                return new Page(Items.Read(connection, table, found), Continuation.Write(query, "", new Key(last, [])));
            }
            last = row;
            if (isWanted) found.Add(new Key(row, []));
        }
        return new Page(Items.Read(connection, table, found), null);
    }

    /// <summary>Items that hold the words, newest first, and whether they meet the conditions.</summary>
    private IEnumerable<(long Row, bool IsWanted)> Matches(Connection connection, long before)
    {
        var sql = new SqlText().Add($"SELECT 1 FROM {table.Name} t WHERE t.type = {DocumentTable.Literal(query.Type)}");
        sql.And(table, query.Type, query.Where, []);
        using var wanted = sql.Add(" AND t.row = ").Value(0L).On(connection);
        var row = sql.Parameters;
        foreach (var match in SearchIndex.Find(connection, table, words, before))
        {
            yield return (match, wanted.Bind(row, match).Step());
            wanted.Reset();
        }
    }
}
