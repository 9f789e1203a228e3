using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>Where a page ended, sealed with a digest of its query: another query refuses it.</summary>
internal static class Continuation
{
    /// <param name="query">The query the page belongs to.</param>
    /// <param name="way">The way it was walked, where the place means something on that way only.</param>
    /// <param name="place">The last item of the page.</param>
    public static string Write(Query query, string way, Key place) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes((object?[])[Digest(query, way), place.Row, .. place.Values]));

    /// <exception cref="FormatException">The query did not make this continuation.</exception>
    public static Key? Read(Query query, string way, int columns)
    {
        if (query.Continuation is not { } continuation) return null;
        if (Parse(continuation) is [{ ValueKind: JsonValueKind.String } digest, { ValueKind: JsonValueKind.Number } row, .. var values]
            && values.Length == columns && digest.GetString() == Digest(query, way) && row.TryGetInt64(out var number))
        {
            return new Key(number, [.. values.Select(Value)]);
        }
        throw new FormatException("The continuation belongs to another query. Ask for the first page again.");
    }

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
            foreach (var value in Conditions.ValuesOf(condition)) Append(text, value);
        }
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 6));
    }

    private static void Append(StringBuilder text, object? part) =>
        text.Append('\0').Append(part?.GetType().Name).Append('\0').Append(CultureInfo.InvariantCulture, $"{part}");
}
