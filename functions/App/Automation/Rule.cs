using System.Text.Json.Serialization;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Automation;

/// <summary>When a rule looks at a ticket.</summary>
public enum RuleWhen
{
    /// <summary>A customer's message began it.</summary>
    NewTicket,

    /// <summary>Its customer wrote again.</summary>
    CustomerMessage,

    /// <summary>Somebody, or another rule, changed it or said something in it.</summary>
    Changed,

    /// <summary>Nothing was said in it for the rule's hours.</summary>
    Silent,

    /// <summary>An agent began it with words of their own.</summary>
    Started,

    /// <summary>Its customer rated what was done, or rated it anew.</summary>
    Rated,
}

/// <summary>What a condition looks at.</summary>
public enum RuleField
{
    /// <summary>Words of the message and its subject.</summary>
    Words,

    /// <summary>Words of the ticket's subject.</summary>
    Subject,

    /// <summary>Name and address of the customer.</summary>
    From,

    /// <summary>The language the message is in, as far as its letters tell.</summary>
    Language,

    /// <summary>Key of the state.</summary>
    State,

    /// <summary>The state's category.</summary>
    Category,

    /// <summary>How much it presses.</summary>
    Priority,

    /// <summary>Id of the store.</summary>
    Store,

    /// <summary>Id of the channel.</summary>
    Channel,

    /// <summary>Kind of the channel.</summary>
    ChannelKind,

    /// <summary>Id of the department.</summary>
    Department,

    /// <summary>Id of the owner, or <c>nobody</c>.</summary>
    Assignee,

    /// <summary>Id of somebody who watches it.</summary>
    Follower,

    /// <summary>A label on it.</summary>
    Label,

    /// <summary>An answer of a form or an action, named by the condition's key.</summary>
    Field,

    /// <summary><c>open</c> or <c>closed</c>, by the calendar of its department or store.</summary>
    Hours,

    /// <summary><c>yes</c> where a machine wrote the message.</summary>
    Auto,

    /// <summary><c>yes</c> where somebody should look at the original.</summary>
    Review,

    /// <summary>How many files came with it.</summary>
    Attachments,

    /// <summary>How many messages it has.</summary>
    Messages,

    /// <summary>Hours since it began.</summary>
    Age,

    /// <summary>The stars its customer gave, 1 to 5; <c>none</c> where they gave none, which is neither more nor less than any number.</summary>
    Rating,
}

/// <summary>How a condition compares.</summary>
public enum RuleTest
{
    /// <summary>It is one of the values.</summary>
    Is,

    /// <summary>It is none of them.</summary>
    IsNot,

    /// <summary>It is one of them now and was not before this change.</summary>
    Becomes,

    /// <summary>One of the values begins a word of it, whatever case and accents.</summary>
    Contains,

    /// <summary>None of them does.</summary>
    ContainsNot,

    /// <summary>It is more than the value.</summary>
    MoreThan,

    /// <summary>It is less.</summary>
    LessThan,

    /// <summary>It is the value or more.</summary>
    AtLeast,

    /// <summary>It is the value or less.</summary>
    AtMost,
}

/// <summary>One thing a rule asks of a ticket.</summary>
public sealed record RuleCondition([property: JsonRequired] RuleField Field, [property: JsonRequired] RuleTest Test, [property: JsonRequired] IReadOnlyList<string> Values)
{
    /// <summary>Key of the answer, for <see cref="RuleField.Field"/>.</summary>
    public string? Key { get; init; }
}

/// <summary>One thing a rule does: an action of the workflow, with what that asks.</summary>
public sealed record RuleEffect([property: JsonRequired] string Action)
{
    /// <summary>Id of the shared saved reply that answers the customer, for an action that replies.</summary>
    public string? Reply { get; init; }

    /// <summary>The words of a note; may have gaps as saved replies have.</summary>
    public string? Text { get; init; }

    /// <summary>Id of the agent who gets it, null for nobody, for an action that assigns.</summary>
    public string? Assignee { get; init; }

    /// <summary>Id of the department that gets it, for an action that forwards.</summary>
    public string? Department { get; init; }

    /// <summary>Labels put on and taken off, for an action that labels.</summary>
    public ListChange? Labels { get; init; }

    /// <summary>For an action that says how much it presses.</summary>
    public Priority? Priority { get; init; }

    /// <summary>Ids of agents who watch it then or no more, for an action of that kind.</summary>
    public ListChange? Followers { get; init; }

    /// <summary>For how many hours it is put off, for an action that snoozes; null brings it back.</summary>
    public int? Hours { get; init; }

    /// <summary>Answers to what the action asks, by field key.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();
}

/// <summary>A rule as somebody wants it.</summary>
public record RuleDraft([property: JsonRequired] string Name, [property: JsonRequired] RuleWhen When, [property: JsonRequired] IReadOnlyList<RuleCondition> If, [property: JsonRequired] IReadOnlyList<RuleEffect> Then)
{
    /// <summary>False rests.</summary>
    public bool On { get; init; } = true;

    /// <summary>One condition is enough; else all must hold.</summary>
    public bool Any { get; init; }

    /// <summary>For <see cref="RuleWhen.Silent"/>: after so many hours.</summary>
    public int? AfterHours { get; init; }
}

/// <summary>What the desk does by itself when something happens to a ticket and it fits.</summary>
/// <param name="Id">Stable.</param>
/// <param name="Order">Rules run from the lowest.</param>
/// <param name="Says">When it looks, what it asks and what it does.</param>
public sealed record Rule(string Id, int Order, RuleDraft Says)
{
    /// <summary>When it was last stopped because it and others would have gone round in a circle; null if never.</summary>
    public DateTimeOffset? StoppedAt { get; init; }
}
