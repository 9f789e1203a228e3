using System.Security.Cryptography;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>Keeps what doors accepted: small bytes and their message in one transaction, so that a sender waits for one sync of the disk and not two.</summary>
public sealed class SqliteIntakeLog(FileBlobs blobs, SqliteQueue queues) : IIntakeLog
{
    private readonly BlobThenQueue oneByOne = new(blobs, queues);

    /// <inheritdoc/>
    public async Task<string> AppendAsync(ReadOnlyMemory<byte> content, Func<string, string> message, CancellationToken ct)
    {
        if (content.Length > FileBlobs.Small) return await oneByOne.AppendAsync(content, message, ct);
        var sha = SHA256.HashData(content.Span);
        var blob = Convert.ToHexStringLower(sha);
        await queues.SendAsync(Queues.Inbound, message(blob), connection => BlobRows.Insert(connection, sha, content.Span), ct);
        return blob;
    }
}
