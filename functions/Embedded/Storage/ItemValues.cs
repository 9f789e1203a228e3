using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>What the store must know of a document besides its bytes, read from its top level on the caller's thread so that the writer
/// need not.</summary>
/// <remarks>A hot path: values stay slices of the body where they need no unescaping. A value of another kind than declared counts as
/// missing.</remarks>
internal sealed class ItemValues
{
    private readonly FieldValue[] scalars;
    private HashSet<(string, string)>? lists;

    private ItemValues(int count) => scalars = new FieldValue[count];

    /// <summary>One value per <see cref="DocumentTable.Scalars"/>, in that order.</summary>
    public ReadOnlySpan<FieldValue> Scalars => scalars;

    /// <summary>The values of list fields, each once.</summary>
    public IReadOnlyCollection<(string Field, string Value)> Lists => lists ?? (IReadOnlyCollection<(string, string)>)[];

    /// <summary>The searched words; empty where there are none.</summary>
    public ReadOnlyMemory<byte> Text { get; private set; }

    /// <summary>A digest of <see cref="Text"/> that tells whether it has changed; null where there is none.</summary>
    public long? TextDigest { get; private set; }

    /// <summary>The value by which the item is ordered in its lists; the empty text where it has none.</summary>
    public object ListPlace(DocumentTable table) => table.ListOrderAt < 0 ? "" : scalars[table.ListOrderAt].ToObject() ?? "";

    /// <exception cref="ArgumentException">The body is not a JSON object.</exception>
    public static ItemValues Of(DocumentTable table, ReadOnlyMemory<byte> body)
    {
        var values = new ItemValues(table.Scalars.Count);
        try
        {
            values.Read(table, body);
        }
        catch (JsonException notJson)
        {
            throw new ArgumentException($"A document's body must be a JSON object. {notJson.Message}", nameof(body), notJson);
        }
        return values;
    }

    private void Read(DocumentTable table, ReadOnlyMemory<byte> body)
    {
        var json = new Utf8JsonReader(body.Span);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject) throw new JsonException("It begins with something else.");
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (table.ScalarAt(ref json) is var scalar and >= 0)
            {
                json.Read();
                scalars[scalar] = FieldValue.Read(ref json, table.Scalars[scalar].Kind, body);
            }
            else if (table.ListAt(ref json) is { } list)
            {
                json.Read();
                ReadList(ref json, list);
            }
            else if (table.IsText(ref json))
            {
                json.Read();
                ReadText(ref json, body);
            }
            else
            {
                json.Read();
            }
            json.Skip();
        }
        if (json.Read()) throw new JsonException("Something follows the object.");
    }

    private void ReadList(ref Utf8JsonReader json, string field)
    {
        if (json.TokenType != JsonTokenType.StartArray) return;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType == JsonTokenType.String) (lists ??= []).Add((field, json.GetString()!));
            else json.Skip();
        }
    }

    private void ReadText(ref Utf8JsonReader json, ReadOnlyMemory<byte> body)
    {
        Text = FieldValue.Read(ref json, FieldKind.Text, body).Text;
        if (Text.IsEmpty) return;
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Text.Span, digest);
        TextDigest = BinaryPrimitives.ReadInt64LittleEndian(digest);
    }
}
