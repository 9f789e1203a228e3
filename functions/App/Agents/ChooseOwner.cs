using HelpdeskMx.Calendars;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Agents;

/// <summary>Who was given a ticket last, where agents take turns.</summary>
/// <param name="Id">The department.</param>
/// <param name="Agent">The agent's id.</param>
public sealed record Turn(string Id, string Agent);

/// <summary>Chooses whom the desk itself gives a ticket to.</summary>
public sealed class ChooseOwner(Tickets.Tickets tickets, Settings settings, Presences presences, TimeProvider clock)
{
    // Nobody works so many at once; counting on would only cost.
    private const int MostCounted = 500;

    /// <summary>The step with whom its action gives the ticket to.</summary>
    public async Task<Step> ForAsync(Step step, Ticket ticket, CancellationToken ct)
    {
        var effects = step.Action.Effects;
        var there = ticket with { Department = effects.Department ?? ticket.Department };
        return effects.Owner switch
        {
            Ownership.Keep => step,
            Ownership.Nobody => step with { Owner = new(null) },
            Ownership.Actor => step.By.IsDesk ? step : step with { Owner = new(step.By.Id) },
            Ownership.Agent => step with { Owner = new((await MayHaveAsync(there, ct)).FirstOrDefault(a => a.Id == effects.Agent)?.Id) },
            var turn => step with { Owner = new((await NextAsync(turn, there, presentOnly: true, ct) ?? await NextAsync(turn, there, presentOnly: false, ct))?.Id) },
        };
    }

    /// <summary>The agent whose turn it is to get this ticket; null where nobody can take it now.</summary>
    public async Task<Agent?> NextAsync(Ownership how, Ticket ticket, bool presentOnly, CancellationToken ct)
    {
        var there = presentOnly ? await presences.ThereAsync(ct) : null;
        Agent[] free = [.. (await OnShiftAsync(await MayHaveAsync(ticket, ct), ct)).Where(a => there?.Contains(a.Id) is not false && a.Capacity != 0).OrderBy(a => a.Id, StringComparer.Ordinal)];
        if (free.Length == 0) return null;
        return how == Ownership.LeastBusy ? await LeastBusyAsync(free, ct) : await InTurnAsync(free, ticket.Department, ct);
    }

    private async Task<IEnumerable<Agent>> MayHaveAsync(Ticket ticket, CancellationToken ct)
    {
        var workflow = await settings.WorkflowAsync(ct);
        return (await settings.AgentsAsync(ct)).Where(a => a.Active && Rights.MaySee(a, ticket) && workflow.MayAnswer(a, ticket));
    }

    /// <summary>Those whose hours it is.</summary>
    private async Task<IEnumerable<Agent>> OnShiftAsync(IEnumerable<Agent> agents, CancellationToken ct)
    {
        var (calendars, now) = (await settings.CalendarsAsync(ct), clock.GetUtcNow());
        return agents.Where(a => a.Shift is null || calendars.FirstOrDefault(c => c.Id == a.Shift) is not { } calendar || new WorkingTime(calendar).IsOpenAt(now));
    }

    private async Task<Agent?> LeastBusyAsync(Agent[] free, CancellationToken ct)
    {
        (Agent Agent, int Has)? best = null;
        foreach (var agent in free)
        {
            var has = await CountAsync(agent, ct);
            if (!IsFull(agent, has) && (best is null || has < best.Value.Has)) best = (agent, has);
        }
        return best?.Agent;
    }

    /// <summary>The next after whoever had the last one; two at once take two turns.</summary>
    private async Task<Agent?> InTurnAsync(Agent[] free, string department, CancellationToken ct)
    {
        var open = new List<Agent>(free.Length);
        foreach (var agent in free)
        {
            if (agent.Capacity is null || !IsFull(agent, await CountAsync(agent, ct))) open.Add(agent);
        }
        if (open.Count == 0) return null;
        Agent After(string? last) => open.FirstOrDefault(a => string.CompareOrdinal(a.Id, last) > 0) ?? open[0];
        var first = After(null);
        if (await settings.AddAsync(Kinds.Turns, department, new Turn(department, first.Id), ct)) return first;
        var turn = await settings.ChangeAsync(Kinds.Turns, department, last => last with { Agent = After(last.Agent).Id }, ct);
        return turn is { Problem: null } taken ? open.First(a => a.Id == taken.Value.Agent) : first;
    }

    private Task<int> CountAsync(Agent agent, CancellationToken ct) =>
        tickets.CountAsync(q => q with { Where = [new Condition.Is("assignee", agent.Id), new Condition.Is("active", true)] }, Math.Min(agent.Capacity ?? MostCounted, MostCounted), ct);

    private static bool IsFull(Agent agent, int has) => has >= (agent.Capacity ?? int.MaxValue);
}
