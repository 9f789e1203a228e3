using System.Text.Json.Serialization;

namespace HelpdeskMx.Agents;

/// <summary>Somebody who answers customers.</summary>
public sealed record Agent
{
    /// <summary>Stable.</summary>
    public required string Id { get; init; }

    /// <summary>As customers and colleagues see it.</summary>
    public required string Name { get; init; }

    /// <summary>What they sign in with; lower case.</summary>
    public required string Email { get; init; }

    /// <summary>Id of their role: <c>admin</c>, <c>agent</c>, or one an admin made.</summary>
    public string Role { get; init; } = Agents.Role.AgentId;

    /// <summary>The role itself, as <see cref="Platform.Settings"/> reads it beside the agent.</summary>
    [JsonIgnore]
    public Role May { get => field ?? Agents.Role.BuiltIn(Role); init; }

    /// <summary>True if they set up the desk.</summary>
    [JsonIgnore]
    public bool IsAdmin => Role == Agents.Role.AdminId;

    /// <summary>Language of their screens: en, cs, pl, ko or ru.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Id of the blob with their picture; null for none.</summary>
    public string? Picture { get; init; }

    /// <summary>True for the desk itself, when it acts by a rule or by the clock.</summary>
    [JsonIgnore]
    public bool IsDesk => Id.Length == 0;

    /// <summary>The desk itself, acting under this name.</summary>
    public static Agent Desk(string name) => new() { Id = "", Name = name, Email = "", Role = Agents.Role.AdminId };

    /// <summary>The most open tickets the desk gives them by itself; null for no limit.</summary>
    public int? Capacity { get; init; }

    /// <summary>Departments whose tickets they see; empty means all.</summary>
    public IReadOnlyList<string> Departments { get; init; } = [];

    /// <summary>Id of the calendar they work by; outside its hours the desk gives them nothing. Null where they work whenever they are there.</summary>
    public string? Shift { get; init; }

    /// <summary>Keys of views in the order they want to see them; the others come after.</summary>
    public IReadOnlyList<string> ViewOrder { get; init; } = [];

    /// <summary>False once they have left; their name stays on what they did.</summary>
    public bool Active { get; init; } = true;

    /// <summary>ASP.NET Core Identity's hash; never leaves the server.</summary>
    public string PasswordHash { get; init; } = "";

    /// <summary>Their object id in Entra ID, null until they first signed in with it.</summary>
    public string? EntraId { get; init; }

    /// <summary>SHA-256 of the link they may choose a password by, lower-case hex; null for none.</summary>
    public string? JoinHash { get; init; }

    /// <summary>Until when that link opens.</summary>
    public DateTimeOffset? JoinBefore { get; init; }

    /// <summary>Sessions begun before are over; null for none.</summary>
    public DateTimeOffset? SessionsSince { get; init; }

    /// <summary>Ids of sessions ended before their time, with when they would have ended.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> EndedSessions { get; init; } = new Dictionary<string, DateTimeOffset>();
}

/// <summary>An agent as the API shows them.</summary>
/// <param name="Role">Id of their role.</param>
/// <param name="Joined">False until they have signed in or chosen a password.</param>
/// <param name="Shift">Id of the calendar they work by; null for none.</param>
/// <param name="Picture">Where their picture is, below the address the desk is at; null for none.</param>
public sealed record AgentView(string Id, string Name, string Email, string Role, string Language, IReadOnlyList<string> Departments, bool Active, bool Joined, int? Capacity, string? Shift, string? Picture)
{
    /// <summary>Leaves out what only the server may know.</summary>
    public static AgentView Of(Agent agent) =>
        new(agent.Id, agent.Name, agent.Email, agent.Role, agent.Language, agent.Departments, agent.Active, agent.PasswordHash.Length > 0 || agent.EntraId is not null, agent.Capacity, agent.Shift, AgentPictures.UrlOf(agent));
}
