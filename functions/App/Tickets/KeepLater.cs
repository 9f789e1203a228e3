using System.Text.Json;
using HelpdeskMx.Agents;
using HelpdeskMx.Platform;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Tickets;

/// <summary>Keeps an answer until it leaves.</summary>
public sealed class KeepLater(Tickets tickets, IQueue queue, Live live, TimeProvider clock)
{
    /// <summary>The most answers that wait in one ticket.</summary>
    public const int Most = 20;

    private const int LongestHold = 60;
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(366), Soon = TimeSpan.FromMinutes(2);

    /// <summary>When what is asked shall leave; null for now.</summary>
    public Outcome<DateTimeOffset?> Until(TicketAction action, ActionRequest request)
    {
        var now = clock.GetUtcNow();
        if (request is { SendAt: null, HoldSeconds: null }) return (DateTimeOffset?)null;
        if (action.Kind != ActionKind.Reply) return Problems.Field("sendAt", "Only an answer can leave later.");
        if (request.HoldSeconds is < 1 or > LongestHold) return Problems.Field("holdSeconds", $"Choose 1 to {LongestHold} seconds.");
        if (request.SendAt is { } at && (at <= now || at > now + LongestWait)) return Problems.Field("sendAt", "Choose a time that is still to come, within a year.");
        return request.SendAt ?? now.AddSeconds(request.HoldSeconds!.Value);
    }

    /// <summary>The ticket with the answer waiting in it; null where somebody else changed the ticket first.</summary>
    public async Task<Ticket?> RunAsync(Stored<Ticket> found, LaterAnswer later, Agent by, CancellationToken ct)
    {
        var held = later.Request.SendAt is null;
        var after = found.Value with { Later = [.. found.Value.Later, new LaterName(later.Id, later.By, later.DueAt, held)], Version = found.Value.Version + 1 };
        Dictionary<string, string?> said = new() { ["sendAt"] = UtcTime.Text(later.DueAt), ["held"] = held ? "yes" : null };
        var told = new TicketEvent(later.Id, after.Id, "later", new Actor(ActorKind.Agent, by.Id, by.Name), clock.GetUtcNow(), after.Version, new Dictionary<string, string?>(), said);
        if (await tickets.CommitLaterAsync(new Change(after, found.ETag) { Events = [told] }, later, ct) != CommitOutcome.Committed) return null;
        if (later.DueAt - told.At < Soon) await HurryAsync(later, later.DueAt - told.At, ct); // else the sweep is soon enough
        await live.TicketAsync(after, ct, found.Value);
        return after;
    }

    /// <summary>Has an answer leave once this has passed; the sweep finds it where that is lost.</summary>
    public Task HurryAsync(LaterAnswer later, TimeSpan wait, CancellationToken ct) =>
        queue.SendAsync(Queues.Later, JsonSerializer.Serialize(new OutboundMessage(later.TicketId, later.Id), AppJson.Of<OutboundMessage>()), wait, ct);
}
