using Microsoft.Extensions.Logging;

namespace HelpdeskMx.Embedded.Storage.Sqlite;

/// <summary>What a database file must look like for this program.</summary>
/// <param name="Version">Rises whenever an older program could no longer read the file.</param>
/// <param name="Prepare">Creates or completes the tables, in one transaction at every start; is given the version found, 0 in a new
/// file.</param>
public sealed record Schema(int Version, Action<Connection, int> Prepare);

/// <summary>How much memory and how many readers a database may have.</summary>
/// <param name="WriterCacheMb">Pages the writer keeps in memory.</param>
/// <param name="ReaderCacheMb">Pages each reader keeps in memory.</param>
/// <param name="Readers">Reads that may run at once.</param>
/// <param name="MostLogPages">Written pages after which the log is copied into the file.</param>
/// <param name="CanBeMadeAgain">True for a file whose newest writes may be lost in a power cut, whole transactions at a time; it is
/// spared the fsyncs.</param>
public sealed record Sizing(int WriterCacheMb = 32, int ReaderCacheMb = 4, int Readers = 4, int MostLogPages = 4_000, bool CanBeMadeAgain = false);

/// <summary>A SQLite file: what is written is durable when the task completes, what is read afterwards sees it, and waiting writes share
/// one fsync.</summary>
public sealed class SqliteDatabase : IDisposable
{
    private readonly string path;
    private readonly Sizing sizing;
    private readonly Connection writing;
    private readonly GroupWriter writer;
    private readonly ReadPool readers;
    private readonly Checkpointer checkpointer;

    /// <summary>Opens the file, creating it where there is none.</summary>
    /// <exception cref="InvalidOperationException">The file was written by a newer program.</exception>
    public SqliteDatabase(string path, Schema schema, ILogger<SqliteDatabase> log, Sizing? sizing = null)
    {
        this.path = path;
        this.sizing = sizing ?? new Sizing();
        writing = Open(this.sizing.WriterCacheMb);
        try
        {
            Agree(schema);
        }
        catch
        {
            writing.Dispose();
            throw;
        }
        readers = new ReadPool(this.sizing.Readers, () => Open(this.sizing.ReaderCacheMb));
        checkpointer = new Checkpointer(() => Open(1), log, this.sizing.MostLogPages);
        writer = new GroupWriter(writing, Path.GetFileName(path), checkpointer.Check);
    }

    /// <summary>Runs work inside a write transaction, alone on the database; returns when it is on disk.</summary>
    /// <remarks>Work that throws is undone and fails alone. It may be run twice, so it must have no effect outside the database.</remarks>
    /// <exception cref="StorageFullException">There is no room.</exception>
    public Task<T> WriteAsync<T>(Func<Connection, T> work, CancellationToken ct) => writer.RunAsync(work, ct);

    /// <summary>Runs work within one snapshot that holds every write completed before.</summary>
    public async Task<T> ReadAsync<T>(Func<Connection, T> work, CancellationToken ct)
    {
        using var snapshot = await readers.TakeAsync(ct);
        return work(snapshot.Connection);
    }

    /// <summary>A snapshot to read from more than once.</summary>
    public Task<Snapshot> SnapshotAsync(CancellationToken ct) => readers.TakeAsync(ct);

    /// <summary>Finishes waiting writes and closes the file, log folded in.</summary>
    public void Dispose()
    {
        writer.Dispose();
        checkpointer.Dispose();
        readers.Dispose();
        writing.Dispose();
    }

    private Connection Open(int cacheMb) => new(path, $"""
        PRAGMA page_size = 8192;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = {(sizing.CanBeMadeAgain ? "NORMAL" : "FULL")};
        PRAGMA busy_timeout = 10000;
        PRAGMA wal_autocheckpoint = 0;
        PRAGMA journal_size_limit = 67108864;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -{cacheMb * 1024};
        """);

    private void Agree(Schema schema)
    {
        var found = (int)writing.Scalar("PRAGMA user_version");
        if (found > schema.Version)
        {
            throw new InvalidOperationException(
                $"{path} was written by a newer version of this program "
                + $"(its schema is {found}, this program knows {schema.Version}). Start the newer version.");
        }
        writing.Run("BEGIN IMMEDIATE");
        schema.Prepare(writing, found);
        writing.Execute($"PRAGMA user_version = {schema.Version}");
        writing.Run("COMMIT");
    }
}
