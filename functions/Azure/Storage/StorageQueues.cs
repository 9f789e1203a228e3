using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using HelpdeskMx.Platform;

namespace HelpdeskMx.OnAzure.Storage;

/// <summary>Queues of a storage account. Receiving is Azure Functions' part. A queue is made when it is first needed.</summary>
public sealed class StorageQueues(QueueServiceClient service) : IQueue
{
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1); // else a message would be dropped after seven days

    /// <inheritdoc/>
    public async Task SendAsync(string queue, string message, TimeSpan delay = default, CancellationToken ct = default)
    {
        QueueLimits.Check(message, delay);
        var client = service.GetQueueClient(queue);
        try
        {
            await client.SendMessageAsync(message, delay, Forever, ct);
        }
        catch (RequestFailedException e) when (e.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            await client.CreateIfNotExistsAsync(cancellationToken: ct);
            await client.SendMessageAsync(message, delay, Forever, ct);
        }
    }

    /// <inheritdoc/>
    public async Task<int> CountAsync(string queue, CancellationToken ct)
    {
        try
        {
            return (await service.GetQueueClient(queue).GetPropertiesAsync(ct)).Value.ApproximateMessagesCount;
        }
        catch (RequestFailedException e) when (e.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return 0;
        }
    }
}
