using HelpdeskMx.Agents;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>Marks a ticket read or unread for one agent; for everybody else nothing changes, its version included.</summary>
public sealed class MarkRead(Tickets tickets, Live live)
{
    /// <summary>The ticket as it is then.</summary>
    public async Task<Outcome<Ticket>> RunAsync(string id, bool read, Agent by, CancellationToken ct)
    {
        while (await tickets.FindAsync(id, by, ct) is { } found)
        {
            if (found.Value.ReadBy.Contains(by.Id) == read) return found.Value;
            string[] readBy = read ? [.. found.Value.ReadBy, by.Id] : [.. found.Value.ReadBy.Where(a => a != by.Id)];
            var change = new Change(found.Value with { ReadBy = readBy }, found.ETag);
            if (await tickets.CommitAsync(change, ct) != CommitOutcome.Committed) continue;
            await live.VisitorsAsync(change.Ticket, ct); // who sees there whether somebody has read it
            return change.Ticket;
        }
        return Problems.NoSuchTicket;
    }
}
