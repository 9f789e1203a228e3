namespace HelpdeskMx.Platform;

/// <summary>What a query may ask, in every store.</summary>
public static class QueryRules
{
    /// <summary>Lets a query pass that asks for what is declared, and gives the words it searches for.</summary>
    /// <exception cref="ArgumentException">Says what is wrong with it: a mistake in the program.</exception>
    public static IReadOnlyList<string> Check(Query query)
    {
        CheckConditions(query.Container, query.Where);
        foreach (var order in query.OrderBy)
        {
            if (query.Container.Declared(order.Field).Kind == FieldKind.List)
                throw new ArgumentException($"'{order.Field}' is a list: nothing is ordered by it.");
        }
        if (query.OrderBy.Count > 2) throw new ArgumentException("At most two fields order a query.");
        if (query.PageSize is < 1 or > 1_000) throw new ArgumentException("A page holds 1 to 1,000 items.");
        var words = query.Text is { } text ? SearchText.Words(text) : [];
        if (words.Count > 0 && query.Container.TextField is null)
            throw new ArgumentException($"Nothing is searched in '{query.Container.Name}'. Declare a TextField.");
        return words;
    }

    /// <summary>True when no item can meet the conditions.</summary>
    public static bool FindsNothing(Query query) => query.Where.Any(c => c is Condition.OneOf { Values.Count: 0 });

    /// <summary>The values a condition names.</summary>
    public static IReadOnlyList<object?> ValuesOf(Condition condition)
    {
        switch (condition)
        {
            case Condition.Is(_, var value): return [value];
            case Condition.OneOf(_, var values): return values;
            case Condition.Has(_, var value): return [value];
            case Condition.HasNot(_, var value): return [value];
            case Condition.Between(_, var from, var before): return [from, before];
            default: return [];
        }
    }

    private static void CheckConditions(Container container, IEnumerable<Condition> conditions)
    {
        foreach (var condition in conditions)
        {
            var kind = container.Declared(condition.Field).Kind;
            if ((kind == FieldKind.List) != condition is Condition.Has or Condition.HasNot)
                throw new ArgumentException($"'{condition.Field}' of '{container.Name}': Has and HasNot are for lists, and for lists only.");
            if (ValuesOf(condition).FirstOrDefault(v => v is not null && !Holds(kind, v)) is { } odd)
                throw new ArgumentException($"'{condition.Field}' of '{container.Name}' never holds a {odd.GetType().Name}.");
        }
    }

    private static bool Holds(FieldKind kind, object value) => kind switch
    {
        FieldKind.Number => value is long,
        FieldKind.Flag => value is bool,
        _ => value is string,
    };
}
