using HelpdeskMx.Calendars;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Sla;

/// <summary>Puts into every change of a ticket what is promised after it. Without a policy it costs nothing.</summary>
public sealed class KeepDeadlines(Settings settings, Hours hours, TimeProvider clock)
{
    /// <summary>The change with its deadlines.</summary>
    public async Task<Change> RunAsync(Change change, CancellationToken ct)
    {
        var policies = await settings.SlaAsync(ct);
        if (policies.Count == 0 && change.Ticket.Sla is null) return change;
        var calendar = await hours.CalendarAsync(change.Ticket.Department, change.Ticket.Store, ct);
        var before = change.Ticket.Sla?.LookAt;
        var ticket = Deadlines.Of(change.Ticket, change.NewMessages, policies.OrderBy(p => p.Order), calendar is null ? null : new WorkingTime(calendar), clock.GetUtcNow());
        return change with { Ticket = ticket, Look = ticket.Sla?.LookAt == before ? change.Look : new SlaRow(ticket.Id, ticket.Sla?.LookAt ?? UtcTime.Never) };
    }
}
