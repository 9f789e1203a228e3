using HelpdeskMx.Platform;

namespace HelpdeskMx.Agents;

/// <summary>Why something cannot be done to an agent or a role.</summary>
public static class AgentProblems
{
    /// <summary>Nobody of that id.</summary>
    public static Problem NoSuchAgent { get; } = new("no-such-agent", "There is no such agent.", 404);

    /// <summary>No role of that id, or one every desk has.</summary>
    public static Problem NoSuchRole { get; } = new("no-such-role", "There is no such role, or it is one that cannot be changed.", 404);

    /// <summary>Nobody would be left to set up the desk.</summary>
    public static Problem LastAdmin { get; } = new("last-admin", "This is the last admin who can sign in. Make somebody else an admin first; nothing was changed.", 409);

    /// <summary>Agents still have the role.</summary>
    public static Problem RoleInUse(IReadOnlyList<string> names) =>
        new("role-in-use", $"Agents still have this role: {string.Join(", ", names.Take(5))}. Give them another first; nothing was changed.", 409) { With = new Dictionary<string, object> { ["agents"] = names } };

    /// <summary>The link was used, replaced, or has run out.</summary>
    public static Problem LinkGone { get; } = new("link-gone", "This link was used already, or it has run out. Ask an admin of your desk for a new one.", 410);
}
