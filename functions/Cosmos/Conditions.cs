namespace HelpdeskMx.Cosmos;

/// <summary>Conditions as Cosmos DB's SQL over <c>c</c>.</summary>
internal static class Conditions
{
    /// <summary>Adds <c>WHERE</c> with the type, and <c>AND …</c> for each condition and each word.</summary>
    public static Sql Where(this Sql sql, Query query, IEnumerable<Condition> conditions, IEnumerable<string> words)
    {
        sql.Add($" WHERE c.{Envelope.Type} = ").Value(query.Type);
        var always = Envelope.Always(query.Container, query.Type);
        foreach (var condition in conditions) sql.And(condition, always.Contains(condition.Field));
        foreach (var word in words) sql.Add($" AND EXISTS(SELECT VALUE w FROM w IN c.{Envelope.Words} WHERE STARTSWITH(w, ").Value(word).Add("))");
        return sql;
    }

    /// <param name="sql">Where to.</param>
    /// <param name="condition">What has to hold.</param>
    /// <param name="isAlwaysThere">True when every item of the type has the field, if only as null.</param>
    private static void And(this Sql sql, Condition condition, bool isAlwaysThere)
    {
        var path = Sql.Path(condition.Field);
        switch (condition)
        {
            case Condition.Is(_, null) when !isAlwaysThere:
                sql.Add($" AND (NOT IS_DEFINED({path}) OR IS_NULL({path}))");
                break;
            case Condition.Is(_, var value):
                sql.Add($" AND {path} = ").Value(value);
                break;
            case Condition.OneOf(_, var values):
                sql.Add($" AND {path} IN (");
                for (var i = 0; i < values.Count; i++) sql.Add(i == 0 ? "" : ", ").Value(values[i]);
                sql.Add(")");
                break;
            case Condition.Between(_, var from, var before):
                if (from is not null) sql.Add($" AND {path} >= ").Value(from);
                if (before is not null) sql.Add($" AND {path} < ").Value(before);
                break;
            case Condition.Has(_, var value):
                sql.Add($" AND ARRAY_CONTAINS({path}, ").Value(value).Add(")");
                break;
            case Condition.HasNot(_, var value):
                sql.Add($" AND (NOT IS_DEFINED({path}) OR NOT ARRAY_CONTAINS({path}, ").Value(value).Add("))");
                break;
        }
    }
}
