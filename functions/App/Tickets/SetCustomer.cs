using HelpdeskMx.Agents;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>Whose ticket an agent says it is.</summary>
public sealed record CustomerChange(string? Customer);

/// <summary>Puts a ticket with another customer, as an agent says. Nothing else of either customer changes, and it can be put back the same way.</summary>
public sealed class SetCustomer(Tickets tickets, Customers.Customers customers, Live live, TimeProvider clock)
{
    private const int MostTries = 20;

    /// <summary>The ticket as it is then.</summary>
    public async Task<Outcome<Ticket>> RunAsync(string id, CustomerChange change, Agent by, CancellationToken ct)
    {
        if (change.Customer is null || await customers.FindAsync(change.Customer, ct) is not { } customer) return Problems.Field("customer", "There is no such customer.");
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await tickets.FindAsync(id, by, ct) is not { } found) return Problems.NoSuchTicket;
            if (!Rights.MayDo(by, "customer", found.Value)) return Problems.NotAllowed;
            if (found.Value.Customer == customer.Id) return found.Value;
            var before = await customers.FindAsync(found.Value.Customer, ct);
            var ticket = found.Value with { Customer = customer.Id, Version = found.Value.Version + 1 };
            var told = new TicketEvent(Ids.Random(), id, "customer", new Actor(ActorKind.Agent, by.Id, by.Name), clock.GetUtcNow(), ticket.Version,
                new Dictionary<string, string?> { ["customer"] = before?.Name }, new Dictionary<string, string?> { ["customer"] = customer.Name });
            if (await tickets.CommitAsync(new Change(ticket, found.ETag) { Events = [told] }, ct) != CommitOutcome.Committed) continue;
            await live.TicketAsync(ticket, ct);
            return ticket;
        }
        return Problems.ChangedMeanwhile;
    }
}
