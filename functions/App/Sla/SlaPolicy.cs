using System.Text.Json.Serialization;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Sla;

/// <summary>What is promised.</summary>
public enum SlaKind
{
    /// <summary>The first answer to a new ticket.</summary>
    FirstReply,

    /// <summary>The answer to what a customer wrote after that.</summary>
    NextReply,

    /// <summary>That the ticket is closed.</summary>
    Resolution,
}

/// <summary>A policy as somebody wants it: for which tickets, what is promised, and what happens when it is not kept.</summary>
public sealed record SlaDraft([property: JsonRequired] string Name)
{
    /// <summary>Ids of stores; empty for every one.</summary>
    public IReadOnlyList<string> Stores { get; init; } = [];

    /// <summary>Ids of channels; empty for every one.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>Empty for every one.</summary>
    public IReadOnlyList<Priority> Priorities { get; init; } = [];

    /// <summary>Minutes to the first answer; null promises none.</summary>
    public int? FirstReply { get; init; }

    /// <summary>Minutes to every later answer; null promises none.</summary>
    public int? NextReply { get; init; }

    /// <summary>Minutes until the ticket is closed, without the time its customer took to answer; null promises none.</summary>
    public int? Resolution { get; init; }

    /// <summary>Only time in which the department or store is open counts; where neither has a calendar, all time does.</summary>
    public bool BusinessHours { get; init; } = true;

    /// <summary>How many minutes before a target is missed the warning comes; null for none.</summary>
    public int? WarnMinutes { get; init; }

    /// <summary>Key of the action the desk takes with the warning; null for none.</summary>
    public string? WarnAction { get; init; }

    /// <summary>Key of the action the desk takes when a target is missed; null for none.</summary>
    public string? BreachAction { get; init; }
}

/// <summary>A service level policy. Of those that fit a ticket the first in order counts.</summary>
/// <param name="Id">Stable.</param>
/// <param name="Order">They are asked from the lowest.</param>
/// <param name="Says">What it promises, and to whom.</param>
public sealed record SlaPolicy(string Id, int Order, SlaDraft Says)
{
    /// <summary>True if it is for this ticket.</summary>
    public bool Fits(Ticket ticket) =>
        (Says.Stores.Count == 0 || Says.Stores.Contains(ticket.Store))
        && (Says.Channels.Count == 0 || Says.Channels.Contains(ticket.Channel))
        && (Says.Priorities.Count == 0 || Says.Priorities.Contains(ticket.Priority));

    /// <summary>Minutes promised for this; null for none.</summary>
    public int? Minutes(SlaKind kind) => kind switch
    {
        SlaKind.FirstReply => Says.FirstReply,
        SlaKind.NextReply => Says.NextReply,
        _ => Says.Resolution,
    };
}

/// <summary>A promise that is running.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Since">Since when.</param>
/// <param name="DueAt">When it is broken.</param>
/// <param name="Warned">The warning has been given.</param>
/// <param name="Breached">It was not kept.</param>
public sealed record SlaTarget(SlaKind Kind, DateTimeOffset Since, DateTimeOffset DueAt, bool Warned, bool Breached);

/// <summary>How a ticket stands with what was promised.</summary>
/// <param name="Policy">Id of the policy that counts.</param>
/// <param name="Targets">Promises that are running, the next due first; none while the customer's turn is awaited, or once it is done.</param>
public sealed record SlaClock(string Policy, IReadOnlyList<SlaTarget> Targets)
{
    /// <summary>An agent has answered.</summary>
    public bool Replied { get; init; }

    /// <summary>When the customer wrote what nobody has answered yet; null where that is nothing.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>Since when it stands still because it is not the shop's turn; null while it runs.</summary>
    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>For how long it has stood still before, in the policy's time.</summary>
    public TimeSpan Waited { get; init; }

    /// <summary>Promises that were not kept, each once.</summary>
    public IReadOnlyList<SlaKind> Missed { get; init; } = [];

    /// <summary>When the sweep looks at it next; null for never.</summary>
    public DateTimeOffset? LookAt { get; init; }
}

/// <summary>When a ticket's promises are looked at next, saved in the same commit that changed them.</summary>
public sealed record SlaRow(string TicketId, DateTimeOffset DueAt);
