using HelpdeskMx.Cosmos;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Contracts;
using HelpdeskMx.Tests.Cosmos.StandIn;
using Microsoft.Extensions.Logging.Abstractions;

namespace HelpdeskMx.Tests.Cosmos;

/// <summary>The document store over Cosmos DB: over the account that <c>HELPDESKMX_COSMOS</c> names, otherwise over one in memory.</summary>
public sealed class CosmosHonoursTheContract : DocumentStoreContract
{
    private readonly CosmosStandIn standIn = new();

    protected override async Task<IDocumentStore> OpenAsync()
    {
        if (NamedAccount.IsNamed) await (await NamedAccount.OpenAsync()).EmptyAsync();
        return await ReopenAsync();
    }

    protected override async Task<IDocumentStore> ReopenAsync() => NamedAccount.IsNamed ? (await NamedAccount.OpenAsync()).Store() : Over(standIn);

    public override Task DisposeAsync() => Task.CompletedTask;

    [AccountFact]
    public async Task The_account_indexes_what_the_table_of_containers_says()
    {
        var account = await NamedAccount.OpenAsync();

        foreach (var container in Containers.All)
        {
            var policy = (await account.Container(container.Name).ReadContainerAsync()).Resource.IndexingPolicy;
            Assert.Equal(IndexingPolicies.Composites(container).Count, policy.CompositeIndexes.Count);
            Assert.All(container.Fields, f => Assert.Contains(policy.IncludedPaths, p => p.Path.StartsWith($"/fields/{f.Name}/", StringComparison.Ordinal)));
        }
    }

    /// <summary>A store over an account in memory.</summary>
    internal static CosmosDocumentStore Over(CosmosStandIn account) =>
        new(account.Container, CosmosOptions.Parse("test", "https://localhost"), TimeProvider.System, NullLogger<CosmosDocumentStore>.Instance);
}
