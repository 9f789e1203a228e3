using HelpdeskMx.Agents;
using HelpdeskMx.Platform;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Tickets;

/// <summary>Gives a ticket to an agent, or takes it off one, because the desk says so.</summary>
public sealed class GiveTicket(Tickets tickets, Settings settings, Live live, TimeProvider clock)
{
    private static readonly TicketAction Assign = new("assign", ActionKind.Assign, [], null, new Dictionary<string, string>());

    /// <summary>True once it is done; false where somebody else changed the ticket first.</summary>
    /// <param name="found">The ticket.</param>
    /// <param name="to">An agent's id, null for nobody.</param>
    /// <param name="by">Who it is said to be by in the audit trail.</param>
    /// <param name="ct">Stops giving.</param>
    public async Task<bool> RunAsync(Stored<Ticket> found, string? to, Agent by, CancellationToken ct)
    {
        var step = new Step(Ids.Random(), Assign, by, clock.GetUtcNow(), await settings.WorkflowAsync(ct), new Dictionary<string, string>());
        var change = Acting.Do(found, step, t => t with { Assignee = to });
        if (await tickets.CommitAsync(change, ct) != CommitOutcome.Committed) return false;
        await live.TicketAsync(change.Ticket, ct);
        return true;
    }
}
