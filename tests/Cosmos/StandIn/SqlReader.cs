using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HelpdeskMx.Tests.Cosmos.StandIn;

/// <summary>A statement of the SQL the adapter speaks, taken apart; anything else is refused, so that nothing slips through unread.</summary>
public sealed partial class SqlReader
{
    private readonly string[] tokens;
    private readonly IReadOnlyDictionary<string, object?> parameters;
    private int at;

    private SqlReader(string sql, IReadOnlyDictionary<string, object?> parameters)
    {
        tokens = [.. Token().Matches(sql).Select(m => m.Value)];
        this.parameters = parameters;
        if (string.Concat(tokens) != sql.Replace(" ", "")) throw new NotSupportedException($"Not all of this was read: {sql}");
    }

    /// <summary>The statement, ready to run.</summary>
    public static Statement Read(string sql, IReadOnlyDictionary<string, object?> parameters)
    {
        var reader = new SqlReader(sql, parameters);
        var statement = reader.Select();
        return reader.at == reader.tokens.Length ? statement : throw new NotSupportedException($"Something follows: {reader.tokens[reader.at]} in {sql}");
    }

    private Statement Select()
    {
        Expect("SELECT");
        var top = Try("TOP") ? Convert.ToInt32(Parameter(), null) : int.MaxValue;
        List<string[]>? shown = null;
        var isOne = Try("VALUE");
        if (isOne) Expect("1");
        else if (!Try("*"))
        {
            shown = [];
            do shown.Add(Path());
            while (Try(","));
        }
        Expect("FROM");
        Expect("c");
        Expect("WHERE");
        var where = Or();
        List<(string[] Path, bool Descending)> order = [];
        if (Try("ORDER"))
        {
            Expect("BY");
            do order.Add((Path(), Direction()));
            while (Try(","));
        }
        return new(top, isOne, shown, where, order);
    }

    private bool Direction() => Try("DESC") || !(Try("ASC") || true);

    private Expression Or()
    {
        var all = new List<Expression> { And() };
        while (Try("OR")) all.Add(And());
        return all.Count == 1 ? all[0] : new Expression.Any(all);
    }

    private Expression And()
    {
        var all = new List<Expression> { Not() };
        while (Try("AND")) all.Add(Not());
        return all.Count == 1 ? all[0] : new Expression.All(all);
    }

    private Expression Not() => Try("NOT") ? new Expression.Not(Not()) : Comparison();

    private Expression Comparison()
    {
        if (Try("(")) return Closed(Or());
        if (Try("EXISTS")) return Exists();
        foreach (var name in (string[])["IS_DEFINED", "IS_NULL", "ARRAY_CONTAINS", "STARTSWITH"])
        {
            if (Try(name)) return Call(name);
        }
        var path = Path();
        if (Try("IN"))
        {
            Expect("(");
            List<object?> values = [];
            do values.Add(Parameter());
            while (Try(","));
            return Closed(new Expression.Any([.. values.Select(v => new Expression.Compare(path, "=", v))]));
        }
        var comparison = tokens[at++];
        return comparison is "=" or "<" or ">" or "<=" or ">=" ? new Expression.Compare(path, comparison, Parameter()) : throw new NotSupportedException(comparison);
    }

    private Expression Exists()
    {
        foreach (var token in (string[])["(", "SELECT", "VALUE", "w", "FROM", "w", "IN"]) Expect(token);
        var list = Path();
        Expect("WHERE");
        return Closed(new Expression.Exists(list, Or()));
    }

    private Expression Call(string name)
    {
        Expect("(");
        var path = Path();
        return Closed(new Expression.Call(name, path, Try(",") ? Parameter() : null));
    }

    private Expression Closed(Expression inner)
    {
        Expect(")");
        return inner;
    }

    private string[] Path()
    {
        List<string> path = [tokens[at++]];
        if (path[0] is not ("c" or "w")) throw new NotSupportedException($"A path begins with '{path[0]}'.");
        while (at < tokens.Length)
        {
            if (Try(".")) path.Add(tokens[at++]);
            else if (Try("["))
            {
                path.Add(tokens[at++].Trim('"'));
                Expect("]");
            }
            else break;
        }
        return [.. path];
    }

    private object? Parameter() => parameters[tokens[at++]];

    private bool Try(string token)
    {
        if (at >= tokens.Length || tokens[at] != token) return false;
        at++;
        return true;
    }

    private void Expect(string token)
    {
        if (!Try(token)) throw new NotSupportedException($"'{token}' was expected at {at} of: {string.Join(' ', tokens)}");
    }

    [GeneratedRegex("""@?\w+|"\w+"|<=|>=|[.,()\[\]*=<>]""")]
    private static partial Regex Token();
}

/// <summary>What a statement asks for.</summary>
public sealed record Statement(int Top, bool IsOne, IReadOnlyList<string[]>? Shown, Expression Where, IReadOnlyList<(string[] Path, bool Descending)> Order)
{
    /// <summary>The row as the statement shows it.</summary>
    public JsonNode Show(JsonObject row)
    {
        if (IsOne) return 1;
        if (Shown is null) return row.DeepClone();
        return new JsonObject(Shown.Select(path => KeyValuePair.Create(path[^1], Value.At(row, path).Node?.DeepClone())));
    }
}
