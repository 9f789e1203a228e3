using HelpdeskMx.Agents;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>Brings back every ticket whose time has come.</summary>
public sealed class WakeTickets(Tickets tickets, Live live, TimeProvider clock)
{
    /// <summary>Sweeps once.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        await foreach (var row in Pages.AllAsync(next => tickets.DueWakesAsync(clock.GetUtcNow(), next, ct), ct)) await WakeAsync(row, ct);
    }

    private async Task WakeAsync(Stored<WakeRow> row, CancellationToken ct)
    {
        while (await tickets.ReadAsync(row.Value.TicketId, ct) is { } found && await tickets.WakeAsync(row.Value.TicketId, ct) is { } still && still.ETag == row.ETag)
        {
            var now = clock.GetUtcNow();
            var woken = found.Value.SnoozedUntil <= now
                ? new Change(found.Value with { SnoozedUntil = null, ReadBy = [], Version = found.Value.Version + 1 }, found.ETag)
                : new Change(found.Value, found.ETag); // brought back before, and not put off again
            if (woken.Ticket != found.Value)
            {
                var (was, become) = Difference.Between(found.Value, woken.Ticket);
                woken = woken with { Events = [new TicketEvent(Ids.Derive("woken", row.Value.TicketId, UtcTime.Text(row.Value.DueAt)), row.Value.TicketId, "woken", Actor.System, now, woken.Ticket.Version, was, become)] };
            }
            if (await tickets.CommitWakeAsync(woken, row, ct) != CommitOutcome.Committed) continue;
            await live.TicketAsync(woken.Ticket, ct);
            return;
        }
    }
}
