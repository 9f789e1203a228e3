using HelpdeskMx.Agents;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>Which tickets an agent may see. Every list, count, search, push and file goes through here.</summary>
public static class Rights
{
    /// <summary>An audience that hears of every ticket.</summary>
    public const string Everything = "all";

    /// <summary>An audience that hears of one department's tickets.</summary>
    public static string Department(string id) => $"department-{id}";

    /// <summary>True if the agent may see the ticket.</summary>
    public static bool MaySee(Agent agent, Ticket ticket) => SeesAll(agent) || agent.Departments.Contains(ticket.Department);

    /// <summary>The condition that keeps a query to what the agent may see; null when that is everything.</summary>
    public static Condition? Visible(Agent agent) => SeesAll(agent) ? null : new Condition.OneOf("department", [.. agent.Departments]);

    /// <summary>The audiences whose pushes the agent may hear.</summary>
    public static IReadOnlyList<string> Audiences(Agent agent) => SeesAll(agent) ? [Everything] : [.. agent.Departments.Select(Department)];

    private static bool SeesAll(Agent agent) => agent.Role == Role.Admin || agent.Departments.Count == 0;
}
