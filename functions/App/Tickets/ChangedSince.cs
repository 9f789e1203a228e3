using HelpdeskMx.Agents;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>Tells an agent what happened to a ticket since they looked, so that they can decide with their text still in the box.</summary>
public sealed class ChangedSince(Tickets tickets, ShowTicket show, AttachmentLinks links)
{
    private const int Most = 50;

    /// <summary>The problem, with the ticket as it is, and the events and messages that are new.</summary>
    public async Task<Problem> RunAsync(Ticket ticket, long seen, Agent by, CancellationToken ct)
    {
        static Query Newest(Query q) => q with { OrderBy = [new Order("at", true)], PageSize = Most };
        var events = await tickets.EventsAsync(ticket.Id, Newest, ct);
        var messages = await tickets.MessagesAsync(ticket.Id, Newest, ct);
        var secret = await links.SecretAsync(ct);
        return Problems.ChangedMeanwhile with
        {
            With = new Dictionary<string, object>
            {
                ["ticket"] = await show.RunAsync(ticket, by, ct),
                ["events"] = events.Items.Select(e => e.Value).Where(e => e.Version > seen).Reverse().ToArray(),
                ["messages"] = messages.Items.Select(m => m.Value).Where(m => m.Version > seen).Reverse().Select(m => new MessageView(m, links, secret)).ToArray(),
            },
        };
    }
}
