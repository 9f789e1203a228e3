using System.Text.Json;
using HelpdeskMx.Cosmos;
using HelpdeskMx.Platform;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Logging.Abstractions;
using CosmosContainer = Microsoft.Azure.Cosmos.Container;

namespace HelpdeskMx.Tests.Cosmos;

/// <summary>The account or emulator that <c>HELPDESKMX_COSMOS</c> names for tests, which use a database of their own in it.</summary>
public sealed class NamedAccount
{
    private const string Setting = "HELPDESKMX_COSMOS";

    private static readonly Lazy<Task<NamedAccount>> opened = new(OpenNewAsync);

    private readonly CosmosClient client;
    private readonly CosmosOptions options;

    private NamedAccount(CosmosClient client, CosmosOptions options) => (this.client, this.options) = (client, options);

    /// <summary>True when one is named.</summary>
    public static bool IsNamed => Environment.GetEnvironmentVariable(Setting) is { Length: > 0 };

    /// <summary>Opens it, once for all tests.</summary>
    public static Task<NamedAccount> OpenAsync() => opened.Value;

    /// <summary>A container of the tests' database.</summary>
    public CosmosContainer Container(string name) => client.GetContainer(options.Database, name);

    /// <summary>A store over it.</summary>
    public CosmosDocumentStore Store() => new(Container, options, TimeProvider.System, NullLogger<CosmosDocumentStore>.Instance);

    /// <summary>Removes every item, which is quicker than making containers anew.</summary>
    public async Task EmptyAsync()
    {
        foreach (var container in Containers.All)
        {
            using var pages = Container(container.Name).GetItemQueryStreamIterator("SELECT c.id, c.pk FROM c");
            while (pages.HasMoreResults)
            {
                using var page = await pages.ReadNextAsync();
                using var content = await JsonDocument.ParseAsync(page.EnsureSuccessStatusCode().Content);
                foreach (var item in content.RootElement.GetProperty("Documents").EnumerateArray())
                {
                    (await Container(container.Name).DeleteItemStreamAsync(item.GetProperty("id").GetString(), new PartitionKey(item.GetProperty("pk").GetString()))).Dispose();
                }
            }
        }
    }

    private static async Task<NamedAccount> OpenNewAsync()
    {
        var named = CosmosOptions.Parse(Setting, Environment.GetEnvironmentVariable(Setting));
        var options = named with { Database = named.Database + "-contract" };
        var client = CosmosServices.Open(options);
        if (options.Key is not null) await CosmosServices.CreateAsync(client, options, CancellationToken.None);
        return new(client, options);
    }
}

/// <summary>A fact that needs a named account, skipped with a sentence where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AccountFactAttribute : FactAttribute
{
    public AccountFactAttribute()
    {
        if (!NamedAccount.IsNamed) Skip = "HELPDESKMX_COSMOS names no account, so the contract ran over one in memory. ./dev test --cosmos says how to name one.";
    }
}
