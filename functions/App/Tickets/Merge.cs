using HelpdeskMx.Platform;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Tickets;

/// <summary>How far a merge is.</summary>
public enum MergeState
{
    /// <summary>The one ticket shows the other; that one does not yet know.</summary>
    Begun,

    /// <summary>Done, and can be undone.</summary>
    Done,

    /// <summary>Being undone.</summary>
    Undoing,
}

/// <summary>A ticket merged into another: two concerns that were one. No message moves; it lies with the ticket that goes on, and whoever meets it half done can finish it.</summary>
public sealed record Merge
{
    /// <summary>The ticket that is merged.</summary>
    public required TicketName From { get; init; }

    /// <summary>The ticket that goes on.</summary>
    public required TicketName Into { get; init; }

    /// <summary>How far it is.</summary>
    public MergeState State { get; init; }

    /// <summary>Who decided it.</summary>
    public required Actor By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When the sweep should finish it if nobody has by then; null where nothing is left to do.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The ticket that goes on as it was before, and <see cref="Version"/> as it was right after.</summary>
    public Ticket? Before { get; init; }

    /// <summary>Its version right after; where it still has that, undoing brings back exactly what was.</summary>
    public long Version { get; init; }

    /// <summary>The change by which a ticket becomes part of another: out of the lists, in the state it can be brought back from.</summary>
    public Change Leave(Stored<Ticket> from, TicketWorkflow workflow)
    {
        var archived = workflow.First(Category.Archived);
        var ticket = from.Value with { MergedInto = Into.Id, MergedFrom = from.Value.State, State = archived.Key, Category = archived.Category, Version = from.Value.Version + 1 };
        return new Change(ticket, from.ETag) { Events = [Event("merged-into", ticket, Into)] };
    }

    /// <summary>The change by which it stands for itself again.</summary>
    public Change Return(Stored<Ticket> from, Actor by, DateTimeOffset at, TicketWorkflow workflow)
    {
        var state = workflow.State(from.Value.MergedFrom ?? from.Value.State);
        var ticket = from.Value with { MergedInto = null, MergedFrom = null, State = state.Key, Category = state.Category, Version = from.Value.Version + 1 };
        return new Change(ticket, from.ETag) { Events = [Event("unmerged-from", ticket, Into, by, at)] };
    }

    /// <summary>The change by which the ticket that goes on takes over what the other was about.</summary>
    public Change Take(Stored<Ticket> into, Ticket from, TicketWorkflow workflow)
    {
        var own = into.Value;
        var newer = from.LastMessageAt > own.LastMessageAt;
        // A concern that was the shop's turn is not done because it was put with one that is.
        var state = !own.IsOpen && workflow.State(from.MergedFrom ?? from.State).Category is Category.New or Category.Open ? workflow.First(Category.Open) : workflow.State(own.State);
        var ticket = own with
        {
            State = state.Key,
            Category = state.Category,
            SnoozedUntil = newer ? null : own.SnoozedUntil,
            Spam = from.Spam is null ? null : own.Spam, // what is no spam does not go out of sight with what is
            Priority = from.Priority > own.Priority ? from.Priority : own.Priority,
            Labels = [.. own.Labels.Union(from.Labels).Take(Changing.MostLabels)],
            AutoLabels = [.. own.AutoLabels.Union(from.AutoLabels.Intersect(from.Labels).Except(own.Labels))],
            Followers = [.. own.Followers.Union(from.Followers).Take(Changing.MostFollowers)],
            ReadBy = [.. own.ReadBy.Intersect(from.ReadBy)],
            Messages = own.Messages + from.Messages,
            Attachments = own.Attachments + from.Attachments,
            LastMessageAt = newer ? from.LastMessageAt : own.LastMessageAt,
            LastDirection = newer ? from.LastDirection : own.LastDirection,
            Preview = newer ? from.Preview : own.Preview,
            Participants = own.Joined(from.Participants),
            AnswerTo = own.AnswerTo.Count > 0 ? own.AnswerTo : from.AnswerTo,
            AnswerCc = own.AnswerTo.Count > 0 ? own.AnswerCc : from.AnswerCc,
            AnswerBy = newer ? from.AnswerBy ?? own.AnswerBy : own.AnswerBy ?? from.AnswerBy,
            Lines = [.. from.Lines.Where(l => !own.Lines.Any(l.IsSame)), .. own.Lines],
            Rating = own.Rating ?? from.Rating,
            Fields = own.Fields.Concat(from.Fields).GroupBy(f => f.Key).ToDictionary(f => f.Key, f => f.First().Value),
            Facets = [.. own.Facets.Union(from.Facets).Take(Facet.Most)],
            Version = own.Version + 1,
        };
        return new Change(ticket, into.ETag) { Events = [Event("merged", ticket, From)] };
    }

    /// <summary>
    /// The change by which it gives that back. Where nothing has happened since, it is exactly what it was; else what was said in it alone is told anew,
    /// and what others have changed since stays.
    /// </summary>
    /// <param name="into">The ticket that goes on.</param>
    /// <param name="from">The one that leaves it.</param>
    /// <param name="own">What was said in it, and in what else was merged into it, oldest first.</param>
    /// <param name="by">Who undoes it.</param>
    /// <param name="at">When.</param>
    public Change GiveBack(Stored<Ticket> into, Ticket from, IReadOnlyList<Message> own, Actor by, DateTimeOffset at)
    {
        var (now, before) = (into.Value, Before);
        var left = now.Merged.Where(m => m.Id != From.Id).ToArray();
        var ticket = before is not null && now.Version == Version
            ? before with { ReadBy = now.ReadBy.Count > 0 ? before.ReadBy : [] }
            : now.Retold(own) with
            {
                Labels = Without(now.Labels, from.Labels, before?.Labels),
                AutoLabels = Without(now.AutoLabels, from.AutoLabels, before?.AutoLabels),
                Followers = Without(now.Followers, from.Followers, before?.Followers),
                Fields = now.Fields.Where(f => before?.Fields.ContainsKey(f.Key) is true || !from.Fields.ContainsKey(f.Key)).ToDictionary(),
                Facets = Without(now.Facets, from.Facets, before?.Facets),
                Rating = now.Rating == from.Rating ? before?.Rating : now.Rating,
                ReadBy = now.ReadBy,
            };
        ticket = ticket with { Merged = left, Version = now.Version + 1 };
        return new Change(ticket, into.ETag) { Events = [Event("unmerged", ticket, From, by, at)] };
    }

    private static IReadOnlyList<string> Without(IReadOnlyList<string> now, IReadOnlyList<string> came, IReadOnlyList<string>? before) =>
        [.. now.Where(one => before?.Contains(one) is true || !came.Contains(one))];

    private TicketEvent Event(string kind, Ticket ticket, TicketName other, Actor? by = null, DateTimeOffset? at = null) => new(
        Ids.Derive(kind, From.Id, Into.Id, $"{ticket.Version}"), ticket.Id, kind, by ?? By, at ?? At, ticket.Version,
        new Dictionary<string, string?>(), new Dictionary<string, string?> { ["ticket"] = other.Id, ["number"] = $"{other.Number}" });
}
