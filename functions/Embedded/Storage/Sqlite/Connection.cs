using SQLitePCL;

namespace HelpdeskMx.Embedded.Storage.Sqlite;

/// <summary>One connection to a database file with its prepared statements; used by one thread at a time.</summary>
public sealed class Connection : IDisposable
{
    private const int MostStatements = 400;
    private readonly Dictionary<string, Statement> statements = [];
    private readonly sqlite3 handle;

    static Connection()
    {
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0); // its counters are one lock around every allocation
        raw.sqlite3_initialize();
    }

    /// <summary>Opens the file, creating it where there is none, and runs the pragmas.</summary>
    public Connection(string path, string pragmas)
    {
        const int flags = raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX;
        if (raw.sqlite3_open_v2(path, out handle, flags, null) != raw.SQLITE_OK)
        {
            using (handle) throw Failure($"open {path}");
        }
        raw.sqlite3_extended_result_codes(handle, 1);
        Execute(pragmas);
    }

    /// <summary>True between BEGIN and the end of its transaction, however that came.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(handle) == 0;

    /// <summary>Rows changed by the statement that ran last.</summary>
    public int Changed => raw.sqlite3_changes(handle);

    /// <summary>Lends a prepared statement, prepared once for all its later uses.</summary>
    public Statement Prepare(string sql)
    {
        if (statements.Remove(sql, out var known)) return known;
        if (raw.sqlite3_prepare_v2(handle, sql, out var prepared) != raw.SQLITE_OK) throw Failure(sql);
        return new Statement(this, sql, prepared);
    }

    /// <summary>Runs statements, parted by semicolons, that return nothing of interest.</summary>
    public void Execute(string sql)
    {
        if (raw.sqlite3_exec(handle, sql) != raw.SQLITE_OK) throw Failure(sql);
    }

    /// <summary>Runs one prepared statement without parameters.</summary>
    public void Run(string sql)
    {
        using var statement = Prepare(sql);
        statement.Run();
    }

    /// <summary>The first column of the first row as a whole number; 0 when there is none.</summary>
    public long Scalar(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Number(0) : 0;
    }

    /// <summary>Copies the log into the file as far as nobody is in the way.</summary>
    public void Checkpoint()
    {
        var result = raw.sqlite3_wal_checkpoint_v2(handle, null!, raw.SQLITE_CHECKPOINT_PASSIVE, out _, out _);
        if (result is not (raw.SQLITE_OK or raw.SQLITE_BUSY)) throw Failure("checkpoint");
    }

    /// <summary>Pages written to the log since this was last asked.</summary>
    public int TakePagesWritten()
    {
        const int cacheWrite = 9; // SQLITE_DBSTATUS_CACHE_WRITE
        raw.sqlite3_db_status(handle, cacheWrite, out var pages, out _, resetFlg: 1);
        return pages;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Forget();
        handle.Dispose();
    }

    internal Exception Failure(string doing) => SqliteFailure.From(
        raw.sqlite3_extended_errcode(handle), raw.sqlite3_errmsg(handle).utf8_to_string(), doing);

    internal void TakeBack(Statement statement)
    {
        if (statements.Count >= MostStatements) Forget();
        if (!statements.TryAdd(statement.Sql, statement)) statement.Destroy();
    }

    private void Forget()
    {
        foreach (var statement in statements.Values) statement.Destroy();
        statements.Clear();
    }
}
