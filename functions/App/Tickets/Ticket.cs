using System.Globalization;
using System.Text.Json.Serialization;
using HelpdeskMx.Labels;
using HelpdeskMx.Sla;
using HelpdeskMx.Spam;

namespace HelpdeskMx.Tickets;

/// <summary>What a state means for views, deadlines and reports, whatever an admin names it.</summary>
public enum Category
{
    /// <summary>Nobody has dealt with it.</summary>
    New,

    /// <summary>The shop's turn.</summary>
    Open,

    /// <summary>The customer's turn.</summary>
    Waiting,

    /// <summary>Done; a customer's message opens it again.</summary>
    Closed,

    /// <summary>Done and out of the way; still found by search.</summary>
    Archived,
}

/// <summary>How much it presses.</summary>
public enum Priority { Low, Normal, High, Urgent }

/// <summary>Which way a message went.</summary>
public enum Direction
{
    /// <summary>From the customer.</summary>
    In,

    /// <summary>To the customer.</summary>
    Out,

    /// <summary>Between agents; never leaves the desk.</summary>
    Note,

    /// <summary>Said by the desk itself.</summary>
    System,
}

/// <summary>The ways a customer reaches a shop.</summary>
public enum ChannelKind { Email, Form, Chat, Messenger, Instagram, Whatsapp }

/// <summary>A name and an address on some channel; for mail the address is as written.</summary>
public sealed record Address(string? Name, [property: JsonPropertyName("address")] string Value);

/// <summary>A ticket as far as finding it goes.</summary>
public sealed record TicketName(string Id, long Number);

/// <summary>A customer's concern: what the queue is made of. Its partition also holds its messages, events and outbox.</summary>
public sealed record Ticket
{
    /// <summary>Derived from the first message's key, or from the request that created it.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it. Short and rising, but with gaps.</summary>
    public required long Number { get; init; }

    /// <summary>At most 500 characters.</summary>
    public required string Subject { get; init; }

    /// <summary>Key of a workflow state.</summary>
    public required string State { get; init; }

    /// <summary>The state's category.</summary>
    public required Category Category { get; init; }

    /// <summary>New, open or waiting, not put off and no spam. Kept as a field because the lists stand on it.</summary>
    public bool Active => IsOpen && SnoozedUntil is null && Spam is null;

    /// <summary>New, open or waiting, whether put off or not.</summary>
    [JsonIgnore]
    public bool IsOpen => Category is Category.New or Category.Open or Category.Waiting;

    /// <summary>Until when it is out of sight, unless its customer writes before; null where it is not put off.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>Why it is out of sight as spam, or as something that may be; null for what is none.</summary>
    public Quarantine? Spam { get; init; }

    /// <summary>What sets it apart from most, as lists are narrowed by: <c>spam</c>, <c>snoozed</c>, <c>overdue</c>, <c>due-soon</c>, <c>low</c>, <c>high</c>, <c>urgent</c>, <c>rated</c>, <c>rated-5</c>. Few tickets have any.</summary>
    public IReadOnlyList<string> Marks => [.. MarksOf()];

    /// <summary>The message could not be read and somebody should look at the original.</summary>
    public bool Review { get; init; }

    /// <summary>Normal unless somebody says otherwise.</summary>
    public Priority Priority { get; init; } = Priority.Normal;

    /// <summary>Id of the store it belongs to.</summary>
    public required string Store { get; init; }

    /// <summary>Id of the channel it came by.</summary>
    public required string Channel { get; init; }

    /// <summary>Kind of that channel.</summary>
    public required ChannelKind ChannelKind { get; init; }

    /// <summary>Id of the department whose work it is.</summary>
    public required string Department { get; init; }

    /// <summary>Id of the agent who owns it, null for nobody.</summary>
    public string? Assignee { get; init; }

    /// <summary>Agents who watch it.</summary>
    public IReadOnlyList<string> Followers { get; init; } = [];

    /// <summary>Labels, each once.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Labels the desk put on it by itself; those that are no longer among <see cref="Labels"/> an agent took off.</summary>
    public IReadOnlyList<string> AutoLabels { get; init; } = [];

    /// <summary>Labels the desk thinks fit, the surest first; at most <see cref="LabelModel.MostSuggestions"/>.</summary>
    public IReadOnlyList<SuggestedLabel> Suggested { get; init; } = [];

    /// <summary>Agents who have read everything in it; emptied by every message of the customer.</summary>
    public IReadOnlyList<string> ReadBy { get; init; } = [];

    /// <summary>Id of the customer.</summary>
    public required string Customer { get; init; }

    /// <summary>The customer as the last message named them.</summary>
    public required Address From { get; init; }

    /// <summary>Everybody outside the shop who wrote or was written to; at most 100.</summary>
    public IReadOnlyList<Address> Participants { get; init; } = [];

    /// <summary>Whom an answer goes to.</summary>
    public IReadOnlyList<Address> AnswerTo { get; init; } = [];

    /// <summary>Who gets a copy of an answer.</summary>
    public IReadOnlyList<Address> AnswerCc { get; init; } = [];

    /// <summary>Where its customer is reached on channels that are no mail.</summary>
    public IReadOnlyList<Line> Lines { get; init; } = [];

    /// <summary>Id of the channel the customer last wrote by, and so the one an answer leaves by unless its agent chooses another; null while they wrote by none.</summary>
    public string? AnswerBy { get; init; }

    /// <summary>Message-IDs of its last mails, oldest first; what an answer refers to (RFC 5322 §3.6.4).</summary>
    public IReadOnlyList<string> Thread { get; init; } = [];

    /// <summary>When the last message was received or written; the order of the lists.</summary>
    public required DateTimeOffset LastMessageAt { get; init; }

    /// <summary>Which way that message went.</summary>
    public required Direction LastDirection { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The beginning of the last message, on one line.</summary>
    public string Preview { get; init; } = "";

    /// <summary>How many messages and notes it has.</summary>
    public int Messages { get; init; }

    /// <summary>How many of them are notes; null where that was not counted from the beginning.</summary>
    public int? Notes { get; init; }

    /// <summary>How many files came with them.</summary>
    public int Attachments { get; init; }

    /// <summary>How it stands with what was promised; null where nothing is.</summary>
    public SlaClock? Sla { get; init; }

    /// <summary>When the next promise is broken; null while none is running.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Answers that have yet to leave, each once.</summary>
    public IReadOnlyList<LaterName> Later { get; init; } = [];

    /// <summary>Structured answers of a form, by field key.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>Those of them that lists are narrowed by, as <see cref="Facet"/> writes them.</summary>
    public IReadOnlyList<string> Facets { get; init; } = [];

    /// <summary>How its customer rates what was done; null where they have not said.</summary>
    public Rating? Rating { get; init; }

    /// <summary>Rises each time an agent takes back the links to its page that were sent until then.</summary>
    public int Links { get; init; }

    /// <summary>Id of the agent who began it; null where its customer did.</summary>
    public string? StartedBy { get; init; }

    /// <summary>Id of the ticket this one was merged into, null while it stands for itself.</summary>
    public string? MergedInto { get; init; }

    /// <summary>Key of the state it was in when it was merged, so that it can go back there.</summary>
    public string? MergedFrom { get; init; }

    /// <summary>Tickets merged into this one; what was said in them is shown here.</summary>
    public IReadOnlyList<TicketName> Merged { get; init; } = [];

    /// <summary>The ticket this one goes on with, because that had long been closed; null for a concern of its own.</summary>
    public TicketName? FollowUpOf { get; init; }

    /// <summary>The ticket its messages were split off from; null for a concern of its own.</summary>
    public TicketName? SplitFrom { get; init; }

    /// <summary>Tickets it has to do with.</summary>
    public IReadOnlyList<TicketName> Related { get; init; } = [];

    /// <summary>Rises with every change that another agent should know of before acting.</summary>
    public long Version { get; init; } = 1;

    /// <summary>The ticket back in the lists of work, where nobody has read it.</summary>
    public Ticket Released() => Spam is null ? this : this with { Spam = null, ReadBy = [] };

    private IEnumerable<string> MarksOf()
    {
        if (Sla is { } sla && sla.Targets.Any(t => t.Warned || t.Breached)) yield return sla.Targets.Any(t => t.Breached) ? "overdue" : "due-soon";
        if (Spam is not null && MergedInto is null) yield return "spam";
        if (SnoozedUntil is not null) yield return "snoozed";
        if (Priority != Priority.Normal) yield return Priority.ToString().ToLowerInvariant();
        if (Rating is { } rating)
        {
            yield return Rating.Mark;
            yield return Rating.MarkOf(rating.Stars.ToString(CultureInfo.InvariantCulture));
        }
    }
}
