using System.Globalization;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Workflow;

/// <summary>What an action is for: how the desk carries it out.</summary>
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
}

/// <summary>A state a ticket can be in.</summary>
/// <param name="Key">Stable, in URLs and filters.</param>
/// <param name="Category">What it means for views, deadlines and reports.</param>
/// <param name="Names">Its name for agents, by language.</param>
public sealed record State(string Key, Category Category, IReadOnlyDictionary<string, string> Names);

/// <summary>What an action's field takes.</summary>
public enum ActionFieldType { Text, Choice, Number, Date }

/// <summary>One of the answers a choice offers.</summary>
public sealed record Choice(string Key, IReadOnlyDictionary<string, string> Names);

/// <summary>Something an action asks before it runs; the answer is kept on the ticket and in the audit trail.</summary>
public sealed record ActionField(string Key, ActionFieldType Type, bool Required, IReadOnlyDictionary<string, string> Names)
{
    /// <summary>What a choice offers; empty for every other type.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>True if this answer will do.</summary>
    public bool Takes(string answer) => answer.Length == 0 ? !Required : Type switch
    {
        ActionFieldType.Number => decimal.TryParse(answer, NumberStyles.Number, CultureInfo.InvariantCulture, out _),
        ActionFieldType.Date => DateOnly.TryParseExact(answer, "yyyy-MM-dd", out _),
        ActionFieldType.Choice => Choices.Any(c => c.Key == answer),
        _ => answer.Length <= 4000,
    };
}

/// <summary>Something an agent can do to a ticket.</summary>
/// <param name="Key">Stable, in URLs and the audit trail.</param>
/// <param name="Kind">How it is carried out.</param>
/// <param name="From">States it is offered in.</param>
/// <param name="To">The state it leads to; null leaves the state as it is.</param>
/// <param name="Names">Its name on the button, by language.</param>
public sealed record TicketAction(
    string Key, ActionKind Kind, IReadOnlyList<string> From, string? To, IReadOnlyDictionary<string, string> Names)
{
    /// <summary>What it asks before it runs.</summary>
    public IReadOnlyList<ActionField> Fields { get; init; } = [];
}

/// <summary>The states of a desk and what can be done in each.</summary>
public sealed record TicketWorkflow(IReadOnlyList<State> States, IReadOnlyList<TicketAction> Actions)
{
    /// <summary>The state of this key; a key no longer known is read as the first open state, so that no ticket is stranded.</summary>
    public State State(string key) => States.FirstOrDefault(s => s.Key == key) ?? First(Category.Open);

    /// <summary>The first state of a category.</summary>
    public State First(Category category) => States.First(s => s.Category == category);

    /// <summary>The action of this key, null when there is none.</summary>
    public TicketAction? Action(string key) => Actions.FirstOrDefault(a => a.Key == key);

    /// <summary>What can be done to a ticket in its state.</summary>
    public IEnumerable<TicketAction> Offered(Ticket ticket)
    {
        var state = State(ticket.State).Key;
        return Actions.Where(a => a.From.Contains(state));
    }
}
