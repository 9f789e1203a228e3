using HelpdeskMx.Embedded.Storage.Sqlite;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>Walks a way to the items of a query. Only their places are read, mostly from the index alone; bodies are read of what is
/// shown.</summary>
internal sealed class Walk(DocumentTable table, Query query, Access access)
{
    /// <summary>The places of the items behind one, in order, at most so many.</summary>
    public IEnumerable<Key> Places(Connection connection, Key? after, int limit)
    {
        IEnumerable<IReadOnlyList<Bound>> spans = after is null ? [[]] : access.Ordering.After(after);
        foreach (var span in spans)
        {
            if (limit == 0) yield break;
            using var statement = Select(span, limit).On(connection);
            while (statement.Step())
            {
                limit--;
                yield return new Key(statement.Number(0), [.. access.Ordering.Columns.Select((_, i) => statement.Value(i + 1))]);
            }
        }
    }

    /// <summary>Counts the items, but no further than a cap.</summary>
    public int Count(Connection connection, int cap) => Count(connection, cap, access.Filters);

    /// <summary>Counts what lies on the way, wanted or not, but no further than a cap.</summary>
    public int Length(Connection connection, int cap) => Count(connection, cap, []);

    /// <summary>How SQLite would walk it, one line a step.</summary>
    public IReadOnlyList<string> Explain(Connection connection)
    {
        using var statement = Select([], query.PageSize + 1).On(connection, "EXPLAIN QUERY PLAN ");
        var steps = new List<string>();
        while (statement.Step()) steps.Add(statement.Text(3));
        return steps;
    }

    private SqlText Select(IReadOnlyList<Bound> span, int limit)
    {
        var sql = new SqlText();
        var many = access.Stretches.Count > 1;
        for (var i = 0; i < access.Stretches.Count; i++)
        {
            if (many) sql.Add(i == 0 ? "SELECT * FROM (" : ") UNION ALL SELECT * FROM (");
            sql.Add($"SELECT {access.Ordering.Row}");
            foreach (var column in access.Ordering.Columns) sql.Add(", ").Add(column.Expression);
            From(sql, access.Stretches[i], access.Range.Concat(access.Filters), span);
            sql.Add($" ORDER BY {access.Ordering.ByExpression()} LIMIT ").Value(limit);
        }
        return many ? sql.Add($") ORDER BY {access.Ordering.ByNumber()} LIMIT ").Value(limit) : sql;
    }

    private int Count(Connection connection, int cap, IReadOnlyList<Condition> filters)
    {
        var sql = new SqlText().Add("SELECT count(*) FROM (");
        for (var i = 0; i < access.Stretches.Count; i++)
        {
            sql.Add(i == 0 ? "SELECT 1" : " UNION ALL SELECT 1");
            From(sql, access.Stretches[i], access.Range.Concat(filters), []);
        }
        using var statement = sql.Add(" LIMIT ").Value(cap).Add(")").On(connection);
        return statement.Step() ? (int)statement.Number(0) : 0;
    }

    private void From(
        SqlText sql, IReadOnlyList<(string Column, object? Value)> stretch, IEnumerable<Condition> conditions, IReadOnlyList<Bound> span)
    {
        sql.Add($" FROM {access.From} WHERE t.type = {DocumentTable.Literal(query.Type)}");
        foreach (var (column, value) in stretch) sql.Add(" AND ").Equal(column, value);
        sql.And(table, query.Type, conditions, span);
        foreach (var bound in span)
        {
            sql.Add($" AND {bound.Expression} {bound.Operator} ");
            if (bound.Value is not null) sql.Value(bound.Value);
        }
    }
}
