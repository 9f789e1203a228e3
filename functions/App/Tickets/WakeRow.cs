namespace HelpdeskMx.Tickets;

/// <summary>A ticket that comes back at a time, saved in the same commit that put it off. A ticket has at most one.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="DueAt">When.</param>
public sealed record WakeRow(string TicketId, DateTimeOffset DueAt);
