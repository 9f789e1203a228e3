using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using HelpdeskMx.Platform;

namespace HelpdeskMx.OnAzure.Storage;

/// <summary>Blobs of a storage account, each named by its digest. The container is made when it is first needed.</summary>
public sealed class StorageBlobs(BlobContainerClient container) : IBlobs
{
    /// <summary>The container's name.</summary>
    public const string Container = "blobs";

    private static readonly BlobUploadOptions OnlyNew = new() { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };

    /// <inheritdoc/>
    public async Task<string> CreateAsync(ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        try
        {
            await UploadAsync(id, content, ct);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            await container.CreateIfNotExistsAsync(cancellationToken: ct);
            await UploadAsync(id, content, ct);
        }
        return id;
    }

    /// <inheritdoc/>
    public async Task<Stream?> OpenAsync(string id, CancellationToken ct)
    {
        if (!IsId(id)) return null;
        try
        {
            return await container.GetBlobClient(id).OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), ct);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(string id, CancellationToken ct)
    {
        if (IsId(id)) await container.GetBlobClient(id).DeleteIfExistsAsync(cancellationToken: ct);
    }

    private async Task UploadAsync(string id, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        try
        {
            await container.GetBlobClient(id).UploadAsync(BinaryData.FromBytes(content), OnlyNew, ct);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobAlreadyExists || e.Status == 412)
        {
            // The same bytes are there already.
        }
    }

    private static bool IsId(string id) => id.Length == 64 && id.All(char.IsAsciiHexDigitLower);
}
