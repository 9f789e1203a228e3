using System.Text;
using System.Text.Json;
using HelpdeskMx.Platform;
using Index = HelpdeskMx.Platform.Index;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>How a container lies in SQLite: its table, a column per declared field, a partial index per declared index, and the
/// statements that keep them.</summary>
internal sealed class DocumentTable
{
    private readonly byte[][] scalarNames;
    private readonly byte[][] listNames;
    private readonly byte[]? textName;

    public DocumentTable(Container container)
    {
        Container = container;
        Name = container.Name;
        Scalars = [.. container.Fields.Where(f => f.Kind != FieldKind.List)];
        Lists = [.. container.Fields.Where(f => f.Kind == FieldKind.List)];
        scalarNames = [.. Scalars.Select(f => Encoding.UTF8.GetBytes(f.Name))];
        listNames = [.. Lists.Select(f => Encoding.UTF8.GetBytes(f.Name))];
        textName = container.TextField is { } text ? Encoding.UTF8.GetBytes(text) : null;
        var columns = Scalars.Select(f => Column(f.Name)).ToArray();
        ListOrderAt = Scalars.ToList().FindIndex(f => f.Name == container.ListOrder);
        var order = container.ListOrder is { } by ? Column(by) : "NULL";
        Find = $"SELECT row, seq, type, lists, {order} FROM {Name} INDEXED BY {Name}_key WHERE pk = ?1 AND id = ?2";
        Insert = $"INSERT INTO {Name} (row, pk, id, type, {string.Join(", ", Kept(columns))}) VALUES ({Marks(4 + columns.Length + 4)})";
        Update = $"UPDATE {Name} SET {string.Join(", ", Kept(columns).Select(c => $"{c} = ?"))} WHERE row = ?";
        Retype = $"UPDATE {Name} SET type = ?1 WHERE row = ?2";
        Delete = $"DELETE FROM {Name} WHERE row = ?1";
        Read = $"SELECT pk, id, type, seq, body FROM {Name} INDEXED BY {Name}_key WHERE pk = ?1 AND id = ?2";
        ReadRow = $"SELECT pk, id, type, seq, body FROM {Name} WHERE row = ?1";
        ReadSince = $"SELECT pk, id, type, seq, body FROM {Name} INDEXED BY {Name}_seq WHERE seq > ?1 ORDER BY seq LIMIT ?2";
        AddToList = $"INSERT INTO {Name}_list (type, field, value, place, row) VALUES (?1, ?2, ?3, ?4, ?5)";
        TakeFromList = $"DELETE FROM {Name}_list WHERE type = ?1 AND field = ?2 AND value = ?3 AND place = ?4 AND row = ?5";
    }

    public Container Container { get; }

    public string Name { get; }

    /// <summary>Fields with a column of their own.</summary>
    public IReadOnlyList<Field> Scalars { get; }

    /// <summary>Fields whose values lie in the list table.</summary>
    public IReadOnlyList<Field> Lists { get; }

    /// <summary>Which of <see cref="Scalars"/> orders the lists; -1 when none.</summary>
    public int ListOrderAt { get; }

    public string Find { get; }
    public string Insert { get; }
    public string Update { get; }
    public string Retype { get; }
    public string Delete { get; }
    public string Read { get; }
    public string ReadRow { get; }
    public string ReadSince { get; }
    public string AddToList { get; }
    public string TakeFromList { get; }

    /// <summary>Which of <see cref="Scalars"/> the property is that the reader stands on; -1 when none.</summary>
    public int ScalarAt(ref Utf8JsonReader json) => At(scalarNames, ref json);

    /// <summary>The list field the reader stands on, null when it is none.</summary>
    public string? ListAt(ref Utf8JsonReader json) => At(listNames, ref json) is var at and >= 0 ? Lists[at].Name : null;

    /// <summary>True when the reader stands on the searched text.</summary>
    public bool IsText(ref Utf8JsonReader json) => textName is not null && json.ValueTextEquals(textName);

    /// <summary>The column of a declared field.</summary>
    public static string Column(string field) => $"f_{field}";

    /// <summary>The name of a declared index in the file.</summary>
    public string NameOf(Index index) => $"{Name}_by_{index.Type}_{string.Join('_', index.Fields)}";

    /// <summary>A type or a name as SQL text: partial indexes are only found by a query that spells their type out.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''")}'";

    private static int At(byte[][] names, ref Utf8JsonReader json)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (json.ValueTextEquals(names[i])) return i;
        }
        return -1;
    }

    private static IEnumerable<string> Kept(string[] columns) => ["seq", "words", "lists", .. columns, "body"];

    private static string Marks(int count) => string.Join(", ", Enumerable.Repeat("?", count));
}
