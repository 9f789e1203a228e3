using HelpdeskMx.Agents;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Customers;

/// <summary>A note on a customer, as it was written in one of their tickets.</summary>
public sealed record CustomerNote(string TicketId, long Number, string MessageId, string? Author, string Text, IReadOnlyList<string> Mentions, DateTimeOffset At);

/// <summary>Gathers what agents noted in a customer's tickets.</summary>
public sealed class CustomerNotes(Tickets.Tickets tickets)
{
    private const int MostTickets = 20, MostMessages = 100, Most = 20;

    /// <summary>The newest notes, newest first, of the customer's newest tickets that the agent may see.</summary>
    public async Task<IReadOnlyList<CustomerNote>> RunAsync(string customer, Agent by, CancellationToken ct)
    {
        if (!Tickets.Tickets.IsId(customer)) return [];
        var theirs = await tickets.ListAsync(q => q with { Where = new TicketFilter { Customer = customer }.Conditions(by), OrderBy = [new Order("lastMessageAt", true)], PageSize = MostTickets }, ct);
        var notes = await Task.WhenAll(theirs.Items.Where(t => t.Value.Notes is not 0).Select(t => OfAsync(t.Value, ct))); // few tickets have any
        return [.. notes.SelectMany(n => n).OrderByDescending(n => n.At).Take(Most)];
    }

    private async Task<IEnumerable<CustomerNote>> OfAsync(Ticket ticket, CancellationToken ct)
    {
        var said = await tickets.MessagesAsync(ticket.Id, q => q with { OrderBy = [new Order("at", true)], PageSize = MostMessages }, ct);
        return said.Items.Select(m => m.Value).Where(m => m is { Direction: Direction.Note, MovedTo: null })
            .Select(m => new CustomerNote(ticket.Id, ticket.Number, m.Id, m.Author, Excerpt.Of(m.Text, 1000), m.Mentions, m.At));
    }
}
