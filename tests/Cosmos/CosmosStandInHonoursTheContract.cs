using HelpdeskMx.Cosmos;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Contracts;
using HelpdeskMx.Tests.Cosmos.StandIn;
using Microsoft.Extensions.Logging.Abstractions;

namespace HelpdeskMx.Tests.Cosmos;

/// <summary>The document store over an account in memory.</summary>
public sealed class CosmosStandInHonoursTheContract : DocumentStoreContract
{
    private readonly CosmosStandIn account = new();

    protected override Task<IDocumentStore> OpenAsync() => Task.FromResult<IDocumentStore>(Over(account));

    protected override Task<IDocumentStore> ReopenAsync() => OpenAsync();

    public override Task DisposeAsync() => Task.CompletedTask;

    /// <summary>A store over an account.</summary>
    internal static CosmosDocumentStore Over(CosmosStandIn account) =>
        new(account.Container, CosmosOptions.Parse("test", "https://localhost"), TimeProvider.System, NullLogger<CosmosDocumentStore>.Instance);
}
