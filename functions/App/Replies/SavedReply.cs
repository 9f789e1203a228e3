using HelpdeskMx.Agents;

namespace HelpdeskMx.Replies;

/// <summary>Words somebody writes again and again, with gaps that are filled in for each ticket.</summary>
/// <param name="Id">Stable.</param>
/// <param name="Name">What it is found by.</param>
/// <param name="Folder">Where it lies among the others; empty for the top.</param>
/// <param name="Owner">Id of the agent whose it is; null for everybody's. Only everybody's are sent by the desk itself.</param>
/// <param name="Texts">The words by language, at least one; see <see cref="TemplateText"/>.</param>
public sealed record SavedReply(string Id, string Name, string Folder, string? Owner, IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>True if this agent sees it.</summary>
    public bool IsFor(Agent agent) => Owner is null || Owner == agent.Id;

    /// <summary>True if this agent may change it: their own, or as an admin everybody's.</summary>
    public bool IsOf(Agent agent) => Owner is null ? agent.IsAdmin : Owner == agent.Id;
}

/// <summary>A saved reply as the API shows it.</summary>
/// <param name="Shared">Everybody has it.</param>
/// <param name="Own">This agent may change it.</param>
public sealed record SavedReplyView(string Id, string Name, string Folder, bool Shared, bool Own, IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>As this agent sees it.</summary>
    public static SavedReplyView Of(SavedReply reply, Agent by) => new(reply.Id, reply.Name, reply.Folder, reply.Owner is null, reply.IsOf(by), reply.Texts);
}
