using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace HelpdeskMx.OnAzure.Storage;

/// <summary>A storage account: by its addresses, or by the connection string of an emulator.</summary>
public sealed record StorageAccount
{
    private const string Setting = "AzureWebJobsStorage";

    private readonly string? connection;
    private readonly Uri? blobs, queues, tables;

    private StorageAccount(string? connection, Uri? blobs, Uri? queues, Uri? tables) =>
        (this.connection, this.blobs, this.queues, this.tables) = (connection, blobs, queues, tables);

    /// <summary>Reads the setting of Azure Functions' own storage, in each of the forms its host knows.</summary>
    /// <exception cref="FormatException">It is missing; the sentence gives an example.</exception>
    public static StorageAccount Read(IConfiguration configuration)
    {
        if (configuration[Setting] is { Length: > 0 } connection) return new StorageAccount(connection, null, null, null);
        var account = configuration[$"{Setting}:accountName"];
        return new StorageAccount(null, Service("blob"), Service("queue"), Service("table"));

        Uri Service(string name) => (configuration[$"{Setting}:{name}ServiceUri"], account) switch
        {
            ({ Length: > 0 } given, _) => Uri.TryCreate(given, UriKind.Absolute, out var address)
                ? address
                : throw new FormatException($"{Setting}__{name}ServiceUri is '{given}' and should be an address such as https://helpdeskmx.{name}.core.windows.net."),
            (_, { Length: > 0 }) => new Uri($"https://{account}.{name}.core.windows.net"),
            _ => throw new FormatException($"{Setting}__accountName is missing. Set it to the name of a storage account such as helpdeskmx, or {Setting} to UseDevelopmentStorage=true for Azurite."),
        };
    }

    /// <summary>The account behind a connection string.</summary>
    public static StorageAccount Of(string connection) => new(connection, null, null, null);

    /// <summary>Its queues; messages are plain text, as host.json tells the trigger.</summary>
    public QueueServiceClient Queues(TokenCredential credential)
    {
        var plain = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None };
        return connection is null ? new QueueServiceClient(queues, credential, plain) : new QueueServiceClient(connection, plain);
    }

    /// <summary>Its blobs.</summary>
    public BlobServiceClient Blobs(TokenCredential credential) => connection is null ? new BlobServiceClient(blobs, credential) : new BlobServiceClient(connection);

    /// <summary>Its tables.</summary>
    public TableServiceClient Tables(TokenCredential credential) => connection is null ? new TableServiceClient(tables, credential) : new TableServiceClient(connection);
}
