using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Cosmos;
using HelpdeskMx.Tests.Cosmos.StandIn;

namespace HelpdeskMx.Tests.Tickets;

/// <summary>Merging over SQLite.</summary>
public sealed class MergeOverSqliteTests : MergeContract
{
    private readonly SqliteInFolder sqlite = new();

    protected override IDocumentStore Open() => sqlite.Open();

    public override Task DisposeAsync() => sqlite.CloseAfterAsync(base.DisposeAsync());
}

/// <summary>Merging over Cosmos DB, with an account in memory.</summary>
public sealed class MergeOverCosmosTests : MergeContract
{
    protected override IDocumentStore Open() => CosmosHonoursTheContract.Over(new CosmosStandIn());
}
