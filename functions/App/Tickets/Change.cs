using HelpdeskMx.Sla;

namespace HelpdeskMx.Tickets;

/// <summary>What one step does to a ticket's partition; saved all together or not at all.</summary>
/// <param name="Ticket">The ticket as it becomes.</param>
/// <param name="ETag">The reading it was made from; null creates the ticket.</param>
public sealed record Change(Ticket Ticket, string? ETag)
{
    /// <summary>Messages that come new.</summary>
    public IReadOnlyList<Message> NewMessages { get; init; } = [];

    /// <summary>Messages that are there and change, with the tags of their readings.</summary>
    public IReadOnlyList<(Message Message, string ETag)> ChangedMessages { get; init; } = [];

    /// <summary>What goes into the audit trail.</summary>
    public IReadOnlyList<TicketEvent> Events { get; init; } = [];

    /// <summary>When it comes back, where it was put off.</summary>
    public WakeRow? Wake { get; init; }

    /// <summary>When its promises are looked at next, where that has changed.</summary>
    public SlaRow? Look { get; init; }

    /// <summary>What must leave the desk because of it.</summary>
    public IReadOnlyList<OutboxRow> Outbox { get; init; } = [];

    /// <summary>Both, as one: what was made from the ticket of this one comes after it.</summary>
    public Change And(Change next) => this with
    {
        Ticket = next.Ticket,
        NewMessages = [.. NewMessages, .. next.NewMessages],
        Events = [.. Events, .. next.Events],
        Outbox = [.. Outbox, .. next.Outbox],
        Wake = next.Wake ?? Wake,
    };
}
