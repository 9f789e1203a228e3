using System.Globalization;
using System.Text.Json;

namespace HelpdeskMx.Platform;

/// <summary>Reads JSON whose shape nobody vouches for: what is not there, or of another kind, is null or empty.</summary>
internal static class LooseJson
{
    private static readonly DateTimeOffset Earliest = new(2010, 1, 1, 0, 0, 0, TimeSpan.Zero), Latest = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>What lies below these names, each in the one before.</summary>
    public static JsonElement? At(this JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out json)) return null;
        }
        return json;
    }

    /// <summary>The text there; a number counts as its digits.</summary>
    public static string? Text(this JsonElement json, params ReadOnlySpan<string> path) => json.At(path) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString() is { Length: > 0 } said ? said : null,
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    /// <summary>What is listed there.</summary>
    public static IEnumerable<JsonElement> List(this JsonElement json, params ReadOnlySpan<string> path) =>
        json.At(path) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : Enumerable.Empty<JsonElement>();

    /// <summary>True where it says so.</summary>
    public static bool Is(this JsonElement json, params ReadOnlySpan<string> path) => json.At(path) is { ValueKind: JsonValueKind.True };

    /// <summary>The time there, in seconds or milliseconds since 1970; null for none that can be.</summary>
    public static DateTimeOffset? Time(this JsonElement json, params ReadOnlySpan<string> path)
    {
        const long LeastMilliseconds = 100_000_000_000; // in seconds that is the year 5138
        if (!long.TryParse(json.Text(path), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > Latest.ToUnixTimeMilliseconds()) return null;
        var time = count < LeastMilliseconds ? DateTimeOffset.FromUnixTimeSeconds(count) : DateTimeOffset.FromUnixTimeMilliseconds(count);
        return time >= Earliest && time < Latest ? time : null;
    }
}
