using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace HelpdeskMx.Platform;

/// <summary>Where a page ended, sealed with a digest of its query: another query refuses it.</summary>
public static class Continuation
{
    /// <summary>Seals a place.</summary>
    /// <param name="query">The query the page belongs to.</param>
    /// <param name="way">The way it was walked, where the place means something on that way only.</param>
    /// <param name="place">What the store needs to find the last item again: strings, whole numbers, flags and nulls.</param>
    public static string Write(Query query, string way, IReadOnlyList<object?> place) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes((object?[])[Digest(query, way), .. place]));

    /// <summary>The place that was sealed, null for a query's first page.</summary>
    /// <exception cref="FormatException">The query did not make this continuation.</exception>
    public static object?[]? Read(Query query, string way, int values)
    {
        if (query.Continuation is not { } continuation) return null;
        if (Parse(continuation) is [{ ValueKind: JsonValueKind.String } digest, .. var place] && place.Length == values && digest.GetString() == Digest(query, way))
            return [.. place.Select(Value)];
        throw Foreign();
    }

    /// <summary>What a continuation of another query ends in.</summary>
    public static FormatException Foreign() => new("The continuation belongs to another query. Ask for the first page again.");

    private static JsonElement[]? Parse(string continuation)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement[]>(Base64Url.DecodeFromChars(continuation));
        }
        catch (JsonException notJson)
        {
            throw new FormatException("That is no continuation.", notJson);
        }
    }

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetInt64(),
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        _ => null,
    };

    private static string Digest(Query query, string way)
    {
        var text = new StringBuilder(way);
        foreach (var part in (object?[])[query.Container.Name, query.Type, query.Partition, query.Text]) Append(text, part);
        foreach (var order in query.OrderBy) Append(text, order.Field + order.Descending);
        foreach (var condition in query.Where)
        {
            Append(text, condition.GetType().Name + condition.Field);
            foreach (var value in QueryRules.ValuesOf(condition)) Append(text, value);
        }
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 6));
    }

    private static void Append(StringBuilder text, object? part) =>
        text.Append('\0').Append(part?.GetType().Name).Append('\0').Append(CultureInfo.InvariantCulture, $"{part}");
}
