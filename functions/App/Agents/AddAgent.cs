using HelpdeskMx.Platform;

namespace HelpdeskMx.Agents;

/// <summary>Adds an agent, who comes in by a link or by the company's directory.</summary>
public sealed class AddAgent(Settings settings)
{
    private const int Most = 2_000;
    private static readonly Problem TooMany = new("too-many-agents", $"A desk has at most {Most} agents.", 409);

    /// <summary>The new agent.</summary>
    public async Task<Outcome<AgentView>> RunAsync(AgentFacts facts, CancellationToken ct)
    {
        var (roles, departments) = (await settings.RolesAsync(ct), await settings.DepartmentsAsync(ct));
        var calendars = await settings.CalendarsAsync(ct);
        var added = await settings.AddAsync(Kinds.Agents, Slug.Of(facts.Name ?? "", "agent"), agent => agent.Id, (agents, id) =>
            agents.Count >= Most ? TooMany : facts.Applied(new Agent { Id = id, Name = "", Email = "" }, agents, roles, departments, calendars), ct);
        return added.Problem is { } problem ? problem : AgentView.Of(added.Value);
    }
}
