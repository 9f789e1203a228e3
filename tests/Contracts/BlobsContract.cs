using System.Security.Cryptography;
using System.Text;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tests.Contracts;

/// <summary>What every blob store keeps of <see cref="IBlobs"/>'s promise; a store's own class says only how to get a clean one.</summary>
public abstract class BlobsContract : IAsyncLifetime
{
    /// <summary>The clean store under test.</summary>
    protected IBlobs Blobs { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync() => Blobs = await OpenAsync();

    /// <inheritdoc/>
    public abstract Task DisposeAsync();

    /// <summary>Opens a store in which nothing is.</summary>
    protected abstract Task<IBlobs> OpenAsync();

    /// <summary>The bytes of a blob, null when there are none.</summary>
    protected async Task<byte[]?> ReadAsync(string id)
    {
        await using var stream = await Blobs.OpenAsync(id, default);
        if (stream is null) return null;
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4_096)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(3_000_000)]
    public async Task What_was_created_is_read_byte_by_byte(int size)
    {
        var bytes = RandomNumberGenerator.GetBytes(size);

        var id = await Blobs.CreateAsync(bytes, default);

        Assert.Equal(bytes, await ReadAsync(id));
    }

    [Fact]
    public async Task The_id_is_the_SHA_256_of_the_bytes()
        => Assert.Equal(
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            await Blobs.CreateAsync(Encoding.ASCII.GetBytes("abc"), default));

    [Theory]
    [InlineData(10)]
    [InlineData(200_000)]
    public async Task Creating_the_same_bytes_again_is_the_same_blob_also_at_once(int size)
    {
        var bytes = RandomNumberGenerator.GetBytes(size);

        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Blobs.CreateAsync(bytes, default))));

        Assert.Single(ids.Distinct());
        Assert.Equal(bytes, await ReadAsync(ids[0]));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(200_000)]
    public async Task A_deleted_blob_is_gone_and_can_be_created_again(int size)
    {
        var bytes = RandomNumberGenerator.GetBytes(size);
        var id = await Blobs.CreateAsync(bytes, default);

        await Blobs.DeleteAsync(id, default);
        await Blobs.DeleteAsync(id, default);

        Assert.Null(await ReadAsync(id));
        Assert.Equal(id, await Blobs.CreateAsync(bytes, default));
        Assert.Equal(bytes, await ReadAsync(id));
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    public async Task An_id_that_names_nothing_opens_nothing(string id)
    {
        Assert.Null(await Blobs.OpenAsync(id, default));
        await Blobs.DeleteAsync(id, default);
    }
}
