namespace HelpdeskMx.Tickets;

/// <summary>An answer that has yet to leave, as its ticket names it while it will.</summary>
/// <param name="Id">Its own.</param>
/// <param name="By">Id of the agent who wrote it.</param>
/// <param name="DueAt">When it leaves.</param>
/// <param name="Held">Only held back for a moment so that it can be taken back: it leaves even if the customer writes meanwhile.</param>
public sealed record LaterName(string Id, string By, DateTimeOffset DueAt, bool Held);

/// <summary>The same with its words: an action that waits, in its ticket's partition. It stays until it has left or somebody takes it back, also once it will not leave any more.</summary>
/// <param name="Id">Derived from the request that asked for it.</param>
/// <param name="TicketId">The ticket.</param>
/// <param name="By">Id of the agent who wrote it.</param>
/// <param name="Action">Key of the action.</param>
/// <param name="Request">What the agent asked.</param>
/// <param name="DueAt">When the sweep looks at it; long from now once it will not leave.</param>
/// <param name="Stopped">Why it did not leave: a problem's code, or <c>customer-wrote</c>; null while nothing stands in its way.</param>
public sealed record LaterAnswer(string Id, string TicketId, string By, string Action, ActionRequest Request, DateTimeOffset DueAt, string? Stopped = null)
{
    /// <summary>The code of an answer whose customer wrote before it left.</summary>
    public const string CustomerWrote = "customer-wrote";
}

/// <summary>An answer that waits, as agents see it.</summary>
/// <param name="SendAt">When it leaves; null once it will not.</param>
/// <param name="Why">Why it did not leave; null while it waits.</param>
/// <param name="Request">What was written, to be put back into the box.</param>
/// <param name="Files">The files that go with it.</param>
public sealed record LaterView(string Id, string By, string Action, DateTimeOffset? SendAt, bool Held, string? Why, ActionRequest Request, IReadOnlyList<UploadView> Files);
