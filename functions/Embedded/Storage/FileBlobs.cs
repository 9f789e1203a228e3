using System.Buffers;
using System.Security.Cryptography;
using HelpdeskMx.Embedded.Storage.Sqlite;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>Blobs by the SHA-256 of their bytes: small ones as rows beside the queue, large ones as files. Either is there whole or not
/// at all.</summary>
public sealed class FileBlobs(SqliteDatabase database, string folder) : IBlobs
{
    /// <summary>The largest blob that lies in a row, in bytes.</summary>
    public const int Small = 64 * 1024;

    private static readonly SearchValues<char> hexDigits = SearchValues.Create("0123456789abcdef");
    private readonly BlobFolder files = new(folder);

    /// <inheritdoc/>
    public async Task<string> CreateAsync(ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        var sha = SHA256.HashData(content.Span);
        var id = Convert.ToHexStringLower(sha);
        if (content.Length > Small) await files.CreateAsync(id, content, ct);
        else await database.WriteAsync(connection => BlobRows.Insert(connection, sha, content.Span), ct);
        return id;
    }

    /// <inheritdoc/>
    public async Task<Stream?> OpenAsync(string id, CancellationToken ct)
    {
        if (Parse(id) is not { } sha) return null;
        var row = await database.ReadAsync(connection => BlobRows.Read(connection, sha), ct);
        return row is not null ? new MemoryStream(row, writable: false) : files.Open(id);
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(string id, CancellationToken ct)
    {
        if (Parse(id) is not { } sha) return;
        await database.WriteAsync(connection => BlobRows.Delete(connection, sha), ct);
        files.Delete(id);
    }

    /// <summary>The digest an id stands for; anything else names no blob, least of all a path.</summary>
    private static byte[]? Parse(string id) =>
        id.Length == 2 * SHA256.HashSizeInBytes && !id.AsSpan().ContainsAnyExcept(hexDigits) ? Convert.FromHexString(id) : null;
}
