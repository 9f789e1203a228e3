namespace HelpdeskMx.Tickets;

/// <summary>Who did something.</summary>
public enum ActorKind { Agent, Customer, System }

/// <summary>Somebody who does things to tickets.</summary>
public sealed record Actor(ActorKind Kind, string? Id, string Name)
{
    /// <summary>The desk itself.</summary>
    public static Actor System { get; } = new(ActorKind.System, null, "Helpdesk MX");
}

/// <summary>One entry of the audit trail: who did what when, and how things were before and after.</summary>
/// <param name="Id">Derived from the request or message that caused it.</param>
/// <param name="TicketId">The ticket.</param>
/// <param name="Kind">What happened: <c>created</c>, <c>received</c>, <c>split</c>, <c>split-from</c>, <c>merged</c>, <c>merged-into</c>, <c>unmerged</c>, <c>unmerged-from</c>, <c>linked</c>, <c>unlinked</c>, <c>customer</c>, <c>labelled</c>, <c>woken</c>, <c>workflow</c>, <c>undo</c>, <c>later</c>, <c>later-taken-back</c>, <c>later-stopped</c>, <c>sla-warned</c>, <c>sla-breached</c>, <c>rule-failed</c>, <c>rule-stopped</c>, <c>rated</c>, <c>links-revoked</c>, or an action's key.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="At">When.</param>
/// <param name="Version">The ticket's version after it.</param>
/// <param name="Before">The changed fields as they were.</param>
/// <param name="After">The changed fields as they became.</param>
/// <param name="MessageId">Id of the message that came with it.</param>
public sealed record TicketEvent(
    string Id, string TicketId, string Kind, Actor Actor, DateTimeOffset At, long Version,
    IReadOnlyDictionary<string, string?> Before, IReadOnlyDictionary<string, string?> After, string? MessageId = null);
