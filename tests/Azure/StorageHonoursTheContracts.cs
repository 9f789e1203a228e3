using Azure.Core;
using Azure.Storage.Queues;
using HelpdeskMx.OnAzure.Storage;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Contracts;

namespace HelpdeskMx.Tests.Azure;

/// <summary>Queues of a storage account.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class StorageQueuesHonourTheContract(Azurite azurite) : QueueContract
{
    private readonly QueueServiceClient service = azurite.Account.Queues(NoCredential);

    /// <summary>A connection string needs none.</summary>
    internal static TokenCredential NoCredential => null!;

    protected override async Task<IQueue> OpenAsync()
    {
        await foreach (var queue in service.GetQueuesAsync()) await service.DeleteQueueAsync(queue.Name);
        return new StorageQueues(service);
    }

    protected override Task<IReadOnlyList<string>> DrainAsync(string queue) => DrainAsync(service, queue);

    /// <summary>The texts waiting in a queue, which are then gone.</summary>
    internal static async Task<IReadOnlyList<string>> DrainAsync(QueueServiceClient service, string queue)
    {
        var client = service.GetQueueClient(queue);
        if (!await client.ExistsAsync()) return [];
        var received = (await client.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(1))).Value;
        foreach (var message in received) await client.DeleteMessageAsync(message.MessageId, message.PopReceipt);
        return [.. received.Select(m => m.Body.ToString())];
    }

    public override Task DisposeAsync() => Task.CompletedTask;
}

/// <summary>The intake log over a storage account.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class BlobThenQueueHonoursTheContract(Azurite azurite) : IntakeLogContract
{
    private readonly QueueServiceClient service = azurite.Account.Queues(StorageQueuesHonourTheContract.NoCredential);

    protected override async Task<(IIntakeLog Log, IBlobs Blobs)> OpenAsync()
    {
        await foreach (var queue in service.GetQueuesAsync()) await service.DeleteQueueAsync(queue.Name);
        var blobs = new StorageBlobs(azurite.Account.Blobs(StorageQueuesHonourTheContract.NoCredential).GetBlobContainerClient(StorageBlobs.Container));
        return (new BlobThenQueue(blobs, new StorageQueues(service)), blobs);
    }

    protected override Task<IReadOnlyList<string>> DrainAsync() => StorageQueuesHonourTheContract.DrainAsync(service, Queues.Inbound);

    public override Task DisposeAsync() => Task.CompletedTask;
}

/// <summary>Blobs of a storage account.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class StorageBlobsHonourTheContract(Azurite azurite) : BlobsContract
{
    protected override async Task<IBlobs> OpenAsync()
    {
        var container = azurite.Account.Blobs(StorageQueuesHonourTheContract.NoCredential).GetBlobContainerClient(StorageBlobs.Container);
        await container.DeleteIfExistsAsync();
        return new StorageBlobs(container);
    }

    public override Task DisposeAsync() => Task.CompletedTask;
}

/// <summary>Reports in a table of a storage account.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class TableReportsHonourTheContract(Azurite azurite) : ReportTableContract
{
    protected override async Task<IReportTable> OpenAsync()
    {
        var table = azurite.Account.Tables(StorageQueuesHonourTheContract.NoCredential).GetTableClient(TableReports.Table);
        await table.DeleteAsync();
        return new TableReports(table);
    }

    public override Task DisposeAsync() => Task.CompletedTask;
}
