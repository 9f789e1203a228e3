using HelpdeskMx.Agents;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>Takes an agent's open tickets off them when they go away, so that colleagues see them; departments that assign by themselves give them on.</summary>
public sealed class HandOver(Tickets tickets, AssignBacklog assignBacklog, GiveTicket give)
{
    private const int AtOnce = 100, Most = 2_000;

    /// <summary>How many tickets were handed over. What waits for its customer stays, unless the agent has left for good.</summary>
    public async Task<int> RunAsync(Agent agent, bool forGood, CancellationToken ct)
    {
        var (given, departments, next) = (0, new HashSet<string>(), (string?)null);
        do
        {
            var page = await tickets.ListAsync(q => q with
            {
                Where = [new Condition.Is("assignee", agent.Id), new Condition.Is("active", true)],
                OrderBy = [new Order("lastMessageAt")],
                PageSize = AtOnce,
                Continuation = next,
            }, ct);
            foreach (var found in page.Items.Where(t => forGood || t.Value.Category != Category.Waiting))
            {
                if (!await give.RunAsync(found, null, Agent.Desk(agent.Name), ct)) continue;
                departments.Add(found.Value.Department);
                given++;
            }
            next = page.Next;
        } while (next is not null && given < Most);
        foreach (var department in departments) await assignBacklog.RunAsync(department, ct);
        return given;
    }
}
