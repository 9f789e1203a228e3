using System.Text;
using HelpdeskMx.Embedded.Storage.Sqlite;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>A statement under construction, its values beside it; a value never becomes text of the statement.</summary>
internal sealed class SqlText
{
    private readonly StringBuilder sql = new(256);
    private readonly List<object?> values = [];

    /// <summary>How many parameters there are; the last one added has this number.</summary>
    public int Parameters => values.Count;

    public SqlText Add(string text)
    {
        sql.Append(text);
        return this;
    }

    /// <summary>Adds a parameter.</summary>
    public SqlText Value(object? value)
    {
        values.Add(value);
        sql.Append('?');
        return this;
    }

    /// <summary>Adds <c>column = value</c>, or <c>IS NULL</c>: both find their place in an index.</summary>
    public SqlText Equal(string column, object? value) => value is null ? Add(column).Add(" IS NULL") : Add(column).Add(" = ").Value(value);

    /// <summary>Lends the prepared statement with its values bound.</summary>
    public Statement On(Connection connection, string prefix = "")
    {
        var statement = connection.Prepare(prefix + sql);
        for (var i = 0; i < values.Count; i++) statement.BindValue(i + 1, values[i]);
        return statement;
    }
}
