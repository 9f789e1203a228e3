using Azure.Identity;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace HelpdeskMx.Cosmos;

/// <summary>Wires the documents of the desk to an account.</summary>
public static class CosmosServices
{
    /// <summary>The name of the meter that counts request units.</summary>
    public const string Meter = Charges.MeterName;

    /// <summary>Keeps documents in this account. One client serves the whole process.</summary>
    public static IServiceCollection AddCosmos(this IServiceCollection services, CosmosOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton(_ => Open(options))
            .AddSingleton<IDocumentStore>(provider => new CosmosDocumentStore(
                name => provider.GetRequiredService<CosmosClient>().GetContainer(options.Database, name), options,
                provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<CosmosDocumentStore>>()));
    }

    /// <summary>Opens a client; nothing is asked of the account yet.</summary>
    public static CosmosClient Open(CosmosOptions options)
    {
        var client = new CosmosClientOptions
        {
            ApplicationName = "helpdeskmx",
            ConnectionMode = options.Gateway ? ConnectionMode.Gateway : ConnectionMode.Direct,
            ConsistencyLevel = ConsistencyLevel.Session,
            EnableContentResponseOnWrite = false,
            // A throttled request is tried again for about as long as a person waits; then it is for the queue to try later.
            MaxRetryAttemptsOnRateLimitedRequests = 9,
            MaxRetryWaitTimeOnRateLimitedRequests = TimeSpan.FromSeconds(15),
            LimitToEndpoint = options.IsEmulator,
        };
        if (options.IsEmulator) client.ServerCertificateCustomValidationCallback = (_, _, _) => true;
        var address = options.Endpoint.AbsoluteUri;
        return options.Key is { } key
            ? new CosmosClient(address, key, client)
            : new CosmosClient(address, new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = options.ClientId }), client);
    }

    /// <summary>Makes sure of the account before anything is served. With a key, what is missing of the database is created; an identity may not do that, and Bicep has done it.</summary>
    /// <exception cref="IOException">The account cannot be used; the sentence says what to put right.</exception>
    public static async Task PrepareAsync(this IServiceProvider services, CosmosOptions options, CancellationToken ct)
    {
        try
        {
            var client = services.GetRequiredService<CosmosClient>();
            if (options.Key is not null) await CreateAsync(client, options, ct);
            foreach (var container in Containers.All) await client.GetContainer(options.Database, container.Name).ReadContainerAsync(cancellationToken: ct);
        }
        catch (Exception e) when (e is CosmosException or HttpRequestException or Azure.Identity.AuthenticationFailedException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            throw new IOException($"Cosmos DB at {options} cannot be used: {Reason(e)} Check HELPDESKMX_COSMOS, that the account can be reached, and that its database was deployed.", e);
        }
    }

    /// <summary>Creates the database and its containers where they are missing.</summary>
    public static async Task CreateAsync(CosmosClient client, CosmosOptions options, CancellationToken ct)
    {
        Database database = await client.CreateDatabaseIfNotExistsAsync(options.Database, cancellationToken: ct);
        foreach (var container in Containers.All) await database.CreateContainerIfNotExistsAsync(Properties(container), cancellationToken: ct);
    }

    private static string Reason(Exception e) => e is CosmosException cosmos ? $"it answers {(int)cosmos.StatusCode} {cosmos.StatusCode}." : e.Message.Split('\n')[0];

    private static ContainerProperties Properties(Platform.Container container) => new(container.Name, "/" + Envelope.Partition)
    {
        IndexingPolicy = Newtonsoft.Json.JsonConvert.DeserializeObject<IndexingPolicy>(IndexingPolicies.Of(container).ToJsonString())!,
    };
}
