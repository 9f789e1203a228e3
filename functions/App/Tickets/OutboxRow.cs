namespace HelpdeskMx.Tickets;

/// <summary>An answer that must leave the desk, saved in the same commit as the answer itself.</summary>
public sealed record OutboxRow
{
    /// <summary>The id of the message it sends.</summary>
    public required string Id { get; init; }

    /// <summary>The ticket of that message.</summary>
    public required string TicketId { get; init; }

    /// <summary>Queued, or sending once the last byte is about to be handed over.</summary>
    public DeliveryState State { get; init; } = DeliveryState.Queued;

    /// <summary>Tries so far.</summary>
    public int Attempts { get; init; }

    /// <summary>When the sweep should look at it if nothing has happened until then.</summary>
    public required DateTimeOffset DueAt { get; init; }
}
