using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Spam;

/// <summary>Releases the tickets that waited for their sender to confirm that they wrote: the one they were asked about, and their others.</summary>
public sealed class ConfirmSender(Tickets.Tickets tickets, ConfirmTokens tokens, AssignBacklog assignBacklog, Live live, TimeProvider clock)
{
    private const int MostTries = 20, MostOthers = 50;

    /// <summary>The ticket the token is for, null where it is not ours, has run out, or the ticket is gone.</summary>
    public async Task<Ticket?> FindAsync(string token, CancellationToken ct) => await tokens.ReadAsync(token, ct) is { } id ? (await tickets.ReadAsync(id, ct))?.Value : null;

    /// <summary>False where the token is not ours or has run out. Confirmed twice is confirmed once, and what an agent has said of a ticket meanwhile stands.</summary>
    public async Task<bool> RunAsync(string token, CancellationToken ct)
    {
        if (await tokens.ReadAsync(token, ct) is not { } id || await tickets.ReadAsync(id, ct) is not { } asked) return false;
        var others = await tickets.ListAsync(q => q with { Where = [new Condition.Is("customer", asked.Value.Customer)], OrderBy = [new Order("lastMessageAt", true)], PageSize = MostOthers }, ct);
        string[] departments = [];
        foreach (var waiting in others.Items.Select(t => t.Value.Id).Prepend(id).Distinct())
            if (await ReleaseAsync(waiting, ct) is { } released) departments = [.. departments, released.Department];
        foreach (var department in departments.Distinct()) await assignBacklog.RunAsync(department, ct); // a crash before it costs a minute
        return true;
    }

    /// <summary>The ticket as it is released; null where it does not wait.</summary>
    private async Task<Ticket?> ReleaseAsync(string id, CancellationToken ct)
    {
        for (var tries = 0; tries < MostTries && await tickets.ReadAsync(id, ct) is { Value.Spam.Why: QuarantineCause.Unconfirmed } found; tries++)
        {
            var after = found.Value.Released() with { Version = found.Value.Version + 1 };
            var (was, now) = Difference.Between(found.Value, after);
            var told = new TicketEvent($"confirmed-{id}", id, "confirmed", new Actor(ActorKind.Customer, null, after.From.Name ?? after.From.Value), clock.GetUtcNow(), after.Version, was, now);
            if (await tickets.CommitAsync(new Change(after, found.ETag) { Events = [told] }, ct) != CommitOutcome.Committed) continue;
            await live.TicketAsync(after, ct);
            return after;
        }
        return null;
    }
}
