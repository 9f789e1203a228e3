using HelpdeskMx.Calendars;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Sla;

/// <summary>Says what is promised in a ticket and until when. Pure: what it needs of the past stands on the ticket.</summary>
public static class Deadlines
{
    /// <summary>The ticket with its promises as they stand after this; told twice, it says the same.</summary>
    /// <param name="ticket">As it becomes.</param>
    /// <param name="said">What is newly said in it.</param>
    /// <param name="policies">In their order.</param>
    /// <param name="hours">The calendar of its department or store; null where all time counts.</param>
    /// <param name="now">The moment.</param>
    public static Ticket Of(Ticket ticket, IReadOnlyList<Message> said, IEnumerable<SlaPolicy> policies, WorkingTime? hours, DateTimeOffset now)
    {
        if (policies.FirstOrDefault(p => p.Fits(ticket)) is not { } policy) return ticket.Sla is null ? ticket : ticket with { Sla = null, DueAt = null };
        var working = policy.Says.BusinessHours ? hours : null;
        var clock = Paused(Told(ticket.Sla ?? Begin(ticket, policy, said), said), ticket, working, now) with { Policy = policy.Id };
        var targets = clock.PausedAt is null ? Running(ticket, clock, policy, working, now) : [];
        clock = clock with { Targets = targets, LookAt = targets.Select(t => LookAt(t, policy)).Min() };
        return ticket with { Sla = clock, DueAt = targets is [var next, ..] ? next.DueAt : null };
    }

    /// <summary>When this promise wants something done: its warning, its end, or nothing any more.</summary>
    public static DateTimeOffset? LookAt(SlaTarget target, SlaPolicy policy) =>
        target.Breached ? null : !target.Warned && policy.Says.WarnMinutes is { } before ? target.DueAt.AddMinutes(-before) : target.DueAt;

    /// <summary>A ticket that was there before any policy was: what its last message tells is all that is known.</summary>
    private static SlaClock Begin(Ticket ticket, SlaPolicy policy, IReadOnlyList<Message> said) => new(policy.Id, [])
    {
        Replied = said.Count == 0 && ticket.LastDirection == Direction.Out,
        AskedAt = ticket.LastDirection == Direction.In ? ticket.LastMessageAt : null,
    };

    private static SlaClock Told(SlaClock clock, IReadOnlyList<Message> said)
    {
        foreach (var message in said.Where(m => !m.Auto))
        {
            clock = message.Direction switch
            {
                Direction.In => clock with { AskedAt = clock.AskedAt ?? message.At },
                Direction.Out => clock with { Replied = true, AskedAt = null },
                _ => clock,
            };
        }
        return clock;
    }

    /// <summary>Stands still while it is the customer's turn, once it is done, and for what is no customer's concern.</summary>
    private static SlaClock Paused(SlaClock clock, Ticket ticket, WorkingTime? working, DateTimeOffset now)
    {
        var still = ticket.Category is not (Category.New or Category.Open) || ticket.MergedInto is not null || ticket.Spam is not null;
        if (still) return clock with { PausedAt = clock.PausedAt ?? now };
        if (clock.PausedAt is not { } since) return clock;
        var waited = now <= since ? TimeSpan.Zero : working?.Between(since, now) ?? now - since;
        return clock with { PausedAt = null, Waited = clock.Waited + waited };
    }

    private static SlaTarget[] Running(Ticket ticket, SlaClock clock, SlaPolicy policy, WorkingTime? working, DateTimeOffset now)
    {
        List<SlaTarget> running = [];
        void Add(SlaKind kind, DateTimeOffset since, TimeSpan more)
        {
            if (policy.Minutes(kind) is not { } minutes) return;
            var time = TimeSpan.FromMinutes(minutes) + more;
            if ((working is null ? since + time : working.Due(since, time)) is not { } due) return; // it never opens
            var before = clock.Targets.FirstOrDefault(t => t.Kind == kind && t.Since == since);
            var (warned, breached) = (before is { Warned: true } && LookBack(due, policy) <= now, before is { Breached: true } && due <= now);
            running.Add(new SlaTarget(kind, since, due, warned, breached));
        }
        if (!clock.Replied) Add(SlaKind.FirstReply, ticket.CreatedAt, clock.Waited);
        else if (clock.AskedAt is { } asked) Add(SlaKind.NextReply, asked, TimeSpan.Zero);
        Add(SlaKind.Resolution, ticket.CreatedAt, clock.Waited);
        return [.. running.OrderBy(t => t.DueAt)];
    }

    private static DateTimeOffset LookBack(DateTimeOffset due, SlaPolicy policy) => due.AddMinutes(-(policy.Says.WarnMinutes ?? 0));
}
