using HelpdeskMx.Embedded.Storage.Sqlite;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>The data folder while a process holds it, with its database files; disposing it finishes what waits and lets go.</summary>
/// <remarks>What doors accept has a file of its own, so that accepting a message never waits for the desk's heavier transactions.</remarks>
public sealed class StorageFolder : IDisposable
{
    private readonly FolderLock held;

    /// <summary>Takes the folder and opens its files.</summary>
    /// <exception cref="IOException">Another process works on the folder.</exception>
    public StorageFolder(string folder, ILogger<SqliteDatabase> log)
    {
        held = new FolderLock(folder);
        try
        {
            Desk = Open("desk.db", SqliteDocumentStore.SchemaOf(Containers.All), new Sizing(WriterCacheMb: 64));
            Search = Open("search.db", SqliteDocumentStore.SearchSchema, new Sizing(WriterCacheMb: 16, Readers: 2, CanBeMadeAgain: true));
            Intake = Open("intake.db", IntakeSchema.Instance, new Sizing(WriterCacheMb: 16, ReaderCacheMb: 1, Readers: 2));
        }
        catch
        {
            Search?.Dispose();
            Desk?.Dispose();
            held.Dispose();
            throw;
        }

        SqliteDatabase Open(string name, Schema schema, Sizing sizing) => new(Path.Combine(folder, name), schema, log, sizing);
    }

    /// <summary>Tickets, customers, lookups and settings.</summary>
    public SqliteDatabase Desk { get; }

    /// <summary>The words of what the desk holds; may be deleted while nothing runs, and is then made again.</summary>
    public SqliteDatabase Search { get; }

    /// <summary>Queued messages and small blobs.</summary>
    public SqliteDatabase Intake { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Intake.Dispose();
        Search.Dispose();
        Desk.Dispose();
        held.Dispose();
    }
}
