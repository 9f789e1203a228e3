using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Cosmos;
using HelpdeskMx.Tests.Cosmos.StandIn;
using HelpdeskMx.Tests.Embedded;

namespace HelpdeskMx.Tests.Tickets;

/// <summary>Splitting over SQLite.</summary>
public sealed class SplitOverSqliteTests : SplitContract
{
    private readonly SqliteInFolder sqlite = new();

    protected override IDocumentStore Open() => sqlite.Open();

    public override Task DisposeAsync() => sqlite.CloseAfterAsync(base.DisposeAsync());
}

/// <summary>Splitting under stress over SQLite.</summary>
public sealed class SplitUnderStressOverSqliteTests : SplitUnderStressContract
{
    private readonly SqliteInFolder sqlite = new();

    protected override IDocumentStore Open() => sqlite.Open();

    public override Task DisposeAsync() => sqlite.CloseAfterAsync(base.DisposeAsync());
}

/// <summary>Splitting over Cosmos DB, with an account in memory.</summary>
public sealed class SplitOverCosmosTests : SplitContract
{
    protected override IDocumentStore Open() => CosmosHonoursTheContract.Over(new CosmosStandIn());
}

/// <summary>Splitting under stress over Cosmos DB, with an account in memory.</summary>
public sealed class SplitUnderStressOverCosmosTests : SplitUnderStressContract
{
    protected override IDocumentStore Open() => CosmosHonoursTheContract.Over(new CosmosStandIn());
}

/// <summary>A SQLite store in a folder of its own.</summary>
internal sealed class SqliteInFolder
{
    private readonly TemporaryFolder folder = new();
    private OpenStore? open;

    public IDocumentStore Open() => (open = new OpenStore(folder)).Store;

    public async Task CloseAfterAsync(Task closing)
    {
        await closing;
        await open!.DisposeAsync();
        folder.Dispose();
    }
}
