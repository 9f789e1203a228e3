namespace HelpdeskMx.Platform;

/// <summary>Whole blobs in memory.</summary>
public static class BlobReading
{
    /// <summary>All bytes of a blob, null when there are none of that id.</summary>
    public static async Task<byte[]?> ReadAsync(this IBlobs blobs, string id, CancellationToken ct)
    {
        await using var stream = await blobs.OpenAsync(id, ct);
        if (stream is null) return null;
        var bytes = new byte[stream.Length];
        await stream.ReadExactlyAsync(bytes, ct);
        return bytes;
    }
}
