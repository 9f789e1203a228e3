using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace HelpdeskMx.Cosmos;

/// <summary>An item as Cosmos DB holds it: the declared fields for its indexes, and the body as one string, which comes back byte for byte.</summary>
internal static class Envelope
{
    public const string Id = "id";
    public const string Partition = "pk";
    public const string Type = "type";
    public const string Stamp = "made";
    public const string Fields = "fields";
    public const string Words = "words";
    public const string Body = "body";

    private static readonly JsonWriterOptions plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="ArgumentException">The body is no JSON object.</exception>
    public static byte[] Write(Container container, string partition, string id, string type, ReadOnlyMemory<byte> body, string stamp)
    {
        using var document = Parse(body);
        var bytes = new ArrayBufferWriter<byte>(body.Length + 512);
        using (var json = new Utf8JsonWriter(bytes, plain))
        {
            json.WriteStartObject();
            json.WriteString(Id, id);
            json.WriteString(Partition, partition);
            json.WriteString(Type, type);
            json.WriteString(Stamp, stamp);
            json.WriteStartObject(Fields);
            WriteFields(json, container, type, document.RootElement);
            json.WriteEndObject();
            WriteWords(json, container, document.RootElement);
            json.WriteString(Body, body.Span);
            json.WriteEndObject();
        }
        return bytes.WrittenSpan.ToArray();
    }

    public static Item Read(JsonElement stored) => new(
        stored.GetProperty(Partition).GetString()!,
        stored.GetProperty(Id).GetString()!,
        stored.GetProperty(Type).GetString()!,
        System.Text.Encoding.UTF8.GetBytes(stored.GetProperty(Body).GetString()!),
        new Tag(stored.GetProperty(Stamp).GetString()!, stored.GetProperty("_etag").GetString()!).ToString());

    /// <summary>Fields that every item of a type has, null where the body has none: an item that lacks a path is missing from the composite indexes over it.</summary>
    public static HashSet<string> Always(Container container, string type)
    {
        var always = container.Indexes.Where(i => i.Type == type).SelectMany(i => i.Fields).ToHashSet();
        if (container.ListOrder is { } list && always.Count > 0) always.Add(list);
        if (container.PartitionOrder is { } order) always.Add(order);
        return always;
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document
                : throw new ArgumentException("A document's body must be a JSON object. It begins with something else.", nameof(body));
        }
        catch (JsonException notJson)
        {
            throw new ArgumentException($"A document's body must be a JSON object. {notJson.Message}", nameof(body), notJson);
        }
    }

    private static void WriteFields(Utf8JsonWriter json, Container container, string type, JsonElement body)
    {
        var always = Always(container, type);
        foreach (var field in container.Fields)
        {
            if (body.TryGetProperty(field.Name, out var value) && Holds(field.Kind, value))
            {
                json.WritePropertyName(field.Name);
                if (field.Kind == FieldKind.List) WriteTexts(json, value);
                else value.WriteTo(json);
            }
            else if (always.Contains(field.Name)) json.WriteNull(field.Name);
        }
    }

    private static bool Holds(FieldKind kind, JsonElement value) => (kind, value.ValueKind) switch
    {
        (FieldKind.Text, JsonValueKind.String) => true,
        (FieldKind.Number, JsonValueKind.Number) => value.TryGetInt64(out _),
        (FieldKind.Flag, JsonValueKind.True or JsonValueKind.False) => true,
        (FieldKind.List, JsonValueKind.Array) => true,
        _ => false,
    };

    private static void WriteTexts(Utf8JsonWriter json, JsonElement list)
    {
        json.WriteStartArray();
        foreach (var entry in list.EnumerateArray())
        {
            if (entry.ValueKind == JsonValueKind.String) entry.WriteTo(json);
        }
        json.WriteEndArray();
    }

    private static void WriteWords(Utf8JsonWriter json, Container container, JsonElement body)
    {
        if (container.TextField is not { } text || !body.TryGetProperty(text, out var value) || value.ValueKind != JsonValueKind.String) return;
        json.WriteStartArray(Words);
        foreach (var word in value.GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()) json.WriteStringValue(word);
        json.WriteEndArray();
    }
}
