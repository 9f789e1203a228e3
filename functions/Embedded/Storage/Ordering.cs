using HelpdeskMx.Platform;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>One column of an order, and what it is called in the statement.</summary>
internal readonly record struct OrderColumn(string Expression, bool Descending, bool Nullable = true);

/// <summary>A demand on a column that marks where a page begins.</summary>
internal readonly record struct Bound(string Expression, string Operator, object? Value);

/// <summary>An item's place in an order: its row, and its values in the columns of the order.</summary>
internal sealed record Key(long Row, IReadOnlyList<object?> Values)
{
    /// <summary>Where the query's last page ended, null for the first page.</summary>
    /// <exception cref="FormatException">The query did not make this continuation.</exception>
    public static Key? Read(Query query, string way, int columns) => Continuation.Read(query, way, columns + 1) switch
    {
        null => null,
        [long row, .. var values] => new Key(row, values),
        _ => throw Continuation.Foreign(),
    };

    /// <summary>The continuation of a page that ends here.</summary>
    public string Continue(Query query, string way) => Continuation.Write(query, way, [Row, .. Values]);
}

/// <summary>An order of items; those equal in every column follow by row, so every item has one place.</summary>
internal sealed record Ordering(IReadOnlyList<OrderColumn> Columns, string Row, bool RowDescending)
{
    /// <summary>What lies behind a place, as spans that follow each other: each is a run of equal columns and then one open end, which an
    /// index serves in one go.</summary>
    /// <remarks>NULL comes first when ascending, as in SQLite; no comparison finds it, so it is a span of its own.</remarks>
    public IEnumerable<IReadOnlyList<Bound>> After(Key place)
    {
        var equal = Columns.Select((column, i) => Equal(column, place.Values[i])).ToArray();
        yield return [.. equal, new Bound(Row, RowDescending ? "<" : ">", place.Row)];
        for (var depth = Columns.Count - 1; depth >= 0; depth--)
        {
            foreach (var beyond in Beyond(Columns[depth], place.Values[depth])) yield return [.. equal[..depth], beyond];
        }
    }

    /// <summary>The order as SQL, by the numbers of the selected columns: the row is the first, the order's columns follow.</summary>
    public string ByNumber() =>
        string.Join(", ", Columns.Select((c, i) => (i + 2) + Direction(c.Descending)).Append("1" + Direction(RowDescending)));

    /// <summary>The order as SQL, by expressions.</summary>
    public string ByExpression() =>
        string.Join(", ", Columns.Select(c => c.Expression + Direction(c.Descending)).Append(Row + Direction(RowDescending)));

    private static string Direction(bool descending) => descending ? " DESC" : "";

    private static Bound Equal(OrderColumn column, object? value) =>
        value is null && column.Nullable ? new(column.Expression, "IS NULL", null) : new(column.Expression, "=", value ?? "");

    private static IEnumerable<Bound> Beyond(OrderColumn column, object? value) => (column.Descending, value) switch
    {
        (false, null) when column.Nullable => [new(column.Expression, "IS NOT NULL", null)],
        (false, _) => [new(column.Expression, ">", value ?? "")],
        (true, null) => [],
        (true, _) when column.Nullable => [new(column.Expression, "<", value), new(column.Expression, "IS NULL", null)],
        (true, _) => [new(column.Expression, "<", value)],
    };
}
