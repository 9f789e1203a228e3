using System.Text.Json;

namespace HelpdeskMx.Intake.Providers;

/// <summary>Reads the small JSON texts that providers put into form fields; what is not there, or not JSON, is empty.</summary>
internal static class Json
{
    /// <summary>How providers' own bodies are read: names without regard to case.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web);

    /// <summary>An object's texts by name.</summary>
    public static IReadOnlyDictionary<string, string> Texts(string? json) => Read(json, Texts) ?? [];

    /// <summary>An object's objects by name, each with its texts.</summary>
    public static IReadOnlyDictionary<string, Dictionary<string, string>> Objects(string? json) =>
        Read(json, root => Properties(root).Where(p => p.Value.ValueKind == JsonValueKind.Object).DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => Texts(p.Value)))
        ?? [];

    /// <summary>The texts in an object's list of that name.</summary>
    public static IReadOnlyList<string> List(string? json, string name) =>
        Read(json, root => Properties(root).Where(p => p.Name == name && p.Value.ValueKind == JsonValueKind.Array).SelectMany(p => p.Value.EnumerateArray())
            .Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!).ToList()) ?? [];

    /// <summary>The pairs of texts in a list of lists, in their order.</summary>
    public static IReadOnlyList<(string Name, string Value)> Pairs(string? json) =>
        Read(json, root => (root.ValueKind == JsonValueKind.Array ? root.EnumerateArray() : default)
            .Where(pair => pair.ValueKind == JsonValueKind.Array && pair.GetArrayLength() == 2 && pair[0].ValueKind == JsonValueKind.String)
            .Select(pair => (pair[0].GetString()!, pair[1].ToString())).ToList()) ?? [];

    private static Dictionary<string, string> Texts(JsonElement value) =>
        Properties(value).Where(p => p.Value.ValueKind == JsonValueKind.String).DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => p.Value.GetString()!);

    private static IEnumerable<JsonProperty> Properties(JsonElement value) => value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : Enumerable.Empty<JsonProperty>();

    private static T? Read<T>(string? json, Func<JsonElement, T> read) where T : class
    {
        if (string.IsNullOrWhiteSpace(json)) return null;
        try
        {
            using var document = JsonDocument.Parse(json);
            return read(document.RootElement);
        }
        catch (JsonException)
        {
            return null; // says something about the mail; the mail is taken without it
        }
    }
}
