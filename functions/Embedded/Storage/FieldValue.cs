using System.Text;
using System.Text.Json;
using HelpdeskMx.Embedded.Storage.Sqlite;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>A declared field's value: UTF-8 text, a whole number, or nothing.</summary>
internal readonly struct FieldValue
{
    private enum Kind : byte { Nothing, Text, Number }

    private readonly Kind kind;

    private FieldValue(Kind kind, ReadOnlyMemory<byte> text, long number) => (this.kind, Text, Number) = (kind, text, number);

    /// <summary>The text; empty when it is none.</summary>
    public ReadOnlyMemory<byte> Text { get; }

    /// <summary>The number, 1 or 0 for a flag.</summary>
    public long Number { get; }

    /// <summary>Reads the value the reader stands on; text without escapes stays a slice of the body.</summary>
    public static FieldValue Read(ref Utf8JsonReader json, FieldKind declared, ReadOnlyMemory<byte> body) => (declared, json.TokenType) switch
    {
        (FieldKind.Text, JsonTokenType.String) => new(Kind.Text, TextOf(ref json, body), 0),
        (FieldKind.Number, JsonTokenType.Number) when json.TryGetInt64(out var number) => new(Kind.Number, default, number),
        (FieldKind.Flag, JsonTokenType.True) => new(Kind.Number, default, 1),
        (FieldKind.Flag, JsonTokenType.False) => new(Kind.Number, default, 0),
        _ => default,
    };

    /// <summary>Binds the value, NULL for nothing.</summary>
    public void BindTo(Statement statement, int parameter)
    {
        if (kind == Kind.Text) statement.BindText(parameter, Text.Span);
        else if (kind == Kind.Number) statement.Bind(parameter, Number);
        else statement.BindNull(parameter);
    }

    /// <summary>The value as a string, a long, or null.</summary>
    public object? ToObject() => kind switch
    {
        Kind.Text => Encoding.UTF8.GetString(Text.Span),
        Kind.Number => Number,
        _ => null,
    };

    private static ReadOnlyMemory<byte> TextOf(ref Utf8JsonReader json, ReadOnlyMemory<byte> body)
    {
        if (!json.ValueIsEscaped) return body.Slice((int)json.TokenStartIndex + 1, json.ValueSpan.Length);
        var plain = new byte[json.ValueSpan.Length];
        return plain.AsMemory(0, json.CopyString(plain));
    }
}
