using HelpdeskMx.Agents;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Workflow;

/// <summary>The states of a desk and what can be done in each.</summary>
public sealed record TicketWorkflow(IReadOnlyList<State> States, IReadOnlyList<TicketAction> Actions)
{
    /// <summary>Rises each time it is changed; 0 for the one a desk starts with.</summary>
    public int Version { get; init; }

    /// <summary>Who changed it last; null for the one a desk starts with.</summary>
    public string? SavedBy { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? SavedAt { get; init; }

    /// <summary>The state of this key; a key no longer known is read as the first open state, so that no ticket is stranded.</summary>
    public State State(string key) => States.FirstOrDefault(s => s.Key == key) ?? First(Category.Open);

    /// <summary>The first state of a category; where there is none, the first of the one that comes before it.</summary>
    public State First(Category category) => States.FirstOrDefault(s => s.Category == category) ?? (category == Category.New ? States[0] : First(category - 1));

    /// <summary>The action of this key, null when there is none.</summary>
    public TicketAction? Action(string key) => Actions.FirstOrDefault(a => a.Key == key);

    /// <summary>The first action of a kind, null when there is none.</summary>
    public TicketAction? First(ActionKind kind) => Actions.FirstOrDefault(a => a.Kind == kind);

    /// <summary>The workflow with the actions no desk can do without, where it was saved before they were: nothing may go out of sight that cannot come back, and what is asked of a ticket can be answered.</summary>
    public TicketWorkflow Whole()
    {
        var missing = DefaultWorkflow.Needed.Where(n => First(n.Kind) is null && Action(n.Key) is null).Select(n => n with { From = [.. States.Select(s => s.Key)] }).ToArray();
        return missing.Length == 0 ? this : this with { Actions = [.. Actions, .. missing] };
    }

    /// <summary>What this agent can do to a ticket in its state.</summary>
    public IEnumerable<TicketAction> Offered(Ticket ticket, Agent by) => Offered(ticket).Where(a => May(by, a, ticket));

    /// <summary>What can be done to a ticket in its state.</summary>
    public IEnumerable<TicketAction> Offered(Ticket ticket)
    {
        var state = State(ticket.State).Key;
        return ticket.MergedInto is null ? Actions.Where(a => a.From.Contains(state)) : [];
    }

    /// <summary>True if this agent's role lets them answer customers in the ticket, by whatever action does that.</summary>
    public bool MayAnswer(Agent by, Ticket ticket) => Actions.Any(a => a.Kind == ActionKind.Reply && May(by, a, ticket));

    private static bool May(Agent by, TicketAction action, Ticket ticket) =>
        by.IsAdmin || ((action.Roles.Count == 0 || action.Roles.Contains(by.Role)) && Rights.MayDo(by, action.Key, ticket));
}
