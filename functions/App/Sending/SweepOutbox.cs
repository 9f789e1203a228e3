using HelpdeskMx.Tickets;

namespace HelpdeskMx.Sending;

/// <summary>Queues again every answer that should have left by now: after a crash, after a put-off, after a lost queue message.</summary>
public sealed class SweepOutbox(Tickets.Tickets tickets, Dispatch dispatch, TimeProvider clock)
{
    /// <summary>Sweeps once.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        string? next = null;
        do
        {
            var page = await tickets.DueAsync(clock.GetUtcNow(), next, ct);
            await dispatch.RunAsync([.. page.Items.Select(r => r.Value)], ct);
            next = page.Next;
        } while (next is not null);
    }
}
