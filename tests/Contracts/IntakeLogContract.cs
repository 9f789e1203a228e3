using System.Security.Cryptography;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tests.Contracts;

/// <summary>What every intake log keeps of <see cref="IIntakeLog"/>'s promise; a log's own class says how to get a clean one and how to look behind it.</summary>
public abstract class IntakeLogContract : IAsyncLifetime
{
    private IIntakeLog log = null!;
    private IBlobs blobs = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync() => (log, blobs) = await OpenAsync();

    /// <inheritdoc/>
    public abstract Task DisposeAsync();

    /// <summary>Opens a log in which nothing is, with the blobs behind it.</summary>
    protected abstract Task<(IIntakeLog Log, IBlobs Blobs)> OpenAsync();

    /// <summary>The texts waiting in the queue, which are then gone.</summary>
    protected abstract Task<IReadOnlyList<string>> DrainAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(64 * 1024)]
    [InlineData(64 * 1024 + 1)]
    [InlineData(1_000_000)]
    public async Task The_bytes_are_kept_and_the_message_says_where(int size)
    {
        var bytes = RandomNumberGenerator.GetBytes(size);

        var blob = await log.AppendAsync(bytes, id => $"at {id}", default);

        Assert.Equal($"at {blob}", Assert.Single(await DrainAsync()));
        Assert.Equal(bytes, await blobs.ReadAsync(blob, default));
    }

    [Fact]
    public async Task The_same_bytes_again_are_one_blob_and_two_messages()
    {
        var ids = new[] { await log.AppendAsync(new byte[] { 1 }, id => id, default), await log.AppendAsync(new byte[] { 1 }, id => id, default) };

        Assert.Equal(ids, await DrainAsync());
        Assert.Single(ids.Distinct());
    }

    [Fact]
    public async Task Many_at_once_are_all_there()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => log.AppendAsync(BitConverter.GetBytes(i), id => id, default))));

        var waiting = new List<string>();
        while (await DrainAsync() is { Count: > 0 } some) waiting.AddRange(some);
        Assert.Equal(ids.Order(), waiting.Order());
    }

    [Fact]
    public async Task A_message_that_cannot_be_made_leaves_nothing_in_the_queue()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => log.AppendAsync(new byte[] { 2 }, _ => new string('x', 50_000), default));
        Assert.Empty(await DrainAsync());
    }
}
