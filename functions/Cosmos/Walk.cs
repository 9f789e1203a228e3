namespace HelpdeskMx.Cosmos;

/// <summary>A demand on a path that marks where a page begins.</summary>
internal readonly record struct Bound(string Path, string Operator, object? Value);

/// <summary>A walk along an index from one end to the other, so that a page costs what it shows: the stretches to walk, what to ask on the way, and the order items come in.</summary>
/// <param name="Name">What the walk is called in a continuation.</param>
/// <param name="Query">What is looked for.</param>
/// <param name="Words">Words that must all begin some word of the item.</param>
internal sealed record Walk(string Name, Query Query, IReadOnlyList<string> Words)
{
    /// <summary>Equalities on the first paths of the index, one set a stretch.</summary>
    public IReadOnlyList<IReadOnlyList<(string Field, object? Value)>> Stretches { get; init; } = [[]];

    /// <summary>Everything else that must hold.</summary>
    public required IReadOnlyList<Condition> Filters { get; init; }

    /// <summary>Fields by which a stretch lies in order; items equal in all of them follow by their stamps.</summary>
    public IReadOnlyList<string> Lies { get; init; } = [];

    /// <summary>True walks from the far end.</summary>
    public bool Descending { get; init; }

    /// <summary>The walk along a declared index or list.</summary>
    public static Walk Along(Way way, Query query) => new(way.Index is { } index ? string.Join(' ', index.Fields) : $"list {way.List!.Field}", query, [])
    {
        Stretches = way.Stretches,
        Filters = way.List is { } has ? [has, .. way.Filters] : [.. way.Range, .. way.Filters],
        Lies = way.Lies,
        Descending = query.OrderBy.Any(o => o.Descending),
    };

    /// <summary>What lies behind a place (its values in <see cref="Lies"/>, then its stamp), as spans that follow each other: each is a run of equal paths and then one open end.</summary>
    /// <remarks>Cosmos DB sorts null before every value, and no comparison finds it, so it is a span of its own.</remarks>
    public IEnumerable<IReadOnlyList<Bound>> After(IReadOnlyList<object?> place)
    {
        var equal = Lies.Select((field, i) => new Bound(Sql.Path(field), "=", place[i])).ToArray();
        yield return [.. equal, new Bound($"c.{Envelope.Stamp}", Descending ? "<" : ">", place[^1])];
        for (var depth = Lies.Count - 1; depth >= 0; depth--)
        {
            foreach (var beyond in Beyond(Lies[depth], place[depth])) yield return [.. equal[..depth], beyond];
        }
    }

    /// <summary>The statement for one stretch and one span of it.</summary>
    public Sql Select(IReadOnlyList<(string Field, object? Value)> stretch, IReadOnlyList<Bound> span, int limit)
    {
        var sql = new Sql().Add("SELECT TOP ").Value(limit).Add(" * FROM c").Where(Query, Filters, Words);
        foreach (var (field, value) in stretch) sql.Add($" AND {Sql.Path(field)} = ").Value(value);
        foreach (var bound in span) sql.Add($" AND {bound.Path} {bound.Operator} ").Value(bound.Value);
        return sql.Add(" ORDER BY ").Add(string.Join(", ", Order(stretch).Select(path => path + (Descending ? " DESC" : " ASC"))));
    }

    /// <summary>Every path of the composite index, in its order, or Cosmos DB would not use it; the stamp alone has an index of its own.</summary>
    private IEnumerable<string> Order(IReadOnlyList<(string Field, object? Value)> stretch)
    {
        var fields = stretch.Select(s => s.Field).Concat(Lies).Select(Sql.Path).ToList();
        return fields.Count == 0 ? [$"c.{Envelope.Stamp}"] : [$"c.{Envelope.Type}", .. fields, $"c.{Envelope.Stamp}"];
    }

    private IEnumerable<Bound> Beyond(string field, object? value)
    {
        var path = Sql.Path(field);
        if (!Descending) return [value is null ? new(path, ">=", Least(field)) : new(path, ">", value)];
        if (value is null) return [];
        var hasNulls = !Filters.Any(c => c is Condition.Between && c.Field == field);
        return hasNulls ? [new(path, "<", value), new(path, "=", null)] : [new(path, "<", value)];
    }

    /// <summary>What no value of the field lies before.</summary>
    private object Least(string field) => Query.Container.Declared(field).Kind switch
    {
        FieldKind.Number => -9_007_199_254_740_991L,
        FieldKind.Flag => false,
        _ => "",
    };
}
