using HelpdeskMx.Embedded.Storage;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Contracts;

namespace HelpdeskMx.Tests.Embedded;

/// <summary>The document store over SQLite, which walks to what is asked for.</summary>
public class SqliteHonoursTheContract : DocumentStoreContract
{
    private readonly TemporaryFolder folder = new();
    private OpenStore? open;

    protected override async Task<IDocumentStore> OpenAsync()
    {
        open = new OpenStore(folder);
        await OpenedAsync(open.Store);
        return open.Store;
    }

    /// <summary>What is to be done with the store before it is tested.</summary>
    protected virtual Task OpenedAsync(SqliteDocumentStore store) => Task.CompletedTask;

    protected override async Task<IDocumentStore> ReopenAsync()
    {
        await open!.DisposeAsync();
        return await OpenAsync();
    }

    public override async Task DisposeAsync()
    {
        await open!.DisposeAsync();
        folder.Dispose();
    }
}

/// <summary>The document store over SQLite, which looks for what is asked for in its memory.</summary>
public sealed class SqliteHonoursTheContractFromMemory : SqliteHonoursTheContract
{
    protected override Task OpenedAsync(SqliteDocumentStore store) => store.KeepColumnsAsync(Containers.Tickets);
}
