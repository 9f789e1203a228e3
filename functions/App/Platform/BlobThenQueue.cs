namespace HelpdeskMx.Platform;

/// <summary>First the blob, then the message: for stores that share no transaction.</summary>
public sealed class BlobThenQueue(IBlobs blobs, IQueue queue) : IIntakeLog
{
    /// <inheritdoc/>
    public async Task<string> AppendAsync(ReadOnlyMemory<byte> content, Func<string, string> message, CancellationToken ct)
    {
        var blob = await blobs.CreateAsync(content, ct);
        await queue.SendAsync(Queues.Inbound, message(blob), ct: ct);
        return blob;
    }
}
