using System.Text.Json.Serialization;

namespace HelpdeskMx.Agents;

/// <summary>One action a role may take.</summary>
/// <param name="Action">Key of an action of the workflow, or of what the desk itself offers (<see cref="Role.Offered"/>).</param>
public sealed record Grant(string Action)
{
    /// <summary>Keys of the states it may be taken in; empty for every one it is offered in.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>Ids of the departments in whose tickets it may be taken; empty for all the agent sees.</summary>
    public IReadOnlyList<string> Departments { get; init; } = [];
}

/// <summary>What agents may see and do: state by action by department.</summary>
/// <param name="Id">Stable.</param>
/// <param name="Name">As admins call it.</param>
public sealed record Role(string Id, string Name)
{
    /// <summary>Sets up the desk, and sees and does everything.</summary>
    public const string AdminId = "admin";

    /// <summary>Works all tickets of their departments.</summary>
    public const string AgentId = "agent";

    /// <summary>What can be done to a ticket beside the workflow: <c>start</c> one, <c>split</c>, <c>merge</c>, link it (<c>link</c>), change its <c>customer</c>.</summary>
    public static IReadOnlyList<string> Offered { get; } = ["start", "split", "merge", "link", "customer"];

    /// <summary>Keys of the states whose tickets they see; empty for all.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>What they may do; null for everything.</summary>
    public IReadOnlyList<Grant>? Grants { get; init; }

    /// <summary>True for those every desk has, which nobody changes.</summary>
    [JsonIgnore]
    public bool IsBuiltIn => Id is AdminId or AgentId;

    /// <summary>The role every desk has by this id; of a role that is gone nothing is left to do.</summary>
    public static Role BuiltIn(string id) => new(id, id) { Grants = id is AdminId or AgentId ? null : [] };

    /// <summary>True if they may take the action in this state and department.</summary>
    public bool Allows(string action, string state, string department) =>
        Grants is null || Grants.Any(g => g.Action == action && Covers(g.States, state) && Covers(g.Departments, department));

    /// <summary>True if they see tickets in this state.</summary>
    public bool Sees(string state) => Covers(States, state);

    private static bool Covers(IReadOnlyList<string> some, string one) => some.Count == 0 || some.Contains(one);
}
