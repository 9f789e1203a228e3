using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Agents;

/// <summary>Changes what admins say of an agent. Nobody locks the last admin out, themselves included; who leaves hands their open tickets over.</summary>
public sealed class ChangeAgent(Settings settings, HandOver handOver)
{
    /// <summary>The agent as they are then.</summary>
    public async Task<Outcome<AgentView>> RunAsync(string id, AgentFacts facts, CancellationToken ct)
    {
        var (agents, roles, departments) = (await settings.AgentsAsync(ct), await settings.RolesAsync(ct), await settings.DepartmentsAsync(ct));
        var calendars = await settings.CalendarsAsync(ct);
        Agent[] others = [.. agents.Where(a => a.Id != id)];
        var changed = await settings.ChangeAsync(Kinds.Agents, id, agent =>
        {
            var applied = facts.Applied(agent, others, roles, departments, calendars);
            return applied.Problem is null && CanSetUp(agent) && !CanSetUp(applied.Value) && !others.Any(CanSetUp) ? AgentProblems.LastAdmin : applied;
        }, ct) ?? AgentProblems.NoSuchAgent;
        if (changed.Problem is { } problem) return problem;
        if (facts.Active == false) await handOver.RunAsync(changed.Value, forGood: true, ct);
        return AgentView.Of(changed.Value);
    }

    private static bool CanSetUp(Agent agent) => agent is { IsAdmin: true, Active: true } && (agent.PasswordHash.Length > 0 || agent.EntraId is not null);
}
