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
        Conditions.Check(query.Container, query.Where);
        foreach (var order in query.OrderBy)
        {
            if (query.Container.Declared(order.Field).Kind == FieldKind.List)
                throw new ArgumentException($"'{order.Field}' is a list: nothing is ordered by it.");
        }
        if (query.OrderBy.Count > 2) throw new ArgumentException("At most two fields order a query.");
        if (query.PageSize is < 1 or > 1_000) throw new ArgumentException("A page holds 1 to 1,000 items.");
        words = query.Text is { } text ? SearchText.Words(text) : [];
        if (words.Count > 0 && query.Container.TextField is null)
            throw new ArgumentException($"Nothing is searched in '{query.Container.Name}'. Declare a TextField.");
        (this.table, this.query) = (table, query);
    }

    /// <summary>True when the query has words, and so needs the search index.</summary>
    public bool IsSearch => words.Count > 0;

    private bool IsEmpty => query.Where.Any(c => c is Condition.OneOf { Values.Count: 0 });

    public Page Run(Connection desk)
    {
        if (IsEmpty) return new Page([], null);
        var access = new Planner(table, query).Choose(desk);
        var way = query.OrderBy.Count == 0 ? access.Name : "";
        var after = Continuation.Read(query, way, access.Ordering.Columns.Count);
        var places = new Walk(table, query, access).Places(desk, after, query.PageSize + 1).ToList();
        var more = places.Count > query.PageSize;
        if (more) places.RemoveAt(query.PageSize);
        return new Page(Items.Read(desk, table, places), more ? Continuation.Write(query, way, places[^1]) : null);
    }

    public int Count(Connection desk, int cap) =>
        IsEmpty || cap <= 0 ? 0 : new Walk(table, query, new Planner(table, query).ForCounting()).Count(desk, cap);

    public Page Search(Connection desk, SearchIndex index) => IsEmpty ? new Page([], null) : new Search(table, query, words, desk, index).Run();

    public int CountSearch(Connection desk, SearchIndex index, int cap) =>
        IsEmpty || cap <= 0 ? 0 : new Search(table, query, words, desk, index).Count(cap);

    public IReadOnlyList<string> Explain(Connection desk) => new Walk(table, query, new Planner(table, query).Choose(desk)).Explain(desk);
}
