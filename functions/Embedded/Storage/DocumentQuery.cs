using HelpdeskMx.Embedded.Storage.Sqlite;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>A checked query, answered within one snapshot.</summary>
internal sealed class DocumentQuery
{
    private readonly DocumentTable table;
    private readonly Query query;
    private readonly IReadOnlyList<string> words;

    /// <exception cref="ArgumentException">The query asks for what is not declared.</exception>
    public DocumentQuery(DocumentTable table, Query query)
    {
        words = QueryRules.Check(query);
        (this.table, this.query) = (table, query);
    }

    /// <summary>True when the query has words, and so needs the search index.</summary>
    public bool IsSearch => words.Count > 0;

    private bool IsEmpty => QueryRules.FindsNothing(query);

    public Page Run(Connection desk)
    {
        if (IsEmpty) return new Page([], null);
        var access = new Planner(table, query).Choose(desk);
        var way = query.OrderBy.Count == 0 ? access.Name : "";
        var after = Key.Read(query, way, access.Ordering.Columns.Count);
        var places = new Walk(table, query, access).Places(desk, after, query.PageSize + 1).ToList();
        var more = places.Count > query.PageSize;
        if (more) places.RemoveAt(query.PageSize);
        return new Page(Items.Read(desk, table, places), more ? places[^1].Continue(query, way) : null);
    }

    public int Count(Connection desk, int cap) =>
        IsEmpty || cap <= 0 ? 0 : new Walk(table, query, new Planner(table, query).ForCounting()).Count(desk, cap);

    public Page Search(Connection desk, SearchIndex index) => IsEmpty ? new Page([], null) : new Search(table, query, words, desk, index).Run();

    public int CountSearch(Connection desk, SearchIndex index, int cap) =>
        IsEmpty || cap <= 0 ? 0 : new Search(table, query, words, desk, index).Count(cap);

    public IReadOnlyList<string> Explain(Connection desk) => new Walk(table, query, new Planner(table, query).Choose(desk)).Explain(desk);
}
