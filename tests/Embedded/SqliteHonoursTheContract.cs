using HelpdeskMx.Embedded.Storage;
using HelpdeskMx.Embedded.Storage.Sqlite;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Contracts;

namespace HelpdeskMx.Tests.Embedded;

/// <summary>The document store over SQLite.</summary>
public sealed class SqliteHonoursTheContract : DocumentStoreContract
{
    private readonly TemporaryFolder folder = new();
    private SqliteDatabase? database;

    protected override Task<IDocumentStore> OpenAsync()
    {
        database = folder.Open("desk.db", SqliteDocumentStore.SchemaOf(Containers.All));
        return Task.FromResult<IDocumentStore>(new SqliteDocumentStore(database, Containers.All));
    }

    protected override Task<IDocumentStore> ReopenAsync()
    {
        database!.Dispose();
        return OpenAsync();
    }

    public override Task DisposeAsync()
    {
        database!.Dispose();
        folder.Dispose();
        return Task.CompletedTask;
    }
}
