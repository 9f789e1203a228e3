using System.Text.Json.Serialization;
using HelpdeskMx.Agents;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>What a list of tickets is narrowed to; null leaves a side open.</summary>
public sealed record TicketFilter
{
    /// <summary>Key of a workflow state.</summary>
    public string? State { get; init; }

    /// <summary>A category, or <c>active</c> for new, open and waiting.</summary>
    public string? Category { get; init; }

    /// <summary>An agent's id, <c>me</c> or <c>nobody</c>.</summary>
    public string? Assignee { get; init; }

    /// <summary>Id of a department.</summary>
    public string? Department { get; init; }

    /// <summary>Id of a store.</summary>
    public string? Store { get; init; }

    /// <summary>Id of a channel.</summary>
    public string? Channel { get; init; }

    /// <summary>A label.</summary>
    public string? Label { get; init; }

    /// <summary>Id of a customer.</summary>
    public string? Customer { get; init; }

    /// <summary>Answers of a form, as <see cref="Facet"/> writes them; the ticket has them all.</summary>
    public IReadOnlyList<string> Facets { get; init; } = [];

    /// <summary>Watched by <c>me</c> or an agent's id.</summary>
    public string? Follower { get; init; }

    /// <summary>True: only those the agent has not read.</summary>
    public bool? Unread { get; init; }

    /// <summary>True: only those somebody should look at.</summary>
    public bool? Review { get; init; }

    /// <summary>What sets the tickets apart, as <see cref="Ticket.Marks"/> says it.</summary>
    public string? Mark { get; init; }

    /// <summary>How it was rated, as <see cref="Tickets.Rating.Narrowings"/> says it.</summary>
    public string? Rating { get; init; }

    /// <summary>True if counting it costs no walk through the archive: it is kept to open tickets, or to few.</summary>
    [JsonIgnore]
    public bool IsCountable => Category is "active" or "new" or "open" or "waiting" || Label is not null || Mark is not null || Rating is not (null or "unrated") || Follower is not null || Facets.Count > 0 || Customer is not null;

    /// <summary>Every word it is narrowed by.</summary>
    [JsonIgnore]
    public IEnumerable<string> Words => new[] { State, Category, Assignee, Department, Store, Channel, Label, Customer, Follower, Mark, Rating }.OfType<string>().Concat(Facets);

    private string RatingMark => Rating == HelpdeskMx.Tickets.Rating.Mark ? Rating : HelpdeskMx.Tickets.Rating.MarkOf(Rating!);

    /// <summary>The conditions a store understands, this agent's rights among them.</summary>
    public IReadOnlyList<Condition> Conditions(Agent by)
    {
        List<Condition> all = [.. Rights.Visible(by)];
        void Is(string field, string? value)
        {
            if (value is not null) all.Add(new Condition.Is(field, value));
        }
        Is("state", State);
        if (Category == "active") all.Add(new Condition.Is("active", true));
        else Is("category", Category);
        if (Assignee == "nobody") all.Add(new Condition.Is("assignee", null));
        else Is("assignee", Assignee == "me" ? by.Id : Assignee);
        Is("department", Department);
        Is("store", Store);
        Is("channel", Channel);
        Is("customer", Customer);
        if (Label is not null) all.Add(new Condition.Has("labels", Label));
        if (Mark is not null) all.Add(new Condition.Has("marks", Mark));
        if (Rating == "unrated") all.Add(new Condition.HasNot("marks", HelpdeskMx.Tickets.Rating.Mark));
        else if (Rating is not null) all.Add(new Condition.Has("marks", RatingMark));
        all.AddRange(Facets.Select(f => new Condition.Has("facets", f)));
        if (Follower is not null) all.Add(new Condition.Has("followers", Follower == "me" ? by.Id : Follower));
        if (Unread is true) all.Add(new Condition.HasNot("readBy", by.Id));
        if (Unread is false) all.Add(new Condition.Has("readBy", by.Id));
        if (Review is { } review) all.Add(new Condition.Is("review", review));
        return all;
    }

    /// <summary>True if the ticket passes, for stores that were asked something else.</summary>
    public bool Admits(Ticket ticket, Agent by) =>
        (State is null || ticket.State == State)
        && (Category is null || (Category == "active" ? ticket.Active : string.Equals(ticket.Category.ToString(), Category, StringComparison.OrdinalIgnoreCase)))
        && (Assignee is null || ticket.Assignee == (Assignee switch { "me" => by.Id, "nobody" => null, _ => Assignee }))
        && (Department is null || ticket.Department == Department)
        && (Store is null || ticket.Store == Store)
        && (Channel is null || ticket.Channel == Channel)
        && (Customer is null || ticket.Customer == Customer)
        && (Label is null || ticket.Labels.Contains(Label))
        && (Mark is null || ticket.Marks.Contains(Mark))
        && (Rating is null || (Rating == "unrated" ? ticket.Rating is null : ticket.Marks.Contains(RatingMark)))
        && Facets.All(ticket.Facets.Contains)
        && (Follower is null || ticket.Followers.Contains(Follower == "me" ? by.Id : Follower))
        && (Unread is null || Unread != ticket.ReadBy.Contains(by.Id))
        && (Review is null || ticket.Review == Review);
}

/// <summary>What list is asked for.</summary>
/// <param name="Filter">What it is narrowed to.</param>
/// <param name="Sort"><c>newest</c> or <c>oldest</c> message first, or <c>created</c>: newest ticket first; <c>due</c>: open tickets to which something is promised, the next due first.</param>
/// <param name="Limit">1 to 200.</param>
/// <param name="After">Where the last page ended.</param>
public sealed record TicketList(TicketFilter Filter, string Sort, int Limit, string? After);

/// <summary>Lists the tickets an agent may see.</summary>
public sealed class ListTickets(Tickets tickets, Settings settings)
{
    /// <summary>The orders there are.</summary>
    public static readonly IReadOnlyList<string> Sorts = ["newest", "oldest", "created", "due"];

    /// <summary>A page.</summary>
    public async Task<Listing<TicketRow>> RunAsync(TicketList list, Agent by, CancellationToken ct)
    {
        if (await ConditionsAsync(list.Filter, by, ct) is not { } conditions) return new([], null);
        var page = await tickets.ListAsync(q => q with
        {
            // What nothing is promised of has no place among what is due.
            Where = list.Sort == "due" ? [.. conditions, new Condition.Is("active", true), new Condition.Between("dueAt", "", null)] : conditions,
            OrderBy = [list.Sort switch { "created" => new Order("createdAt", true), "due" => new Order("dueAt"), "oldest" => new Order("lastMessageAt"), _ => new Order("lastMessageAt", true) }],
            PageSize = list.Limit,
            Continuation = list.After,
        }, ct);
        return new([.. page.Items.Select(t => new TicketRow(t.Value, by))], page.Next);
    }

    /// <summary>The conditions; null where nothing can meet them. A category asked of an agent who sees some states is asked as those states of it: the archive is not walked for what they may not see.</summary>
    private async Task<IReadOnlyList<Condition>?> ConditionsAsync(TicketFilter filter, Agent by, CancellationToken ct)
    {
        if (by.IsAdmin || by.May.States.Count == 0 || !Enum.TryParse<Category>(filter.Category, ignoreCase: true, out var category)) return filter.Conditions(by);
        var workflow = await settings.WorkflowAsync(ct);
        object[] seen = [.. by.May.States.Where(s => workflow.State(s).Category == category)];
        return seen.Length == 0 ? null : [.. (filter with { Category = null }).Conditions(by).Where(c => c is not Condition.OneOf { Field: "state" }), new Condition.OneOf("state", seen)];
    }
}
