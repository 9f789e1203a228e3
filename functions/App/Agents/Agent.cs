namespace HelpdeskMx.Agents;

/// <summary>What an agent may do beyond working tickets.</summary>
public enum Role
{
    /// <summary>Works tickets.</summary>
    Agent,

    /// <summary>Also sets up the desk.</summary>
    Admin,
}

/// <summary>Somebody who answers customers.</summary>
public sealed record Agent
{
    /// <summary>Stable.</summary>
    public required string Id { get; init; }

    /// <summary>As customers and colleagues see it.</summary>
    public required string Name { get; init; }

    /// <summary>What they sign in with; lower case.</summary>
    public required string Email { get; init; }

    /// <summary>What they may do.</summary>
    public Role Role { get; init; }

    /// <summary>Language of their screens: en, cs, pl, ko or ru.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Id of the blob with their picture; null for none.</summary>
    public string? Picture { get; init; }

    /// <summary>Departments whose tickets they see; empty means all.</summary>
    public IReadOnlyList<string> Departments { get; init; } = [];

    /// <summary>False once they have left; their name stays on what they did.</summary>
    public bool Active { get; init; } = true;

    /// <summary>ASP.NET Core Identity's hash; never leaves the server.</summary>
    public string PasswordHash { get; init; } = "";

    /// <summary>Their object id in Entra ID, null until they first signed in with it.</summary>
    public string? EntraId { get; init; }

    /// <summary>Ids of sessions ended before their time, with when they would have ended.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> EndedSessions { get; init; } = new Dictionary<string, DateTimeOffset>();
}

/// <summary>An agent as the API shows them.</summary>
/// <param name="Picture">Where their picture is, below the address the desk is at; null for none.</param>
public sealed record AgentView(string Id, string Name, string Email, Role Role, string Language, IReadOnlyList<string> Departments, bool Active, string? Picture)
{
    /// <summary>Leaves out what only the server may know.</summary>
    public static AgentView Of(Agent agent) =>
        new(agent.Id, agent.Name, agent.Email, agent.Role, agent.Language, agent.Departments, agent.Active, AgentPictures.UrlOf(agent));
}
