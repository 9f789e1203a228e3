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
