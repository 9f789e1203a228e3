using HelpdeskMx.Platform;
using HelpdeskMx.Spam;

namespace HelpdeskMx.Tickets;

/// <summary>What of a ticket an action changed, as the audit trail keeps it, and the way back.</summary>
public static class Difference
{
    // What lists hold has no commas in it: labels are checked for them, ids have none.
    private const char Comma = ',';

    private sealed record Side(string Name, Func<Ticket, string?> Read, Func<Ticket, string?, Ticket> Write);

    private static readonly Side[] Sides =
    [
        new("state", t => t.State, (t, v) => t with { State = v! }),
        new("assignee", t => t.Assignee, (t, v) => t with { Assignee = v }),
        new("department", t => t.Department, (t, v) => t with { Department = v! }),
        new("priority", t => t.Priority.ToString().ToLowerInvariant(), (t, v) => t with { Priority = Enum.Parse<Priority>(v!, ignoreCase: true) }),
        new("labels", t => Text(t.Labels), (t, v) => t with { Labels = List(v) }),
        new("followers", t => Text(t.Followers), (t, v) => t with { Followers = List(v) }),
        new("snoozedUntil", t => t.SnoozedUntil is { } until ? UtcTime.Text(until) : null, (t, v) => t with { SnoozedUntil = v is null ? null : UtcTime.Parse(v) }),
        new("spam", t => t.Spam?.Text(), (t, v) => t with { Spam = v is null ? null : Quarantine.Parse(v) }),
    ];

    /// <summary>What was and what is now, of what differs.</summary>
    public static (Dictionary<string, string?> Was, Dictionary<string, string?> Now) Between(Ticket before, Ticket after)
    {
        Dictionary<string, string?> was = [], now = [];
        foreach (var side in Sides)
        {
            var (one, other) = (side.Read(before), side.Read(after));
            if (one != other) (was[side.Name], now[side.Name]) = (one, other);
        }
        return (was, now);
    }

    /// <summary>The ticket as it was before the event, where nothing else has changed that since; null where something has.</summary>
    public static Ticket? Undone(Ticket ticket, TicketEvent happened)
    {
        foreach (var side in Sides.Where(s => happened.After.ContainsKey(s.Name)))
        {
            if (side.Read(ticket) != happened.After[side.Name]) return null;
            ticket = side.Write(ticket, happened.Before.GetValueOrDefault(side.Name));
        }
        return ticket;
    }

    private static string? Text(IReadOnlyList<string> list) => list.Count == 0 ? null : string.Join(Comma, list);

    private static string[] List(string? text) => text is null ? [] : text.Split(Comma);
}
