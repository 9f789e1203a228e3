using System.Text.Json.Serialization;
using HelpdeskMx.Agents;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>What a list of tickets is narrowed to; null leaves a side open. Several words of a side stand with commas between them: any of them will do, but every label has to be there.</summary>
public sealed record TicketFilter
{
    /// <summary>Keys of workflow states.</summary>
    public string? State { get; init; }

    /// <summary>A category, or <c>active</c> for new, open and waiting.</summary>
    public string? Category { get; init; }

    /// <summary>Ids of agents, <c>me</c> among them, or <c>nobody</c> alone.</summary>
    public string? Assignee { get; init; }

    /// <summary>Ids of departments.</summary>
    public string? Department { get; init; }

    /// <summary>Ids of stores.</summary>
    public string? Store { get; init; }

    /// <summary>Ids of channels.</summary>
    public string? Channel { get; init; }

    /// <summary>Labels.</summary>
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

    /// <summary>From when on its last message is.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before when its last message is.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>How it was rated, as <see cref="Tickets.Rating.Narrowings"/> says it.</summary>
    public string? Rating { get; init; }

    /// <summary><c>mine</c>: only those in which the agent has a draft. A store knows nothing of that, so such a list is asked for by <see cref="ListTickets.AmongAsync"/>.</summary>
    public string? Draft { get; init; }

    /// <summary>True if counting it costs no walk through the archive: it is kept to open tickets, or to few.</summary>
    [JsonIgnore]
    public bool IsCountable => Category is "active" or "new" or "open" or "waiting" || Label is not null || Mark is not null || Rating is not (null or "unrated") || Follower is not null || Facets.Count > 0 || Customer is not null || Draft is not null;

    /// <summary>Every word it is narrowed by.</summary>
    [JsonIgnore]
    public IEnumerable<string> Words => new[] { State, Category, Assignee, Department, Store, Channel, Label, Customer, Follower, Mark, Rating, Draft }.OfType<string>().Concat(Facets);

    private string RatingMark => Rating == HelpdeskMx.Tickets.Rating.Mark ? Rating : HelpdeskMx.Tickets.Rating.MarkOf(Rating!);

    /// <summary>The conditions a store understands, this agent's rights among them.</summary>
    public IReadOnlyList<Condition> Conditions(Agent by)
    {
        List<Condition> all = [.. Rights.Visible(by)];
        void Is(string field, string? value)
        {
            if (value is not null) all.Add(new Condition.Is(field, value));
        }
        void Any(string field, string? values, Func<string, string>? read = null)
        {
            object[] words = [.. Each(values).Select(v => read is null ? v : read(v))];
            if (words.Length > 0) all.Add(words.Length == 1 ? new Condition.Is(field, words[0]) : new Condition.OneOf(field, words));
        }
        Any("state", State);
        if (Category == "active") all.Add(new Condition.Is("active", true));
        else Is("category", Category);
        if (Assignee == "nobody") all.Add(new Condition.Is("assignee", null));
        else Any("assignee", Assignee, a => a == "me" ? by.Id : a);
        Any("department", Department);
        Any("store", Store);
        Any("channel", Channel);
        Is("customer", Customer);
        all.AddRange(Each(Label).Select(l => new Condition.Has("labels", l)));
        if (Mark is not null) all.Add(new Condition.Has("marks", Mark));
        if (Rating == "unrated") all.Add(new Condition.HasNot("marks", HelpdeskMx.Tickets.Rating.Mark));
        else if (Rating is not null) all.Add(new Condition.Has("marks", RatingMark));
        all.AddRange(Facets.Select(f => new Condition.Has("facets", f)));
        if (Follower is not null) all.Add(new Condition.Has("followers", Follower == "me" ? by.Id : Follower));
        if (Unread is true) all.Add(new Condition.HasNot("readBy", by.Id));
        if (Unread is false) all.Add(new Condition.Has("readBy", by.Id));
        if (Review is { } review) all.Add(new Condition.Is("review", review));
        if (From is not null || Before is not null) all.Add(new Condition.Between("lastMessageAt", From is { } from ? UtcTime.Text(from) : null, Before is { } before ? UtcTime.Text(before) : null));
        return all;
    }

    /// <summary>True if the ticket passes, for stores that were asked something else.</summary>
    public bool Admits(Ticket ticket, Agent by) =>
        Admit(State, ticket.State)
        && (Category is null || (Category == "active" ? ticket.Active : string.Equals(ticket.Category.ToString(), Category, StringComparison.OrdinalIgnoreCase)))
        && (Assignee == "nobody" ? ticket.Assignee is null : Admit(Assignee, ticket.Assignee) || (ticket.Assignee == by.Id && Admit(Assignee, "me")))
        && Admit(Department, ticket.Department)
        && Admit(Store, ticket.Store)
        && Admit(Channel, ticket.Channel)
        && (Customer is null || ticket.Customer == Customer)
        && Each(Label).All(ticket.Labels.Contains)
        && (Mark is null || ticket.Marks.Contains(Mark))
        && (Rating is null || (Rating == "unrated" ? ticket.Rating is null : ticket.Marks.Contains(RatingMark)))
        && Facets.All(ticket.Facets.Contains)
        && (Follower is null || ticket.Followers.Contains(Follower == "me" ? by.Id : Follower))
        && (Unread is null || Unread != ticket.ReadBy.Contains(by.Id))
        && (Review is null || ticket.Review == Review)
        && (From is null || ticket.LastMessageAt >= From)
        && (Before is null || ticket.LastMessageAt < Before);

    /// <summary>The words of one side.</summary>
    public static string[] Each(string? values) => values?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static bool Admit(string? values, string? value) => values is null || Each(values).Contains(value);
}

/// <summary>What list is asked for.</summary>
/// <param name="Filter">What it is narrowed to.</param>
/// <param name="Sort"><c>newest</c> or <c>oldest</c> message first, or <c>created</c>: newest ticket first; <c>due</c>: open tickets to which something is promised, the next due first.</param>
/// <param name="Limit">1 to 200.</param>
/// <param name="After">Where the last page ended.</param>
/// <param name="Ids">Only these tickets, at most a hundred; null for all.</param>
public sealed record TicketList(TicketFilter Filter, string Sort, int Limit, string? After, IReadOnlyList<string>? Ids = null);

/// <summary>Lists the tickets an agent may see.</summary>
public sealed class ListTickets(Tickets tickets, Drafts drafts, Settings settings)
{
    private const int AtOnce = 100;

    /// <summary>The orders there are.</summary>
    public static readonly IReadOnlyList<string> Sorts = ["newest", "oldest", "created", "due"];

    /// <summary>A page.</summary>
    public async Task<Listing<TicketRow>> RunAsync(TicketList list, Agent by, CancellationToken ct)
    {
        if (list.Ids is not null || list.Filter.Draft is not null) return new([.. (await AmongAsync(list.Ids, list.Filter, list.Sort, by, ct)).Select(t => new TicketRow(t, by))], null);
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

    /// <summary>Of some tickets, or of those in which the agent has a draft, the ones that belong to the list, in its order.</summary>
    public async Task<IReadOnlyList<Ticket>> AmongAsync(IReadOnlyList<string>? ids, TicketFilter filter, string sort, Agent by, CancellationToken ct)
    {
        var drafted = filter.Draft is null ? null : (await drafts.ListAsync(by, ct)).Select(d => d.TicketId);
        List<Ticket> found = [];
        foreach (var some in (ids is null ? drafted! : drafted is null ? ids : ids.Intersect(drafted)).Chunk(AtOnce)) found.AddRange((await tickets.ReadManyAsync(some, ct)).Select(t => t.Value));
        var seen = found.Where(t => Rights.MaySee(by, t) && filter.Admits(t, by));
        return sort switch
        {
            "oldest" => [.. seen.OrderBy(t => t.LastMessageAt)],
            "created" => [.. seen.OrderByDescending(t => t.CreatedAt)],
            "due" => [.. seen.Where(t => t is { Active: true, DueAt: not null }).OrderBy(t => t.DueAt)],
            _ => [.. seen.OrderByDescending(t => t.LastMessageAt)],
        };
    }

    /// <summary>The conditions; null where nothing can meet them. A category asked of an agent who sees some states is asked as those states of it: the archive is not walked for what they may not see.</summary>
    private async Task<IReadOnlyList<Condition>?> ConditionsAsync(TicketFilter filter, Agent by, CancellationToken ct)
    {
        if (by.IsAdmin || by.May.States.Count == 0 || !Enum.TryParse<Category>(filter.Category, ignoreCase: true, out var category)) return filter.Conditions(by);
        var workflow = await settings.WorkflowAsync(ct);
        var asked = TicketFilter.Each(filter.State);
        object[] seen = [.. by.May.States.Where(s => workflow.State(s).Category == category && (asked.Length == 0 || asked.Contains(s)))];
        return seen.Length == 0 ? null : [.. (filter with { Category = null, State = null }).Conditions(by).Where(c => c is not Condition.OneOf { Field: "state" }), new Condition.OneOf("state", seen)];
    }
}
