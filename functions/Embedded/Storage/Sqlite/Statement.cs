using System.Text;
using SQLitePCL;

namespace HelpdeskMx.Embedded.Storage.Sqlite;

/// <summary>A prepared statement on loan from its connection; disposing it resets it and hands it back for the next caller.</summary>
/// <remarks>Parameters and columns are numbered as SQLite does: parameters from 1, columns from 0.</remarks>
public sealed class Statement(Connection connection, string sql, sqlite3_stmt handle) : IDisposable
{
    /// <summary>The statement's text.</summary>
    public string Sql { get; } = sql;

    /// <summary>Binds a whole number.</summary>
    public Statement Bind(int parameter, long value) => Bound(raw.sqlite3_bind_int64(handle, parameter, value));

    /// <summary>Binds a string, or NULL.</summary>
    public Statement Bind(int parameter, string? value) =>
        Bound(value is null ? raw.sqlite3_bind_null(handle, parameter) : raw.sqlite3_bind_text(handle, parameter, value));

    /// <summary>Binds UTF-8 text without going through a string.</summary>
    public Statement BindText(int parameter, ReadOnlySpan<byte> utf8) => Bound(raw.sqlite3_bind_text(handle, parameter, utf8));

    /// <summary>Binds bytes.</summary>
    public Statement BindBlob(int parameter, ReadOnlySpan<byte> bytes) => Bound(raw.sqlite3_bind_blob(handle, parameter, bytes));

    /// <summary>Binds NULL.</summary>
    public Statement BindNull(int parameter) => Bound(raw.sqlite3_bind_null(handle, parameter));

    /// <summary>Binds a string, a long, a bool, or NULL.</summary>
    /// <exception cref="ArgumentException">The value is of another kind.</exception>
    public Statement BindValue(int parameter, object? value) => value switch
    {
        null => BindNull(parameter),
        string text => Bind(parameter, text),
        long number => Bind(parameter, number),
        int number => Bind(parameter, number),
        bool flag => Bind(parameter, flag ? 1 : 0),
        _ => throw new ArgumentException($"A value must be a string, a long or a bool, not {value.GetType().Name}.", nameof(value)),
    };

    /// <summary>Moves to the next row; false after the last.</summary>
    public bool Step() => raw.sqlite3_step(handle) switch
    {
        raw.SQLITE_ROW => true,
        raw.SQLITE_DONE => false,
        _ => throw connection.Failure(Sql),
    };

    /// <summary>Runs to the end and makes the statement ready for other parameters.</summary>
    public void Run()
    {
        while (Step()) { }
        Reset();
    }

    /// <summary>Makes the statement ready to run again; parameters stay bound.</summary>
    public void Reset() => raw.sqlite3_reset(handle);

    /// <summary>True when the column is NULL.</summary>
    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    /// <summary>The column as a whole number; 0 for NULL.</summary>
    public long Number(int column) => raw.sqlite3_column_int64(handle, column);

    /// <summary>The column as text; empty for NULL.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(handle, column));

    /// <summary>The column's bytes, valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(handle, column);

    /// <summary>The column as a string, a long, or null.</summary>
    public object? Value(int column) => raw.sqlite3_column_type(handle, column) switch
    {
        raw.SQLITE_NULL => null,
        raw.SQLITE_INTEGER => Number(column),
        _ => Text(column),
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        Reset();
        raw.sqlite3_clear_bindings(handle);
        connection.TakeBack(this);
    }

    internal void Destroy() => handle.Dispose();

    private Statement Bound(int result) => result == raw.SQLITE_OK ? this : throw connection.Failure(Sql);
}
