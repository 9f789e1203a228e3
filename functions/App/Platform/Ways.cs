namespace HelpdeskMx.Platform;

/// <summary>A declared way to the items of a query that names no partition: an index, or a list the items are in.</summary>
public sealed record Way
{
    /// <summary>The index that is walked; null on the way through a list.</summary>
    public Index? Index { get; init; }

    /// <summary>The list that is walked; null on the way through an index.</summary>
    public Condition.Has? List { get; init; }

    /// <summary>Equalities that mark the walked stretches: one stretch per element, all of them together hold the items.</summary>
    public IReadOnlyList<IReadOnlyList<(string Field, object? Value)>> Stretches { get; init; } = [[]];

    /// <summary>Conditions that narrow a stretch from within its index.</summary>
    public IReadOnlyList<Condition> Range { get; init; } = [];

    /// <summary>Conditions that have to be asked of every item on the way.</summary>
    public required IReadOnlyList<Condition> Filters { get; init; }

    /// <summary>The fields by which a stretch lies in order.</summary>
    public required IReadOnlyList<string> Lies { get; init; }

    /// <summary>How many of the query's equalities this way settles.</summary>
    public int Equalities { get; init; }

    /// <summary>True when every stretch comes in the order asked for.</summary>
    public bool ServesOrder { get; init; }
}

/// <summary>The rule every store keeps: a query that names no partition stands on something declared in <see cref="Containers"/>.</summary>
public static class Ways
{
    /// <summary>Beyond this many stretches, walking one and filtering is cheaper.</summary>
    private const int MostStretches = 32;

    private static readonly IReadOnlyList<object?> anyFlag = [null, false, true];

    /// <summary>Every way to the items of the query: the lists it names and the indexes that begin with what it asks.</summary>
    public static IReadOnlyList<Way> To(Query query)
    {
        var order = Varying(query);
        var lists = query.Where.OfType<Condition.Has>().Select(has => List(query, order, has));
        var indexes = query.Container.Indexes.Where(i => i.Type == query.Type).Select(i => ByIndex(query, order, i)).OfType<Way>();
        return [.. lists, .. indexes];
    }

    /// <summary>What a query ends in that no way leads to.</summary>
    public static ArgumentException Unanswerable(Query query) =>
        new($"No index of '{query.Container.Name}' answers this query on '{query.Type}'. Declare one in Containers.");

    /// <summary>Order fields that can differ between the items found.</summary>
    private static List<Order> Varying(Query query) =>
        [.. query.OrderBy.Where(o => !query.Where.Any(c => c is Condition.Is && c.Field == o.Field))];

    private static Way List(Query query, List<Order> order, Condition.Has has)
    {
        var inPlace = order.Count == 1 && order[0].Field == query.Container.ListOrder;
        return new Way
        {
            List = has,
            Filters = [.. query.Where.Where(c => !ReferenceEquals(c, has))],
            Lies = query.Container.ListOrder is { } place ? [place] : [],
            Equalities = 1,
            ServesOrder = inPlace || order.Count == 0,
        };
    }

    private static Way? ByIndex(Query query, List<Order> order, Index index)
    {
        var settled = new List<Condition>();
        var at = 0;
        List<List<(string, object?)>> stretches = [[]];
        for (; at < index.Fields.Length; at++)
        {
            var field = index.Fields[at];
            var equality = query.Where.FirstOrDefault(c => c.Field == field && c is Condition.Is or Condition.OneOf);
            var values = equality is null ? FlagsBefore(query, order, index, at) : [.. QueryRules.ValuesOf(equality).Distinct()];
            if (values is null || values.Count * stretches.Count > MostStretches) break;
            stretches = [.. stretches.SelectMany(s => values.Select(v => new List<(string, object?)>(s) { (field, v) }))];
            if (equality is not null) settled.Add(equality);
        }
        var rest = index.Fields[at..];
        var range = query.Where.Where(c => c is Condition.Between && rest.Length > 0 && c.Field == rest[0]).ToList();
        var served = order.Select(o => o.Field).SequenceEqual(rest.Take(order.Count)) && order.All(o => o.Descending == order[0].Descending);
        if (settled.Count == 0 && range.Count == 0 && !(served && order.Count > 0)) return null;
        return new Way
        {
            Index = index,
            Stretches = stretches,
            Range = range,
            Filters = [.. query.Where.Except(settled).Except(range)],
            Lies = rest,
            Equalities = settled.Count,
            ServesOrder = served,
        };
    }

    /// <summary>A flag nobody asked about, standing before what was asked or is ordered by, is walked in all its values.</summary>
    private static IReadOnlyList<object?>? FlagsBefore(Query query, List<Order> order, Index index, int at)
    {
        if (at + 1 >= index.Fields.Length || query.Container.Declared(index.Fields[at]).Kind != FieldKind.Flag) return null;
        if (order.Any(o => o.Field == index.Fields[at])) return null;
        var next = index.Fields[at + 1];
        return (order.Count > 0 && order[0].Field == next) || query.Where.Any(c => c.Field == next) ? anyFlag : null;
    }
}
