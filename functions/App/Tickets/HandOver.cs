using HelpdeskMx.Agents;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>Takes an agent's open tickets off them when they go away, so that colleagues see them; departments that assign by themselves give them on.</summary>
public sealed class HandOver(Tickets tickets, AssignBacklog assignBacklog, GiveTicket give)
{
    private const int AtOnce = 100, Most = 2_000;

    /// <summary>What is the shop's turn becomes nobody's; of an agent who has left for good also what waits for its customer, or was put off.</summary>
    public async Task RunAsync(Agent agent, bool forGood, CancellationToken ct)
    {
        Condition[] theirs = forGood
            ? [new Condition.Is("assignee", agent.Id), new Condition.OneOf("category", ["new", "open", "waiting"])]
            : [new Condition.Is("assignee", agent.Id), new Condition.Is("active", true), new Condition.OneOf("category", ["new", "open"])];
        var (given, departments) = (0, new HashSet<string>());
        await foreach (var found in Pages.AllAsync(next => tickets.ListAsync(q => q with { Where = theirs, OrderBy = [new Order("lastMessageAt")], PageSize = AtOnce, Continuation = next }, ct), ct))
        {
            if (!await give.RunAsync(found, null, Agent.Desk(agent.Name), ct)) continue;
            departments.Add(found.Value.Department);
            if (++given == Most) break;
        }
        foreach (var department in departments) await assignBacklog.RunAsync(department, ct);
    }
}
