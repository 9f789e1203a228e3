using System.Security.Cryptography;
using HelpdeskMx.Embedded.Storage;
using HelpdeskMx.Embedded.Storage.Sqlite;

namespace HelpdeskMx.Tests.Embedded;

/// <summary>Blobs across crashes.</summary>
public sealed class FileBlobsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteDatabase database;

    public FileBlobsTests() => database = folder.Open("intake.db", IntakeSchema.Instance);

    private string Blobs => Path.Combine(folder.Path, "blobs");

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task What_a_crash_left_half_written_is_never_seen_and_cleared_at_the_next_start()
    {
        _ = new FileBlobs(database, Blobs);
        var half = Path.Combine(Blobs, "unfinished", "half");
        await File.WriteAllBytesAsync(half, new byte[100]);

        var blobs = new FileBlobs(database, Blobs);

        Assert.False(File.Exists(half));
        Assert.Null(await blobs.OpenAsync(Convert.ToHexStringLower(SHA256.HashData(new byte[100])), default));
    }

    [Fact]
    public async Task Large_blobs_are_files_that_survive_a_restart()
    {
        var bytes = RandomNumberGenerator.GetBytes(FileBlobs.Small + 1);
        var id = await new FileBlobs(database, Blobs).CreateAsync(bytes, default);

        Assert.True(File.Exists(Path.Combine(Blobs, id[..2], id[2..4], id)));
        await using var stream = await new FileBlobs(database, Blobs).OpenAsync(id, default);
        Assert.Equal(bytes.Length, stream!.Length);
    }

    [Fact]
    public async Task What_could_not_be_written_leaves_nothing_behind()
    {
        var blobs = new FileBlobs(database, Blobs);
        var bytes = RandomNumberGenerator.GetBytes(FileBlobs.Small + 1);
        var id = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await File.WriteAllTextAsync(Path.Combine(Blobs, id[..2]), "in the way of the folder");

        await Assert.ThrowsAnyAsync<IOException>(() => blobs.CreateAsync(bytes, default));

        Assert.Empty(Directory.EnumerateFiles(Path.Combine(Blobs, "unfinished")));
        Assert.Null(await blobs.OpenAsync(id, default));
    }
}
