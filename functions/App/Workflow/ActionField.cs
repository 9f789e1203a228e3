using System.Globalization;
using System.Text.Json.Serialization;

namespace HelpdeskMx.Workflow;

/// <summary>What an action's field takes.</summary>
public enum ActionFieldType { Text, Choice, Number, Date }

/// <summary>One of the answers a choice offers.</summary>
public sealed record Choice([property: JsonRequired] string Key, [property: JsonRequired] IReadOnlyDictionary<string, string> Names);

/// <summary>Something an action asks before it runs; the answer is kept on the ticket and in the audit trail.</summary>
public sealed record ActionField([property: JsonRequired] string Key, [property: JsonRequired] ActionFieldType Type, bool Required, [property: JsonRequired] IReadOnlyDictionary<string, string> Names)
{
    /// <summary>What a choice offers; empty for every other type.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>True if this answer will do.</summary>
    public bool Takes(string answer) => answer.Length == 0 ? !Required : Type switch
    {
        ActionFieldType.Number => decimal.TryParse(answer, NumberStyles.Number, CultureInfo.InvariantCulture, out _),
        ActionFieldType.Date => DateOnly.TryParseExact(answer, "yyyy-MM-dd", out _),
        ActionFieldType.Choice => Choices.Any(c => c.Key == answer),
        _ => answer.Length <= 4000,
    };
}
