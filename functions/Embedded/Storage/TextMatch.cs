using System.Text;
using HelpdeskMx.Embedded.Storage.Sqlite;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>Looks for words in an item's own text, without the search index: right where there are few items to look at.</summary>
internal sealed class TextMatch(Connection connection, DocumentTable table, IEnumerable<string> words)
{
    private readonly string sql = $"SELECT body FROM {table.Name} WHERE row = ?1 AND words IS NOT NULL";
    private readonly byte[][] starts = [.. words.Select(w => Encoding.UTF8.GetBytes(" " + w))];

    /// <summary>True when every word begins some word of the item's text.</summary>
    public bool IsIn(long row)
    {
        if (starts.Length == 0) return true;
        using var statement = connection.Prepare(sql).Bind(1, row);
        if (!statement.Step()) return false;
        var text = ItemValues.Of(table, statement.Bytes(0).ToArray()).Text.Span;
        foreach (var start in starts)
        {
            if (!text.StartsWith(start.AsSpan(1)) && text.IndexOf(start) < 0) return false;
        }
        return true;
    }
}
