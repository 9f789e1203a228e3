using System.Text.Json.Nodes;

namespace HelpdeskMx.Tests.Cosmos.StandIn;

/// <summary>A condition with Cosmos DB's three endings: true, false, and undefined (null), which is what comparing different kinds gives.</summary>
public abstract record Expression
{
    /// <summary>Asks it of a row.</summary>
    public abstract bool? Holds(JsonObject row);

    /// <summary>Paths it reads, as the indexing policy writes them.</summary>
    public abstract IEnumerable<string> Paths { get; }

    /// <summary>All hold.</summary>
    public sealed record All(IReadOnlyList<Expression> Parts) : Expression
    {
        public override bool? Holds(JsonObject row) => Parts.Select(p => p.Holds(row)).Aggregate((bool?)true, (a, b) => a & b);

        public override IEnumerable<string> Paths => Parts.SelectMany(p => p.Paths);
    }

    /// <summary>One holds.</summary>
    public sealed record Any(IReadOnlyList<Expression> Parts) : Expression
    {
        public override bool? Holds(JsonObject row) => Parts.Select(p => p.Holds(row)).Aggregate((bool?)false, (a, b) => a | b);

        public override IEnumerable<string> Paths => Parts.SelectMany(p => p.Paths);
    }

    /// <summary>It does not hold.</summary>
    public sealed record Not(Expression Part) : Expression
    {
        public override bool? Holds(JsonObject row) => !Part.Holds(row);

        public override IEnumerable<string> Paths => Part.Paths;
    }

    /// <summary>A path against a value.</summary>
    public sealed record Compare(string[] Path, string Operator, object? Right) : Expression
    {
        public override bool? Holds(JsonObject row)
        {
            var (left, right) = (Value.At(row, Path), Value.Of(Right));
            if (!left.IsComparableWith(right)) return null;
            var order = left.CompareTo(right);
            return Operator switch { "=" => order == 0, "<" => order < 0, ">" => order > 0, "<=" => order <= 0, _ => order >= 0 };
        }

        public override IEnumerable<string> Paths => [Value.Policy(Path) + "/?"];
    }

    /// <summary>A function of a path.</summary>
    public sealed record Call(string Name, string[] Path, object? Argument) : Expression
    {
        public override bool? Holds(JsonObject row)
        {
            var value = Value.At(row, Path);
            return Name switch
            {
                "IS_DEFINED" => value.IsDefined,
                "IS_NULL" => value.IsDefined && value.Node is null,
                "STARTSWITH" => value.Text?.StartsWith((string)Argument!, StringComparison.Ordinal),
                "ARRAY_CONTAINS" => (value.Node as JsonArray)?.Any(e => Value.Of(e).CompareTo(Value.Of(Argument)) == 0),
                _ => throw new NotSupportedException(Name),
            };
        }

        public override IEnumerable<string> Paths => Name == "ARRAY_CONTAINS" ? [Value.Policy(Path) + "/[]/?"] : Path[0] == "w" ? [] : [Value.Policy(Path) + "/?"];
    }

    /// <summary>Something in a list meets a condition.</summary>
    public sealed record Exists(string[] List, Expression Condition) : Expression
    {
        public override bool? Holds(JsonObject row) =>
            Value.At(row, List).Node is JsonArray list && list.Any(w => Condition.Holds(new JsonObject { ["w"] = w!.DeepClone() }) is true);

        public override IEnumerable<string> Paths => [Value.Policy(List) + "/[]/?"];
    }
}
