using HelpdeskMx.Agents;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Customers;

/// <summary>A customer as the panel beside a conversation shows them.</summary>
/// <param name="TicketCount">Tickets of theirs that the agent may see, counted up to 999.</param>
public sealed record CustomerView(string Id, string Name, IReadOnlyList<Identity> Identities, string? Language, DateTimeOffset CreatedAt, int TicketCount);

/// <summary>Shows a customer to an agent.</summary>
public sealed class ShowCustomer(Customers customers, Tickets.Tickets tickets)
{
    private static readonly Problem NoSuchCustomer = new("no-such-customer", "There is no such customer.", 404);

    /// <summary>The customer as the panel shows them.</summary>
    public async Task<Outcome<CustomerView>> RunAsync(string id, Agent by, CancellationToken ct)
    {
        if (await customers.FindAsync(id, ct) is not { } customer) return NoSuchCustomer;
        var count = await CountAsync(id, Views.CountLimit, by, ct);
        if (count == 0 && !SeesAll(by)) return NoSuchCustomer;
        return new CustomerView(customer.Id, customer.Name, customer.Identities, customer.Language, customer.CreatedAt, count);
    }

    /// <summary>True if the agent may know of the customer: they see every ticket, or one of theirs.</summary>
    public async Task<bool> MaySeeAsync(string id, Agent by, CancellationToken ct) => SeesAll(by) || await CountAsync(id, 1, by, ct) > 0;

    private Task<int> CountAsync(string id, int atMost, Agent by, CancellationToken ct) => tickets.CountAsync(q => q with { Where = new TicketFilter { Customer = id }.Conditions(by) }, atMost, ct);

    private static bool SeesAll(Agent by) => !Rights.Visible(by).Any();
}
