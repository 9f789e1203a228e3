using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Cosmos;
using HelpdeskMx.Tests.Cosmos.StandIn;
using HelpdeskMx.Tests.Embedded;

namespace HelpdeskMx.Tests.Tickets;

/// <summary>Splitting over SQLite.</summary>
public sealed class SplitOverSqliteTests : SplitContract
{
    private readonly TemporaryFolder folder = new();
    private OpenStore? open;

    protected override IDocumentStore Open() => (open = new OpenStore(folder)).Store;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await open!.DisposeAsync();
        folder.Dispose();
    }
}

/// <summary>Splitting over Cosmos DB, with an account in memory.</summary>
public sealed class SplitOverCosmosTests : SplitContract
{
    protected override IDocumentStore Open() => CosmosHonoursTheContract.Over(new CosmosStandIn());
}
