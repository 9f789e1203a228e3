using HelpdeskMx.Agents;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>Which tickets an agent may see, and what they may do to them. Every list, count, search, push and file goes through here.</summary>
public static class Rights
{
    /// <summary>True if the agent may see the ticket.</summary>
    public static bool MaySee(Agent agent, Ticket ticket) => agent.IsAdmin || (IsOfTheirs(agent, ticket.Department) && agent.May.Sees(ticket.State));

    /// <summary>True if the agent's role lets them do this to the ticket now.</summary>
    public static bool MayDo(Agent agent, string action, Ticket ticket) => MayDo(agent, action, ticket.State, ticket.Department);

    /// <summary>True if the agent's role lets them do this to a ticket of this state and department.</summary>
    public static bool MayDo(Agent agent, string action, string state, string department) => agent.May.Allows(action, state, department);

    /// <summary>The conditions that keep a query to what the agent may see.</summary>
    public static IEnumerable<Condition> Visible(Agent agent)
    {
        if (agent.IsAdmin) yield break;
        if (agent.Departments.Count > 0) yield return new Condition.OneOf("department", [.. agent.Departments]);
        if (agent.May.States.Count > 0) yield return new Condition.OneOf("state", [.. agent.May.States]);
    }

    /// <summary>The audience of one agent alone.</summary>
    public static string Own(Agent agent) => $"agent-{Ids.Derive(agent.Id)}";

    /// <summary>The audiences whose pushes the agent may hear: their own, everybody's, their departments', and of these only those in the states they see.</summary>
    public static IReadOnlyList<string> Audiences(Agent agent)
    {
        string?[] departments = agent.IsAdmin || agent.Departments.Count == 0 ? [null] : [.. agent.Departments];
        string?[] states = agent.IsAdmin || agent.May.States.Count == 0 ? [null] : [.. agent.May.States];
        return [Own(agent), .. departments.SelectMany(d => states.Select(s => Audience(d, s)))];
    }

    /// <summary>The audiences that hear of a ticket: one for every way agents can be kept to some of them.</summary>
    public static IEnumerable<string> Hearing(Ticket ticket) =>
        [Audience(null, null), Audience(ticket.Department, null), Audience(null, ticket.State), Audience(ticket.Department, ticket.State)];

    private static bool IsOfTheirs(Agent agent, string department) => agent.Departments.Count == 0 || agent.Departments.Contains(department);

    private static string Audience(string? department, string? state) => (department, state) switch
    {
        (null, null) => "all",
        (_, null) => $"department-{department}",
        (null, _) => $"state-{state}",
        _ => $"department-{department}-state-{state}",
    };
}
