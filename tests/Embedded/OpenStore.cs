using HelpdeskMx.Embedded.Storage;
using HelpdeskMx.Embedded.Storage.Sqlite;
using HelpdeskMx.Platform;
using Microsoft.Extensions.Logging.Abstractions;

namespace HelpdeskMx.Tests.Embedded;

/// <summary>A document store with its files in a folder.</summary>
public sealed class OpenStore : IAsyncDisposable
{
    /// <summary>Opens them.</summary>
    public OpenStore(TemporaryFolder folder, Sizing? sizing = null, IReadOnlyList<Container>? containers = null)
    {
        Desk = folder.Open("desk.db", SqliteDocumentStore.SchemaOf(containers ?? Containers.All), sizing);
        Search = folder.Open("search.db", SqliteDocumentStore.SearchSchema);
        Store = new SqliteDocumentStore(Desk, Search, containers ?? Containers.All, TimeProvider.System, NullLogger<SqliteDocumentStore>.Instance);
    }

    /// <summary>The store.</summary>
    public SqliteDocumentStore Store { get; }

    /// <summary>The file of the documents.</summary>
    public SqliteDatabase Desk { get; }

    /// <summary>The file of the words.</summary>
    public SqliteDatabase Search { get; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Search.Dispose();
        Desk.Dispose();
    }
}
