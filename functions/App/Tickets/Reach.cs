using HelpdeskMx.Agents;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>Where else the customer of a ticket can be reached, and who else they may be, as far as the agent may see.</summary>
public sealed class Reach(Tickets tickets, Customers.Customers customers, Lookups lookups, Settings settings)
{
    private const int MostTickets = 20;

    /// <summary>The lines of the ticket, and before them those of the customer's other newest tickets; each channel and person once, as it was last heard anywhere.</summary>
    public async Task<IReadOnlyList<Line>> LinesAsync(Ticket ticket, Agent by, CancellationToken ct)
    {
        if (!(await settings.ChannelsAsync(ct)).Any(c => c.Kind.IsLine())) return ticket.Lines;
        var others = await tickets.ListAsync(q => q with
        {
            Where = new TicketFilter { Customer = ticket.Customer }.Conditions(by),
            OrderBy = [new Order("lastMessageAt", true)],
            PageSize = MostTickets,
        }, ct);
        var elsewhere = others.Items.Where(t => t.Value.Id != ticket.Id).SelectMany(t => t.Value.Lines).OrderBy(l => l.HeardAt).ToArray();
        Line Newest(Line line) => elsewhere.Append(line).Where(line.IsSame).MaxBy(l => l.HeardAt)!;
        return [.. elsewhere.Where(l => l == Newest(l) && !ticket.Lines.Any(l.IsSame)).Distinct(), .. ticket.Lines.Select(Newest)];
    }

    /// <summary>The known customer whose mail address somebody gave in this ticket without proving it; null for nobody else.</summary>
    public async Task<CustomerName?> MayBeAsync(Ticket ticket, CancellationToken ct)
    {
        if (ticket.Lines.Count == 0 || ticket.AnswerTo is not [{ } given, ..]) return null;
        var known = await lookups.FindAsync(new Customers.Identity("email", given.Value.ToLowerInvariant(), Proven: false).Key, ct);
        return known is not null && known.Id != ticket.Customer && await customers.FindAsync(known.Id, ct) is { } customer ? new CustomerName(customer.Id, customer.Name, given.Value) : null;
    }
}
