using HelpdeskMx.Platform;
using Index = HelpdeskMx.Platform.Index;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>Every way to the items of a query: its partition, or else the lists it names and the indexes that begin with what it
/// asks.</summary>
internal sealed class AccessPaths(DocumentTable table, Query query)
{
    /// <summary>Beyond this many stretches, walking one and filtering is cheaper.</summary>
    private const int MostStretches = 32;

    private static readonly IReadOnlyList<object?> anyFlag = [null, 0L, 1L];

    /// <summary>Order fields that can differ between the items found.</summary>
    private readonly IReadOnlyList<Order> order = [.. query.OrderBy.Where(o => !query.Where.Any(c => c is Condition.Is && c.Field == o.Field))];

    private string Type => DocumentTable.Literal(query.Type);

    public IEnumerable<Access> All()
    {
        if (query.Partition is { } partition) return [Partition(partition)];
        var lists = query.Where.OfType<Condition.Has>().Select(List);
        var indexes = table.Container.Indexes.Where(i => i.Type == query.Type).Select(ByIndex).OfType<Access>();
        return lists.Concat(indexes);
    }

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

    private Access List(Condition.Has has)
    {
        var place = new OrderColumn("l.place", false, Nullable: false);
        var inPlace = order.Count == 1 && order[0].Field == table.Container.ListOrder;
        return new Access
        {
            Name = $"list {has.Field}",
            From = $"{table.Name}_list l CROSS JOIN {table.Name} t ON t.row = l.row",
            Stretches = [[("l.type", query.Type), ("l.field", has.Field), ("l.value", has.Value)]],
            Filters = [.. query.Where.Where(c => !ReferenceEquals(c, has))],
            Ordering = inPlace
                ? new Ordering([place with { Descending = order[0].Descending }], "l.row", order[0].Descending)
                : Ordered("l.row", [place]),
            Equalities = 1,
            ServesOrder = inPlace || order.Count == 0,
        };
    }

    private Access? ByIndex(Index index)
    {
        var settled = new List<Condition>();
        var at = 0;
        List<List<(string, object?)>> stretches = [[]];
        for (; at < index.Fields.Length; at++)
        {
            var equality = query.Where.FirstOrDefault(c => c.Field == index.Fields[at] && c is Condition.Is or Condition.OneOf);
            var values = equality is null ? FlagsBefore(index, at) : [.. Conditions.ValuesOf(equality).Distinct()];
            if (values is null || values.Count * stretches.Count > MostStretches) break;
            var column = Conditions.ColumnOf(index.Fields[at]);
            stretches = [.. stretches.SelectMany(s => values.Select(v => new List<(string, object?)>(s) { (column, v) }))];
            if (equality is not null) settled.Add(equality);
        }
        var rest = index.Fields[at..];
        var range = query.Where.Where(c => c is Condition.Between && rest.Length > 0 && c.Field == rest[0]).ToList();
        var served = order.Select(o => o.Field).SequenceEqual(rest.Take(order.Count)) && order.All(o => o.Descending == order[0].Descending);
        if (settled.Count == 0 && range.Count == 0 && !(served && order.Count > 0)) return null;
        return new Access
        {
            Name = table.NameOf(index),
            From = $"{table.Name} t INDEXED BY {table.NameOf(index)}",
            Stretches = stretches,
            Range = range,
            Filters = [.. query.Where.Except(settled).Except(range)],
            Ordering = Ordered("t.row", [.. rest.Select(f => new OrderColumn(Conditions.ColumnOf(f), false))]),
            Equalities = settled.Count,
            ServesOrder = served,
        };
    }

    /// <summary>A flag nobody asked about, standing before what was asked or is ordered by, is walked in all its values.</summary>
    private IReadOnlyList<object?>? FlagsBefore(Index index, int at)
    {
        if (at + 1 >= index.Fields.Length || table.Container.Declared(index.Fields[at]).Kind != FieldKind.Flag) return null;
        if (order.Any(o => o.Field == index.Fields[at])) return null;
        var next = index.Fields[at + 1];
        return (order.Count > 0 && order[0].Field == next) || query.Where.Any(c => c.Field == next) ? anyFlag : null;
    }

    /// <summary>The order asked for, or else the natural one of a way.</summary>
    private Ordering Ordered(string row, IReadOnlyList<OrderColumn> natural)
    {
        if (query.OrderBy.Count == 0) return new Ordering(natural, row, false);
        var columns = query.OrderBy.Select(o => new OrderColumn(Conditions.ColumnOf(o.Field), o.Descending));
        return new Ordering([.. columns], row, query.OrderBy[^1].Descending);
    }
}
