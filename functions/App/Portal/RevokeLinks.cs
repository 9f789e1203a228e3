using HelpdeskMx.Agents;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Portal;

/// <summary>Takes back every link to a ticket's page that was ever sent; what is sent from then on has new ones.</summary>
public sealed class RevokeLinks(Tickets.Tickets tickets, Settings settings, Live live, TimeProvider clock)
{
    private const int MostTries = 20;

    /// <summary>The ticket as it is then.</summary>
    public async Task<Outcome<Ticket>> RunAsync(string id, Agent by, CancellationToken ct)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await tickets.FindAsync(id, by, ct) is not { Value: var before } found) return Problems.NoSuchTicket;
            if (!(await settings.WorkflowAsync(ct)).MayAnswer(by, before)) return Problems.NotAllowed;
            var after = before with { Links = before.Links + 1, Version = before.Version + 1 };
            var told = new TicketEvent(Ids.Derive("links-revoked", id, $"{after.Links}"), id, "links-revoked", new Actor(ActorKind.Agent, by.Id, by.Name), clock.GetUtcNow(), after.Version, new Dictionary<string, string?>(), new Dictionary<string, string?>());
            if (await tickets.CommitAsync(new Change(after, found.ETag) { Events = [told] }, ct) != CommitOutcome.Committed) continue;
            await live.TicketAsync(after, ct);
            return after;
        }
        return Problems.ChangedMeanwhile;
    }
}
