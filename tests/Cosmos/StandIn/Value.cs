using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HelpdeskMx.Tests.Cosmos.StandIn;

/// <summary>A JSON value as Cosmos DB compares it; undefined where the path leads nowhere.</summary>
public readonly record struct Value(bool IsDefined, JsonNode? Node)
{
    /// <summary>Puts values in the order of the store.</summary>
    public static IComparer<Value> Order { get; } = Comparer<Value>.Create((a, b) => a.CompareTo(b));

    private JsonValueKind Kind => !IsDefined ? JsonValueKind.Undefined : Node?.GetValueKind() ?? JsonValueKind.Null;

    /// <summary>The text, null when it is none.</summary>
    public string? Text => Kind == JsonValueKind.String ? Node!.GetValue<string>() : null;

    /// <summary>A parameter's value.</summary>
    public static Value Of(object? value) => new(true, value as JsonNode ?? JsonValue.Create(value));

    /// <summary>What stands at a path of a row; <c>w</c> is the entry of a list.</summary>
    public static Value At(JsonObject row, string[] path)
    {
        JsonNode? node = path[0] == "w" ? row["w"] : row;
        foreach (var name in path[1..])
        {
            if (node is not JsonObject inner || !inner.TryGetPropertyValue(name, out node)) return new(false, null);
        }
        return new(true, node);
    }

    /// <summary>A path as the indexing policy writes it.</summary>
    public static string Policy(string[] path) => "/" + string.Join('/', path[1..]);

    /// <summary>True where a comparison has an answer.</summary>
    public bool IsComparableWith(Value other) => IsDefined && (Kind == other.Kind || (IsFlag && other.IsFlag));

    /// <summary>Null before flags, flags before numbers, numbers before texts; texts by their UTF-8.</summary>
    public int CompareTo(Value other) => (Rank, other.Rank) switch
    {
        var (a, b) when a != b => a.CompareTo(b),
        (2, _) => (Kind == JsonValueKind.True).CompareTo(other.Kind == JsonValueKind.True),
        (3, _) => Number.CompareTo(other.Number),
        (4, _) => Encoding.UTF8.GetBytes(Text!).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other.Text!)),
        _ => 0,
    };

    private bool IsFlag => Kind is JsonValueKind.True or JsonValueKind.False;

    private double Number => double.Parse(Node!.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);

    private int Rank => Kind switch { JsonValueKind.Undefined => 0, JsonValueKind.Null => 1, JsonValueKind.True or JsonValueKind.False => 2, JsonValueKind.Number => 3, _ => 4 };
}
