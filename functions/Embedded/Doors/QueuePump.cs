using HelpdeskMx.Embedded.Storage;

namespace HelpdeskMx.Embedded.Doors;

/// <summary>Opens the queue doors with every message, several at a time, as host.json says.</summary>
public sealed class QueuePump(SqliteQueue queue, HostSettings host, IServiceProvider services, ILogger<QueuePump> log) : BackgroundService
{
    // Long enough for the slowest message; one that outlives it comes again, which every door can bear.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(DoorList.Of<QueueTriggerAttribute>().Select(d => Task.Run(() => PumpAsync(d.Door, d.Trigger.QueueName, stoppingToken), stoppingToken))).UntilStoppedAsync(stoppingToken);

    private async Task PumpAsync(FoundDoor door, string name, CancellationToken ct)
    {
        var create = ActivatorUtilities.CreateFactory(door.Method.DeclaringType!, []);
        var run = Opening.With<string>(door.Method);
        var room = new SemaphoreSlim(host.BatchSize + host.NewBatchThreshold); // outlives the pump: what is under way still gives its place back
        while (!ct.IsCancellationRequested)
        {
            await room.WaitAsync(ct);
            var taken = 1;
            while (taken < host.BatchSize && room.Wait(0, CancellationToken.None)) taken++;
            var messages = await ReceiveAsync(name, taken, ct);
            if (messages.Count < taken) room.Release(taken - messages.Count);
            foreach (var message in messages)
            {
                _ = Task.Run(async () =>
                {
                    try
                    {
                        await OpenAsync(() => run(create(services, null), message.Text, ct), message, ct);
                    }
                    finally
                    {
                        room.Release();
                    }
                }, CancellationToken.None);
            }
        }
    }

    private async Task<IReadOnlyList<QueueMessage>> ReceiveAsync(string name, int most, CancellationToken ct)
    {
        try
        {
            return await queue.ReceiveAsync(name, most, Lease, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            log.LogError(e, "The queue {Queue} could not be read; it is tried again.", name);
            await Task.Delay(Pause, ct);
            return [];
        }
    }

    private async Task OpenAsync(Func<Task> door, QueueMessage message, CancellationToken ct)
    {
        try
        {
            await door();
            await queue.DeleteAsync(message, CancellationToken.None);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return; // its lease is released at the next start
        }
        catch (Exception e)
        {
            log.LogError(e, "A message of {Queue} failed, try {Try} of {Most}: {Message}", message.Queue, message.DequeueCount, host.MaxDequeueCount, message.Text);
            await GiveBackAsync(message);
        }
    }

    private async Task GiveBackAsync(QueueMessage message)
    {
        try
        {
            if (message.DequeueCount >= host.MaxDequeueCount) await queue.MoveToPoisonAsync(message, CancellationToken.None);
            else await queue.ReleaseAsync(message, host.VisibilityTimeout * message.DequeueCount, CancellationToken.None);
        }
        catch (Exception e)
        {
            log.LogError(e, "A message of {Queue} could not be given back; it comes again when its lease is over.", message.Queue);
        }
    }
}
