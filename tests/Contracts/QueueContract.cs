using HelpdeskMx.Platform;

namespace HelpdeskMx.Tests.Contracts;

/// <summary>What every queue keeps of <see cref="IQueue"/>'s promise. Receiving is the host's, so a class says how to get a clean queue
/// and how to look into it.</summary>
public abstract class QueueContract : IAsyncLifetime
{
    /// <summary>The clean queues under test.</summary>
    protected IQueue Queue { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync() => Queue = await OpenAsync();

    /// <inheritdoc/>
    public abstract Task DisposeAsync();

    /// <summary>Opens queues in which nothing is.</summary>
    protected abstract Task<IQueue> OpenAsync();

    /// <summary>The texts that can be received now, which are then gone.</summary>
    protected abstract Task<IReadOnlyList<string>> DrainAsync(string queue);

    [Fact]
    public async Task What_was_sent_is_there_once()
    {
        await Queue.SendAsync("inbound", "one");
        await Queue.SendAsync("inbound", "dvě 📦");

        Assert.Equal(["dvě 📦", "one"], (await DrainAsync("inbound")).Order());
        Assert.Empty(await DrainAsync("inbound"));
    }

    [Fact]
    public async Task A_message_is_in_its_own_queue_only()
    {
        await Queue.SendAsync("inbound", "in");
        await Queue.SendAsync("outbound", "out");

        Assert.Equal(["out"], await DrainAsync("outbound"));
        Assert.Equal(["in"], await DrainAsync("inbound"));
    }

    [Fact]
    public async Task A_delayed_message_is_not_there_yet()
    {
        await Queue.SendAsync("inbound", "later", TimeSpan.FromHours(1));

        Assert.Empty(await DrainAsync("inbound"));
    }

    [Fact]
    public async Task What_waits_is_counted_also_what_was_put_off()
    {
        await Queue.SendAsync("inbound", "now");
        await Queue.SendAsync("inbound", "later", TimeSpan.FromHours(1));

        Assert.Equal(2, await Queue.CountAsync("inbound", default));
        Assert.Equal(0, await Queue.CountAsync("outbound", default));
    }

    [Fact]
    public async Task Messages_sent_at_once_from_many_sides_are_all_there()
    {
        var texts = Enumerable.Range(100, 200).Select(i => $"message {i}").ToList();

        await Task.WhenAll(texts.Select(text => Task.Run(() => Queue.SendAsync("inbound", text))));

        var received = new List<string>();
        while (await DrainAsync("inbound") is { Count: > 0 } some) received.AddRange(some);
        Assert.Equal(texts, received.Order());
    }

    [Fact]
    public async Task A_message_of_48_KB_fits_and_a_larger_one_is_refused()
    {
        await Queue.SendAsync("inbound", new string('x', 48 * 1024));

        await Assert.ThrowsAsync<ArgumentException>(() => Queue.SendAsync("inbound", new string('é', 24 * 1024 + 1)));
    }

    [Fact]
    public async Task A_delay_of_more_than_seven_days_is_refused()
        => await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Queue.SendAsync("inbound", "late", TimeSpan.FromDays(8)));
}
