using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Contracts;

namespace HelpdeskMx.Tests.Embedded;

/// <summary>The document store over SQLite.</summary>
public sealed class SqliteHonoursTheContract : DocumentStoreContract
{
    private readonly TemporaryFolder folder = new();
    private OpenStore? open;

    protected override Task<IDocumentStore> OpenAsync()
    {
        open = new OpenStore(folder);
        return Task.FromResult<IDocumentStore>(open.Store);
    }

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
