using System.Collections.Concurrent;
using HelpdeskMx.Embedded.Storage.Sqlite;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>Queues in a SQLite file, with the receiving side for the host's pump: a message is lost by no crash and waits for no
/// poll.</summary>
public sealed class SqliteQueue(SqliteDatabase database, TimeProvider clock) : IQueue
{
    private readonly ConcurrentDictionary<string, Bell> bells = new();

    /// <inheritdoc/>
    public Task SendAsync(string queue, string message, TimeSpan delay = default, CancellationToken ct = default) => SendAsync(queue, message, delay, null, ct);

    /// <summary>Sends a message in one transaction with what belongs to it in the same file.</summary>
    internal Task SendAsync(string queue, string message, Action<Connection> together, CancellationToken ct) => SendAsync(queue, message, TimeSpan.Zero, together, ct);

    /// <summary>Waits until there is something to receive, then leases up to <paramref name="most"/> messages, oldest first, for so
    /// long.</summary>
    /// <remarks>A message that is neither deleted nor released by then comes again. Being received is durable, so a message that ends the
    /// process is counted too.</remarks>
    public async Task<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, int most, TimeSpan visibility, CancellationToken ct)
    {
        while (true)
        {
            var bell = BellOf(queue).Next;
            var (now, until) = (Now(), Milliseconds(clock.GetUtcNow() + visibility));
            var (messages, next) = await database.WriteAsync(c => QueueRows.Lease(c, queue, most, now, until), ct);
            if (messages.Count > 0)
            {
                if (messages.Count == most) BellOf(queue).Ring();
                return messages;
            }
            await WaitAsync(bell, next, ct);
        }
    }

    /// <summary>Removes a message that is done; false when the lease was over and somebody else has it.</summary>
    public Task<bool> DeleteAsync(QueueMessage message, CancellationToken ct) => database.WriteAsync(c => QueueRows.Delete(c, message), ct);

    /// <summary>Gives a message back, to be received again after a delay; false when the lease was over.</summary>
    public async Task<bool> ReleaseAsync(QueueMessage message, TimeSpan delay, CancellationToken ct)
    {
        var due = Milliseconds(clock.GetUtcNow() + delay);
        var released = await database.WriteAsync(c => QueueRows.Release(c, message, message.Queue, message.DequeueCount, due), ct);
        BellOf(message.Queue).Ring();
        return released;
    }

    /// <summary>Puts a message aside into <c>&lt;queue&gt;-poison</c>, as never received; false when the lease was over.</summary>
    public async Task<bool> MoveToPoisonAsync(QueueMessage message, CancellationToken ct)
    {
        var poison = message.Queue + Queues.Poison;
        var now = Now();
        var moved = await database.WriteAsync(c => QueueRows.Release(c, message, poison, 0, now), ct);
        BellOf(poison).Ring();
        return moved;
    }

    /// <inheritdoc/>
    public async Task<int> CountAsync(string queue, CancellationToken ct) => await LengthAsync(queue, ct) is var length ? length.Visible + length.Delayed + length.InFlight : 0;

    /// <summary>How full a queue is now.</summary>
    public Task<QueueLength> LengthAsync(string queue, CancellationToken ct) => database.ReadAsync(c => QueueRows.Length(c, queue, Now()), ct);

    private async Task SendAsync(string queue, string message, TimeSpan delay, Action<Connection>? together, CancellationToken ct)
    {
        QueueLimits.Check(message, delay);
        var now = clock.GetUtcNow();
        await database.WriteAsync(connection =>
        {
            together?.Invoke(connection);
            using var insert = connection.Prepare("INSERT INTO message (queue, held, due, dequeues, enqueued, text) VALUES (?1, 0, ?2, 0, ?3, ?4)");
            insert.Bind(1, queue).Bind(2, Milliseconds(now + delay)).Bind(3, Milliseconds(now)).Bind(4, message).Run();
            return true;
        }, ct);
        BellOf(queue).Ring();
    }

    /// <summary>Waits for the bell or for the next message to come due.</summary>
    private async Task WaitAsync(Task bell, long? next, CancellationToken ct)
    {
        if (next is null)
        {
            await bell.WaitAsync(ct);
            return;
        }
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var due = Task.Delay(TimeSpan.FromMilliseconds(Math.Max(0, next.Value - Now())), clock, over.Token);
        await Task.WhenAny(bell, due);
        await over.CancelAsync();
        ct.ThrowIfCancellationRequested();
    }

    private Bell BellOf(string queue) => bells.GetOrAdd(queue, _ => new Bell());

    private long Now() => Milliseconds(clock.GetUtcNow());

    private static long Milliseconds(DateTimeOffset at) => at.ToUnixTimeMilliseconds();
}
