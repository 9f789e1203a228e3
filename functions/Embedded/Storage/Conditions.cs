using HelpdeskMx.Platform;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>Conditions as SQL over the container's table, which statements call <c>t</c>.</summary>
internal static class Conditions
{
    /// <summary>Adds <c>AND …</c> for each condition. What a page's beginning already demands of a column is not demanded again, or the
    /// index would be entered at the wrong end.</summary>
    public static void And(this SqlText sql, DocumentTable table, string type, IEnumerable<Condition> conditions, IReadOnlyList<Bound> bounds)
    {
        foreach (var condition in conditions)
        {
            var column = ColumnOf(condition.Field);
            switch (condition)
            {
                case Condition.Is(_, var value):
                    sql.Add(" AND ").Equal(column, value);
                    break;
                case Condition.OneOf(_, var values):
                    OneOf(sql, column, values);
                    break;
                case Condition.Between(_, var from, var before):
                    if (from is not null && !bounds.Any(b => b.Expression == column && b.Operator is "=" or ">"))
                        sql.Add($" AND {column} >= ").Value(from);
                    if (before is not null && !bounds.Any(b => b.Expression == column && b.Operator is "=" or "<"))
                        sql.Add($" AND {column} < ").Value(before);
                    break;
                case Condition.Has(var field, var value):
                    InList(sql.Add(" AND EXISTS "), table, type, field, value);
                    break;
                case Condition.HasNot(var field, var value):
                    InList(sql.Add(" AND NOT EXISTS "), table, type, field, value);
                    break;
            }
        }
    }

    public static string ColumnOf(string field) => $"t.{DocumentTable.Column(field)}";

    /// <summary>Refuses conditions that name no declared field, or ask it for what it cannot hold.</summary>
    /// <exception cref="ArgumentException">Says which.</exception>
    public static void Check(Container container, IEnumerable<Condition> conditions)
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

    private static bool Holds(FieldKind kind, object value) => kind switch
    {
        FieldKind.Number => value is long,
        FieldKind.Flag => value is bool,
        _ => value is string,
    };

    private static void OneOf(SqlText sql, string column, IReadOnlyList<object> values)
    {
        sql.Add($" AND {column} IN (");
        for (var i = 0; i < values.Count; i++) sql.Add(i == 0 ? "" : ", ").Value(values[i]);
        sql.Add(")");
    }

    /// <summary>The whole key of the list entry is known, so this is one look into the list table.</summary>
    private static void InList(SqlText sql, DocumentTable table, string type, string field, string value)
    {
        var place = table.Container.ListOrder is { } order ? $"coalesce({ColumnOf(order)}, '')" : "''";
        sql.Add($"(SELECT 1 FROM {table.Name}_list x WHERE x.type = {DocumentTable.Literal(type)} AND x.field = ").Value(field)
            .Add(" AND x.value = ").Value(value).Add($" AND x.place = {place} AND x.row = t.row)");
    }
}
