using System.Text.Json;
using HelpdeskMx.Embedded.Storage.Sqlite;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>An item's rows in the list table: one per value of a list field, each with the item's place in the order of that
/// list.</summary>
/// <remarks>The item's own row remembers the values, so that the rows can be found again without an index of their own. A missing place
/// is the empty text.</remarks>
internal sealed record ListEntries(string Type, IReadOnlyCollection<(string Field, string Value)> Values, object Place)
{
    private static readonly IReadOnlyCollection<(string, string)> none = [];

    /// <summary>The entries a stored row remembers.</summary>
    public static ListEntries Stored(string type, ReadOnlySpan<byte> remembered, object? place) =>
        new(type, remembered.IsEmpty ? none : Decode(remembered), place ?? "");

    /// <summary>What the row remembers; null when there is nothing.</summary>
    public byte[]? Encode()
    {
        if (Values.Count == 0) return null;
        return JsonSerializer.SerializeToUtf8Bytes(Values.SelectMany(v => new[] { v.Field, v.Value }));
    }

    /// <summary>Replaces one item's entries by another's, touching nothing where both are the same.</summary>
    public static void Replace(Connection connection, DocumentTable table, long row, ListEntries? old, ListEntries? now)
    {
        if (old is not null && now is not null && old.IsSameAs(now)) return;
        old?.Run(connection, table.TakeFromList, row);
        now?.Run(connection, table.AddToList, row);
    }

    private bool IsSameAs(ListEntries other) =>
        (Values.Count == 0 && other.Values.Count == 0)
        || (Type == other.Type && Place.Equals(other.Place) && Values.Count == other.Values.Count && Values.All(other.Values.Contains));

    private void Run(Connection connection, string sql, long row)
    {
        if (Values.Count == 0) return;
        using var statement = connection.Prepare(sql);
        foreach (var (field, value) in Values)
        {
            statement.Bind(1, Type).Bind(2, field).Bind(3, value).BindValue(4, Place).Bind(5, row).Run();
        }
    }

    private static List<(string, string)> Decode(ReadOnlySpan<byte> remembered)
    {
        var values = new List<(string, string)>();
        var json = new Utf8JsonReader(remembered);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.String)
        {
            var field = json.GetString()!;
            json.Read();
            values.Add((field, json.GetString()!));
        }
        return values;
    }
}
