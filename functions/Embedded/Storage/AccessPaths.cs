using HelpdeskMx.Platform;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>Every way to the items of a query in SQLite: its partition, or else those that <see cref="Ways"/> finds.</summary>
internal sealed class AccessPaths(DocumentTable table, Query query)
{
    public IEnumerable<Access> All() => query.Partition is { } partition
        ? [Partition(partition)]
        : Ways.To(query).Select(way => way.List is { } has ? List(way, has) : ByIndex(way, way.Index!));

    /// <summary>The way over rows that are already known, as a JSON array.</summary>
    public Access Rows(string rows) => new()
    {
        Name = "rows",
        From = $"json_each j CROSS JOIN {table.Name} t ON t.row = j.value",
        Stretches = [[("j.json", rows)]],
        Filters = [],
        Ordering = Ordered("t.row", []),
    };

    private Access Partition(string partition) => new()
    {
        Name = "partition",
        From = $"{table.Name} t INDEXED BY {table.Name}_key",
        Stretches = [[("t.pk", partition)]],
        Filters = query.Where,
        Ordering = Ordered("t.row", [new OrderColumn("t.id", false, Nullable: false)]),
        Equalities = 1,
        ServesOrder = query.OrderBy.Count == 0,
    };

    private Access List(Way way, Condition.Has has)
    {
        var place = new OrderColumn("l.place", false, Nullable: false);
        var order = query.OrderBy.FirstOrDefault(o => o.Field == table.Container.ListOrder);
        return new Access
        {
            Name = $"list {has.Field}",
            From = $"{table.Name}_list l CROSS JOIN {table.Name} t ON t.row = l.row",
            Stretches = [[("l.type", query.Type), ("l.field", has.Field), ("l.value", has.Value)]],
            Filters = way.Filters,
            Ordering = way.ServesOrder && order.Field is not null
                ? new Ordering([place with { Descending = order.Descending }], "l.row", order.Descending)
                : Ordered("l.row", [place]),
            Equalities = way.Equalities,
            ServesOrder = way.ServesOrder,
        };
    }

    private Access ByIndex(Way way, Platform.Index index) => new()
    {
        Name = table.NameOf(index),
        From = $"{table.Name} t INDEXED BY {table.NameOf(index)}",
        Stretches = [.. way.Stretches.Select(s => s.Select(e => (Conditions.ColumnOf(e.Field), e.Value)).ToList())],
        Range = way.Range,
        Filters = way.Filters,
        Ordering = Ordered("t.row", [.. way.Lies.Select(f => new OrderColumn(Conditions.ColumnOf(f), false))]),
        Equalities = way.Equalities,
        ServesOrder = way.ServesOrder,
    };

    /// <summary>The order asked for, or else the natural one of a way.</summary>
    private Ordering Ordered(string row, IReadOnlyList<OrderColumn> natural)
    {
        if (query.OrderBy.Count == 0) return new Ordering(natural, row, false);
        var columns = query.OrderBy.Select(o => new OrderColumn(Conditions.ColumnOf(o.Field), o.Descending));
        return new Ordering([.. columns], row, query.OrderBy[^1].Descending);
    }
}
