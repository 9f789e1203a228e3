using System.Text.Json.Serialization;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Workflow;

/// <summary>What an action is for: what the desk asks and does beside leading to the action's state.</summary>
public enum ActionKind
{
    /// <summary>Writes to the customer.</summary>
    Reply,

    /// <summary>Writes a note for agents.</summary>
    Note,

    /// <summary>Gives the ticket to somebody or to nobody.</summary>
    Assign,

    /// <summary>Only leads to its state.</summary>
    Plain,

    /// <summary>Makes it another department's work.</summary>
    Forward,

    /// <summary>Puts labels on it and takes them off.</summary>
    Label,

    /// <summary>Says how much it presses.</summary>
    Priority,

    /// <summary>Has agents watch it, or watch it no more.</summary>
    Follow,

    /// <summary>Puts it out of sight until a time, or until the customer writes.</summary>
    Snooze,

    /// <summary>Says that it is spam, or that it is none.</summary>
    Spam,

    /// <summary>Fills in the desk's own fields.</summary>
    Fill,
}

/// <summary>Whose the ticket is once an action is done.</summary>
public enum Ownership
{
    /// <summary>Whose it was.</summary>
    Keep,

    /// <summary>Nobody's.</summary>
    Nobody,

    /// <summary>Whoever took the action.</summary>
    Actor,

    /// <summary>One agent's.</summary>
    Agent,

    /// <summary>The next in turn of those who are there and may have it.</summary>
    RoundRobin,

    /// <summary>Of those who are there and may have it, whoever has the fewest open tickets.</summary>
    LeastBusy,
}

/// <summary>What an action changes by itself, whatever is asked of whoever takes it.</summary>
public sealed record ActionEffects
{
    /// <summary>Whose the ticket is then.</summary>
    public Ownership Owner { get; init; }

    /// <summary>The agent's id, for <see cref="Ownership.Agent"/>.</summary>
    public string? Agent { get; init; }

    /// <summary>Id of the department whose work it is then; null leaves it.</summary>
    public string? Department { get; init; }

    /// <summary>Labels it has then.</summary>
    public IReadOnlyList<string> AddLabels { get; init; } = [];

    /// <summary>Labels it has no more then.</summary>
    public IReadOnlyList<string> RemoveLabels { get; init; } = [];

    /// <summary>How much it presses then; null leaves it.</summary>
    public Priority? Priority { get; init; }
}

/// <summary>Whom an action writes to by itself.</summary>
public enum MailTo
{
    /// <summary>The ticket's customer, the way they came.</summary>
    Customer,

    /// <summary>Whoever owns it then; nobody where nobody does.</summary>
    Assignee,

    /// <summary>Whoever leads the department it is in then.</summary>
    DepartmentLead,

    /// <summary>Whoever watches it.</summary>
    Followers,

    /// <summary>One address.</summary>
    Address,
}

/// <summary>A mail an action sends by itself.</summary>
/// <param name="Reply">Id of the shared saved reply whose words it has.</param>
/// <param name="To">Whom it goes to, at least one.</param>
public sealed record ActionMail([property: JsonRequired] string Reply, [property: JsonRequired] IReadOnlyList<MailTo> To)
{
    /// <summary>The address, for <see cref="MailTo.Address"/>.</summary>
    public string? Address { get; init; }
}

/// <summary>Something that can be done to a ticket.</summary>
/// <param name="Key">Stable, in URLs and the audit trail.</param>
/// <param name="Kind">How it is carried out.</param>
/// <param name="From">States it is offered in.</param>
/// <param name="To">The state it leads to; null leaves the state as it is.</param>
/// <param name="Names">Its name on the button, by language.</param>
public sealed record TicketAction(
    [property: JsonRequired] string Key, [property: JsonRequired] ActionKind Kind, [property: JsonRequired] IReadOnlyList<string> From, string? To, [property: JsonRequired] IReadOnlyDictionary<string, string> Names)
{
    /// <summary>What it asks before it runs.</summary>
    public IReadOnlyList<ActionField> Fields { get; init; } = [];

    /// <summary>What it changes by itself.</summary>
    public ActionEffects Effects { get; init; } = new();

    /// <summary>What it sends by itself.</summary>
    public IReadOnlyList<ActionMail> Mails { get; init; } = [];

    /// <summary>Ids of the roles that may take it; empty for every role that is not kept from it.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>The desk takes it by itself once so many hours have passed since anything was said; null for never.</summary>
    public int? AfterHours { get; init; }
}
