using System.Diagnostics.CodeAnalysis;
using HelpdeskMx.Agents;
using HelpdeskMx.Labels;
using HelpdeskMx.Sla;
using HelpdeskMx.Spam;

namespace HelpdeskMx.Tickets;

/// <summary>The customer as a list shows them.</summary>
public sealed record CustomerName(string Id, string? Name, string Address);

/// <summary>How much a ticket holds.</summary>
public sealed record Counts(int Messages, int Attachments);

/// <summary>A ticket as a list shows it.</summary>
public record TicketRow
{
    /// <summary>The ticket as this agent sees it.</summary>
    [SetsRequiredMembers]
    public TicketRow(Ticket ticket, Agent by)
    {
        Id = ticket.Id;
        Number = ticket.Number;
        Subject = ticket.Subject;
        State = ticket.State;
        Category = ticket.Category;
        Priority = ticket.Priority;
        Store = ticket.Store;
        Channel = ticket.Channel;
        ChannelKind = ticket.ChannelKind;
        Department = ticket.Department;
        Assignee = ticket.Assignee;
        Labels = ticket.Labels;
        Customer = new(ticket.Customer, ticket.From.Name, ticket.From.Value);
        Unread = !ticket.ReadBy.Contains(by.Id);
        Review = ticket.Review;
        LastMessageAt = ticket.LastMessageAt;
        LastDirection = ticket.LastDirection;
        CreatedAt = ticket.CreatedAt;
        Preview = ticket.Preview;
        Counts = new(ticket.Messages, ticket.Attachments);
        SnoozedUntil = ticket.SnoozedUntil;
        Targets = ticket.Sla?.Targets ?? [];
        Spam = ticket.Spam;
        Rating = ticket.Rating;
        Version = ticket.Version;
    }

    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required long Number { get; init; }

    /// <summary>May be empty.</summary>
    public required string Subject { get; init; }

    /// <summary>Key of its workflow state.</summary>
    public required string State { get; init; }

    /// <summary>Category of that state.</summary>
    public required Category Category { get; init; }

    /// <summary>How much it presses.</summary>
    public required Priority Priority { get; init; }

    /// <summary>Id of its store.</summary>
    public required string Store { get; init; }

    /// <summary>Id of its channel.</summary>
    public required string Channel { get; init; }

    /// <summary>Kind of that channel.</summary>
    public required ChannelKind ChannelKind { get; init; }

    /// <summary>Id of its department.</summary>
    public required string Department { get; init; }

    /// <summary>Id of its owner, null for nobody.</summary>
    public required string? Assignee { get; init; }

    /// <summary>Its labels.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Whose concern it is.</summary>
    public required CustomerName Customer { get; init; }

    /// <summary>The agent who asks has not read everything.</summary>
    public required bool Unread { get; init; }

    /// <summary>Somebody should look at the original.</summary>
    public required bool Review { get; init; }

    /// <summary>When the last message was received or written.</summary>
    public required DateTimeOffset LastMessageAt { get; init; }

    /// <summary>Which way that message went.</summary>
    public required Direction LastDirection { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The beginning of the last message.</summary>
    public required string Preview { get; init; }

    /// <summary>How much it holds.</summary>
    public required Counts Counts { get; init; }

    /// <summary>Until when it is out of sight; null where it is not put off.</summary>
    public required DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>Why it is out of sight as spam, or as something that may be; null for what is none.</summary>
    public required Quarantine? Spam { get; init; }

    /// <summary>How its customer rates what was done; null where they have not said.</summary>
    public required Rating? Rating { get; init; }

    /// <summary>What is promised and running, the next due first.</summary>
    public required IReadOnlyList<SlaTarget> Targets { get; init; }

    /// <summary>Its ETag, without quotes.</summary>
    public required long Version { get; init; }
}

/// <summary>Whom an answer goes to and where it comes from.</summary>
public sealed record Recipients(Address? From, IReadOnlyList<Address> To, IReadOnlyList<Address> Cc);

/// <summary>A line as the composer shows it.</summary>
/// <param name="WindowEndsAt">When the channel takes no free answer any more; null where it always does.</param>
/// <param name="HumanAgentEndsAt">Until when it still takes an answer marked as a person's; null where it knows no such mark.</param>
public sealed record LineView(string Channel, ChannelKind Kind, Address Address, DateTimeOffset HeardAt, DateTimeOffset? WindowEndsAt, DateTimeOffset? HumanAgentEndsAt);

/// <summary>A ticket as its page shows it.</summary>
public sealed record TicketView : TicketRow
{
    /// <summary>The ticket as this agent sees it, with what they can do and whom they would write to.</summary>
    [SetsRequiredMembers]
    public TicketView(Ticket ticket, Agent by, IReadOnlyList<string> actions, Recipients recipients, IReadOnlyList<Line> lines, CustomerName? mayBe, bool? notice) : base(ticket, by)
    {
        Actions = actions;
        Recipients = recipients;
        Participants = ticket.Participants;
        Followers = ticket.Followers;
        Suggested = [.. ticket.Suggested.Where(s => !ticket.Labels.Contains(s.Label))];
        Fields = ticket.Fields;
        MergedInto = ticket.MergedInto;
        FollowUpOf = ticket.FollowUpOf;
        SplitFrom = ticket.SplitFrom;
        Related = ticket.Related;
        Merged = ticket.Merged;
        Later = ticket.Later;
        AnswerBy = lines.LastOrDefault(l => l.Channel == ticket.AnswerBy)?.Channel;
        MayBe = mayBe;
        Notice = notice;
        Lines = [.. lines.Select(l => new LineView(l.Channel, l.Kind, l.Address, l.HeardAt, l.WindowEndsAt, l.HumanAgentEndsAt()))];
    }

    /// <summary>Keys of the actions this agent can take now.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>Whom an answer would go to.</summary>
    public required Recipients Recipients { get; init; }

    /// <summary>Everybody outside the shop who takes part.</summary>
    public required IReadOnlyList<Address> Participants { get; init; }

    /// <summary>Agents who watch it.</summary>
    public required IReadOnlyList<string> Followers { get; init; }

    /// <summary>Labels the desk thinks fit and nobody has put on it, the surest first.</summary>
    public required IReadOnlyList<SuggestedLabel> Suggested { get; init; }

    /// <summary>Answers of its form, by field key.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    /// <summary>Id of the ticket it was merged into, null while it stands for itself.</summary>
    public required string? MergedInto { get; init; }

    /// <summary>The ticket this one goes on with, because that had long been closed; null for a concern of its own.</summary>
    public required TicketName? FollowUpOf { get; init; }

    /// <summary>The ticket its messages were split off from; null for a concern of its own.</summary>
    public required TicketName? SplitFrom { get; init; }

    /// <summary>Tickets merged into it.</summary>
    public required IReadOnlyList<TicketName> Merged { get; init; }

    /// <summary>Answers that have yet to leave.</summary>
    public required IReadOnlyList<LaterName> Later { get; init; }

    /// <summary>Tickets it has to do with.</summary>
    public required IReadOnlyList<TicketName> Related { get; init; }

    /// <summary>The line an answer leaves by unless its agent chooses otherwise; null for mail.</summary>
    public required string? AnswerBy { get; init; }

    /// <summary>The known customer whose mail address was given here without proof; null for nobody else.</summary>
    public required CustomerName? MayBe { get; init; }

    /// <summary>True where an answer by mail leaves as a notice with a link to the customer's page, unless its agent chooses otherwise; null where there is no such page to lead to.</summary>
    public required bool? Notice { get; init; }

    /// <summary>Where its customer is reached besides mail, those of other tickets first, the one heard last here at the end.</summary>
    public required IReadOnlyList<LineView> Lines { get; init; }
}
