using HelpdeskMx.Agents;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>Which ticket another has to do with, by what people call it.</summary>
public sealed record LinkRequest(long Number);

/// <summary>Says that two tickets have to do with each other, or no longer do. Each says so by itself; one that could not be told is told when it is asked again.</summary>
public sealed class LinkTickets(Tickets tickets, Intake.Lookups lookups, Live live, TimeProvider clock)
{
    private const int Most = 20, MostTries = 20;

    /// <summary>The ticket as it is then.</summary>
    public async Task<Outcome<Ticket>> RunAsync(string id, LinkRequest request, bool linked, Agent by, CancellationToken ct)
    {
        var other = await lookups.FindAsync(Intake.Lookups.Number(request.Number), ct) is { } target && target.Id != id ? await tickets.FindAsync(target.Id, by, ct) : null;
        if (other is null) return Problems.Field("number", "There is no such other ticket, or you may not see it.");
        if (await tickets.FindAsync(id, by, ct) is not { } found) return Problems.NoSuchTicket;
        if (!Rights.MayDo(by, "link", found.Value)) return Problems.NotAllowed;
        if (linked && (found.Value.Related.Count >= Most || other.Value.Related.Count >= Most)) return Problems.Field("number", $"A ticket has to do with at most {Most} others.");
        await TellAsync(other.Value.Id, new(id, found.Value.Number), linked, by, ct);
        return await TellAsync(id, new(other.Value.Id, other.Value.Number), linked, by, ct) is { } ticket ? ticket : Problems.ChangedMeanwhile;
    }

    private async Task<Ticket?> TellAsync(string id, TicketName other, bool linked, Agent by, CancellationToken ct)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await tickets.ReadAsync(id, ct) is not { } found) return null;
            if (found.Value.Related.Any(r => r.Id == other.Id) == linked) return found.Value;
            TicketName[] related = [.. found.Value.Related.Where(r => r.Id != other.Id), .. linked ? new[] { other } : []];
            var ticket = found.Value with { Related = related, Version = found.Value.Version + 1 };
            var told = new TicketEvent(Ids.Random(), id, linked ? "linked" : "unlinked", new(ActorKind.Agent, by.Id, by.Name), clock.GetUtcNow(), ticket.Version,
                new Dictionary<string, string?>(), new Dictionary<string, string?> { ["ticket"] = other.Id, ["number"] = $"{other.Number}" });
            if (await tickets.CommitAsync(new Change(ticket, found.ETag) { Events = [told] }, ct) != CommitOutcome.Committed) continue;
            await live.TicketAsync(ticket, ct);
            return ticket;
        }
        return null;
    }
}
