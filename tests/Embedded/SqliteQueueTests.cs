using System.Collections.Concurrent;
using HelpdeskMx.Embedded.Storage;
using HelpdeskMx.Embedded.Storage.Sqlite;

namespace HelpdeskMx.Tests.Embedded;

/// <summary>The receiving side of the queue.</summary>
public sealed class SqliteQueueTests : IDisposable
{
    private static readonly TimeSpan minute = TimeSpan.FromMinutes(1);
    private readonly TemporaryFolder folder = new();
    private readonly ManualClock clock = new();
    private SqliteDatabase database;
    private SqliteQueue queue;

    public SqliteQueueTests()
    {
        database = folder.Open("intake.db", IntakeSchema.Instance);
        queue = new SqliteQueue(database, clock);
    }

    public void Dispose()
    {
        database.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Messages_come_in_the_order_of_sending_and_at_most_as_many_as_asked_for()
    {
        foreach (var text in new[] { "a", "b", "c" }) await queue.SendAsync("q", text);

        Assert.Equal(["a", "b"], (await ReceiveAsync(2)).Select(m => m.Text));
        Assert.Equal(["c"], (await ReceiveAsync(2)).Select(m => m.Text));
    }

    [Fact]
    public async Task A_receiver_that_waits_is_woken_by_a_message()
    {
        var waiting = ReceiveAsync(1);
        await queue.SendAsync("q", "a");

        Assert.Equal("a", (await waiting)[0].Text);
    }

    [Fact]
    public async Task A_receiver_that_waits_is_woken_when_a_delayed_message_comes_due()
    {
        await queue.SendAsync("q", "a", minute);
        var waiting = ReceiveAsync(1);
        await Eventually.HoldsAsync(() => clock.Running > 0);
        Assert.False(waiting.IsCompleted);

        clock.Move(minute);

        Assert.Equal("a", (await waiting)[0].Text);
    }

    [Fact]
    public async Task A_received_message_is_hidden_until_its_lease_is_over_and_then_counted_again()
    {
        await queue.SendAsync("q", "a");
        var first = (await ReceiveAsync(1))[0];
        Assert.Equal(new QueueLength(0, 0, 1, clock.GetUtcNow()), await queue.LengthAsync("q", default));

        clock.Move(minute);
        var second = (await ReceiveAsync(1))[0];

        Assert.Equal((1, 2), (first.DequeueCount, second.DequeueCount));
        Assert.Equal(first.Id, second.Id);
    }

    [Fact]
    public async Task Only_the_newest_lease_can_end_a_message()
    {
        await queue.SendAsync("q", "a");
        var first = (await ReceiveAsync(1))[0];
        clock.Move(minute);
        var second = (await ReceiveAsync(1))[0];

        Assert.False(await queue.DeleteAsync(first, default));
        Assert.False(await queue.ReleaseAsync(first, TimeSpan.Zero, default));
        Assert.False(await queue.MoveToPoisonAsync(first, default));
        Assert.True(await queue.DeleteAsync(second, default));
        Assert.False(await queue.DeleteAsync(second, default));
        Assert.Equal(new QueueLength(0, 0, 0, null), await queue.LengthAsync("q", default));
    }

    [Fact]
    public async Task A_released_message_comes_again_after_its_delay()
    {
        await queue.SendAsync("q", "a");
        Assert.True(await queue.ReleaseAsync((await ReceiveAsync(1))[0], minute, default));
        Assert.Equal(1, (await queue.LengthAsync("q", default)).Delayed);

        clock.Move(minute);

        Assert.Equal(2, (await ReceiveAsync(1))[0].DequeueCount);
    }

    [Fact]
    public async Task A_poisoned_message_lies_in_the_poison_queue_as_never_received()
    {
        await queue.SendAsync("q", "a");
        var sent = clock.GetUtcNow();
        clock.Move(minute);
        Assert.True(await queue.MoveToPoisonAsync((await ReceiveAsync(1))[0], default));

        Assert.Equal(new QueueLength(0, 0, 0, null), await queue.LengthAsync("q", default));
        var poisoned = (await queue.ReceiveAsync("q-poison", 1, minute, default))[0];
        Assert.Equal(("a", 1, sent), (poisoned.Text, poisoned.DequeueCount, poisoned.EnqueuedAt));
    }

    [Fact]
    public async Task A_restart_releases_what_was_in_flight_and_keeps_counts_and_delays()
    {
        await queue.SendAsync("q", "in flight");
        await queue.SendAsync("q", "later", minute);
        await ReceiveAsync(1);

        database.Dispose();
        database = folder.Open("intake.db", IntakeSchema.Instance);
        queue = new SqliteQueue(database, clock);

        Assert.Equal(new QueueLength(1, 1, 0, clock.GetUtcNow()), await queue.LengthAsync("q", default));
        Assert.Equal(2, (await ReceiveAsync(1))[0].DequeueCount);
    }

    [Fact]
    public async Task Many_receivers_share_the_messages_and_none_is_delivered_twice()
    {
        var texts = Enumerable.Range(1000, 200).Select(i => $"{i}").ToList();
        var received = new ConcurrentBag<string>();
        using var stop = new CancellationTokenSource();
        var receivers = Enumerable.Range(0, 4).Select(_ => Task.Run(PumpAsync)).ToList();

        await Task.WhenAll(texts.Select(t => queue.SendAsync("q", t)));
        await Eventually.HoldsAsync(() => received.Count >= texts.Count);
        await stop.CancelAsync();
        await Task.WhenAll(receivers);

        Assert.Equal(texts, received.Order());
        Assert.Equal(new QueueLength(0, 0, 0, null), await queue.LengthAsync("q", default));

        async Task PumpAsync()
        {
            try
            {
                while (true)
                {
                    var messages = await queue.ReceiveAsync("q", 16, minute, stop.Token);
                    var deleted = await Task.WhenAll(messages.Select(m => queue.DeleteAsync(m, default)));
                    Assert.All(deleted, Assert.True);
                    foreach (var message in messages) received.Add(message.Text);
                }
            }
            catch (OperationCanceledException)
            {
                Assert.True(stop.IsCancellationRequested);
            }
        }
    }

    private Task<IReadOnlyList<QueueMessage>> ReceiveAsync(int most) => queue.ReceiveAsync("q", most, minute, default);
}
