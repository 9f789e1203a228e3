using HelpdeskMx.Embedded.Storage.Sqlite;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>A checked query, answered within one snapshot.</summary>
internal sealed class DocumentQuery
{
    private readonly DocumentTable table;
    private readonly Query query;
    private readonly ColumnKeeper? columns;
    private readonly IReadOnlyList<string> words;

    /// <param name="table">Where the items lie.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="columns">The columns of that type of item, null where none are kept.</param>
    /// <exception cref="ArgumentException">The query asks for what is not declared.</exception>
    public DocumentQuery(DocumentTable table, Query query, ColumnKeeper? columns)
    {
        words = QueryRules.Check(query);
        (this.table, this.query, this.columns) = (table, query, columns);
    }

    /// <summary>True when the query has words, and so needs the search index.</summary>
    public bool IsSearch => words.Count > 0;

    private bool IsEmpty => QueryRules.FindsNothing(query);

    public Page Run(Connection desk)
    {
        if (IsEmpty) return new Page([], null);
        if (query.Partition is null) columns?.MakeAsync();
        var planner = new Planner(table, query);
        return (planner.Straight is null ? Looked(desk) : null) ?? Walked(desk, planner.Choose(desk));
    }

    public int Count(Connection desk, int cap)
    {
        if (IsEmpty || cap <= 0) return 0;
        if (query.Partition is null) columns?.MakeAsync();
        var planner = new Planner(table, query);
        var access = planner.ForCounting();
        if (access.Filters.Count == 0) return new Walk(table, query, access).Count(desk, cap);
        if (columns is not null && columns.Ask(desk, query, scan => scan.Count(cap), out var count)) return count;
        return new Walk(table, query, planner.Short(desk) ?? access).Count(desk, cap);
    }

    public Page Search(Connection desk, SearchIndex index) => IsEmpty ? new Page([], null) : new Search(table, query, words, desk, index).Run();

    public int CountSearch(Connection desk, SearchIndex index, int cap) =>
        IsEmpty || cap <= 0 ? 0 : new Search(table, query, words, desk, index).Count(cap);

    public IReadOnlyList<string> Explain(Connection desk)
    {
        var planner = new Planner(table, query);
        var isLooked = planner.Straight is null && columns is not null && columns.Ask(desk, query, scan => scan.First(null, 1), out _);
        return isLooked ? ["LOOK THROUGH COLUMNS"] : new Walk(table, query, planner.Choose(desk)).Explain(desk);
    }

    private Page Walked(Connection desk, Access access)
    {
        var way = query.OrderBy.Count == 0 ? access.Name : "";
        var after = Key.Read(query, way, access.Ordering.Columns.Count);
        return Shown(desk, way, [.. new Walk(table, query, access).Places(desk, after, query.PageSize + 1)]);
    }

    /// <summary>The page as the columns find it; null when they cannot tell, or told of something that this snapshot does not show.</summary>
    private Page? Looked(Connection desk)
    {
        var after = Key.Read(query, "", query.OrderBy.Count);
        if (columns is null || !columns.Ask(desk, query, scan => scan.First(after, query.PageSize + 1), out var rows)) return null;
        var access = new AccessPaths(table, query).Rows($"[{string.Join(',', rows)}]") with { Filters = query.Where };
        var places = new Walk(table, query, access).Places(desk, after, query.PageSize + 1).ToList();
        return places.Count == rows.Count ? Shown(desk, "", places) : null;
    }

    private Page Shown(Connection desk, string way, List<Key> places)
    {
        var more = places.Count > query.PageSize;
        if (more) places.RemoveAt(query.PageSize);
        return new Page(Items.Read(desk, table, places), more ? places[^1].Continue(query, way) : null);
    }
}
