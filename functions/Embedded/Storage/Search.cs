using HelpdeskMx.Embedded.Storage.Sqlite;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>Answers a query with words in it.</summary>
/// <remarks>
/// Where few items meet the conditions, their texts are read and the answer is exact in any order. Otherwise the search index finds the
/// words, newest item first:
/// without an order that is the order of the answer; with one, the newest matches are gathered and put in it.
/// </remarks>
internal sealed class Search(DocumentTable table, Query query, IReadOnlyList<string> words, Connection desk, SearchIndex index)
{
    /// <summary>So many of the newest matches are put in an order that was asked for.</summary>
    private const int MostOrdered = 1_000;

    /// <summary>After so many items that hold the words but miss the conditions, a page ends early and its continuation goes on from
    /// there.</summary>
    private const int MostExamined = 4_000;

    private static readonly Ordering newestFirst = new([], "t.row", true);

    public Page Run()
    {
        if (new Planner(table, query).Short(desk) is { } narrow)
        {
            return Read(narrow with { Ordering = query.OrderBy.Count == 0 ? newestFirst : narrow.Ordering }, new TextMatch(desk, table, words));
        }
        if (query.OrderBy.Count == 0) return Newest();
        var rows = Matches(long.MaxValue).Take(MostExamined).Where(m => m.IsWanted).Take(MostOrdered).Select(m => m.Row);
        return Read(new AccessPaths(table, query).Rows($"[{string.Join(',', rows)}]"), new TextMatch(desk, table, []));
    }

    public int Count(int cap)
    {
        if (new Planner(table, query).Short(desk) is not { } narrow) return Matches(long.MaxValue).Where(m => m.IsWanted).Take(cap).Count();
        var text = new TextMatch(desk, table, words);
        return new Walk(table, query, narrow).Places(desk, null, int.MaxValue).Where(p => text.IsIn(p.Row)).Take(cap).Count();
    }

    private Page Read(Access access, TextMatch text)
    {
        var after = Key.Read(query, "", access.Ordering.Columns.Count);
        var places = new Walk(table, query, access).Places(desk, after, int.MaxValue);
        var found = places.Where(p => text.IsIn(p.Row)).Take(query.PageSize + 1).ToList();
        var more = found.Count > query.PageSize;
        if (more) found.RemoveAt(query.PageSize);
        return new Page(Items.Read(desk, table, found), more ? found[^1].Continue(query, "") : null);
    }

    private Page Newest()
    {
        var before = Key.Read(query, "", 0)?.Row ?? long.MaxValue;
        var found = new List<Key>();
        var (examined, last) = (0, before);
        foreach (var (row, isWanted) in Matches(before))
        {
            if (found.Count == query.PageSize || examined++ == MostExamined)
            {
                return new Page(Items.Read(desk, table, found), new Key(last, []).Continue(query, ""));
            }
            last = row;
            if (isWanted) found.Add(new Key(row, []));
        }
        return new Page(Items.Read(desk, table, found), null);
    }

    /// <summary>Items that hold the words that are looked up, newest first, and whether they hold the others too and meet the
    /// conditions.</summary>
    private IEnumerable<(long Row, bool IsWanted)> Matches(long before)
    {
        var rare = index.Rare(words);
        var others = new TextMatch(desk, table, words.Except(rare));
        var tail = new SearchTail(desk, table, index.Followed, new TextMatch(desk, table, words));
        var sql = new SqlText().Add($"SELECT 1 FROM {table.Name} t WHERE t.type = {DocumentTable.Literal(query.Type)}");
        sql.And(table, query.Type, query.Where, []);
        using var wanted = sql.Add(" AND t.row = ").Value(0L).On(desk);
        var row = sql.Parameters;
        foreach (var match in tail.Correct(index.Find(rare, before), before))
        {
            var isWanted = wanted.Bind(row, match).Step();
            wanted.Reset();
            yield return (match, isWanted && others.IsIn(match));
        }
    }
}
