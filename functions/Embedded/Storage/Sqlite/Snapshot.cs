namespace HelpdeskMx.Embedded.Storage.Sqlite;

/// <summary>A read connection on loan that sees the database as it was when it was first read; dispose it soon, the log cannot shrink
/// below it.</summary>
public sealed class Snapshot : IDisposable
{
    private readonly Action<Connection> giveBack;

    internal Snapshot(Connection connection, Action<Connection> giveBack)
    {
        (Connection, this.giveBack) = (connection, giveBack);
        connection.Run("BEGIN");
    }

    /// <summary>The connection, for reading.</summary>
    public Connection Connection { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Connection.InTransaction) Connection.Run("COMMIT");
        giveBack(Connection);
    }
}
