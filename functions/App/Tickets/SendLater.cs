using System.Text.Json;
using HelpdeskMx.Agents;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>Answers that leave later: shown, taken back, and sent when their time has come, unless their customer wrote before.</summary>
public sealed class SendLater(Tickets tickets, Settings settings, ActOnTicket act, KeepLater keep, Uploads uploads, Live live, TimeProvider clock)
{
    private const int MostTries = 20;
    private static readonly Problem NoSuchAnswer = new("no-such-answer", "This answer does not wait any more: it has left, or somebody took it back.", 404);

    /// <summary>Answers of a ticket that wait, and those that were stopped.</summary>
    public async Task<Outcome<LaterView[]>> ListAsync(string ticketId, Agent by, CancellationToken ct)
    {
        if (await tickets.FindAsync(ticketId, by, ct) is not { Value: var ticket }) return Problems.NoSuchTicket;
        var rows = await tickets.LaterAsync(ticketId, ct);
        return (await Task.WhenAll(rows.Select(r => ViewAsync(r.Value, ticket, ct)))).OrderBy(v => v.SendAt ?? UtcTime.Never).ToArray();
    }

    /// <summary>The answer, which will not leave any more; its words and files are the caller's.</summary>
    public async Task<Outcome<LaterView>> TakeBackAsync(string ticketId, string id, Agent by, CancellationToken ct)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await tickets.FindAsync(ticketId, by, ct) is not { } found) return Problems.NoSuchTicket;
            if (await tickets.LaterAsync(ticketId, id, ct) is not { } row) return NoSuchAnswer;
            if (row.Value.By != by.Id && !by.IsAdmin && !(await settings.WorkflowAsync(ct)).MayAnswer(by, found.Value)) return Problems.NotAllowed;
            var view = await ViewAsync(row.Value, found.Value, ct);
            var after = Without(found.Value, id);
            var told = view.SendAt is null ? [] : new[] { Told(after, "later-taken-back", Ids.Derive("taken-back", id), new Actor(ActorKind.Agent, by.Id, by.Name)) };
            if (await tickets.CommitLaterAsync(new Change(after, found.ETag) { Events = told }, row, null, ct) != CommitOutcome.Committed) continue;
            await uploads.GiveAsync(row.Value.Request.Attachments, row.Value.By, by, ct);
            await live.TicketAsync(after, ct);
            return view;
        }
        return Problems.ChangedMeanwhile;
    }

    /// <summary>Does one message of the queue <c>later</c>.</summary>
    public async Task RunAsync(string queued, CancellationToken ct)
    {
        var wanted = JsonSerializer.Deserialize(queued, AppJson.Of<OutboundMessage>()) ?? throw new JsonException("The queue held null.");
        if (await tickets.LaterAsync(wanted.TicketId, wanted.MessageId, ct) is { } row) await SendAsync(row, ct);
    }

    /// <summary>Sends everything whose time has come and that no queue message has sent.</summary>
    public async Task SweepAsync(CancellationToken ct)
    {
        await foreach (var row in Pages.AllAsync(next => tickets.DueLaterAsync(clock.GetUtcNow(), next, ct), ct)) await SendAsync(row, ct);
    }

    private async Task SendAsync(Stored<LaterAnswer> row, CancellationToken ct)
    {
        var later = row.Value;
        if (await tickets.ReadAsync(later.TicketId, ct) is not { Value: var ticket }) return;
        var now = clock.GetUtcNow();
        if (ticket.Later.FirstOrDefault(l => l.Id == later.Id) is not { } name)
        {
            if (later.DueAt < UtcTime.Never) await tickets.CommitLaterAsync(row, later with { DueAt = UtcTime.Never, Stopped = later.Stopped ?? LaterAnswer.CustomerWrote }, ct);
            return;
        }
        if (name.DueAt > now)
        {
            if (name.DueAt - now < TimeSpan.FromMinutes(1)) await keep.HurryAsync(later, name.DueAt - now, ct); // a queue's clock went before ours
            return;
        }
        var agent = (await settings.AgentsAsync(ct)).FirstOrDefault(a => a.Id == later.By && a.Active);
        var sent = agent is null ? Problems.NotAllowed : await act.SendAsync(row, agent, ct);
        if (sent.Problem is { } problem) await StopAsync(later, problem.Code, ct);
    }

    private async Task StopAsync(LaterAnswer later, string why, CancellationToken ct)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await tickets.ReadAsync(later.TicketId, ct) is not { } found || await tickets.LaterAsync(later.TicketId, later.Id, ct) is not { } row) return;
            if (found.Value.Later.All(l => l.Id != later.Id)) return;
            var after = Without(found.Value, later.Id);
            var change = new Change(after, found.ETag) { Events = [Told(after, "later-stopped", Ids.Derive("later-stopped", later.Id), Actor.System)] };
            if (await tickets.CommitLaterAsync(change, row, later with { DueAt = UtcTime.Never, Stopped = why }, ct) != CommitOutcome.Committed) continue;
            await live.TicketAsync(after, ct);
            return;
        }
    }

    private async Task<LaterView> ViewAsync(LaterAnswer later, Ticket ticket, CancellationToken ct)
    {
        var name = ticket.Later.FirstOrDefault(l => l.Id == later.Id);
        return new(later.Id, later.By, later.Action, name?.DueAt, name?.Held ?? false, name is null ? later.Stopped ?? LaterAnswer.CustomerWrote : null, later.Request, await uploads.ShowAsync(later.Request.Attachments, ct));
    }

    private static Ticket Without(Ticket ticket, string id) => ticket with { Later = [.. ticket.Later.Where(l => l.Id != id)], Version = ticket.Version + 1 };

    private TicketEvent Told(Ticket after, string kind, string id, Actor by) =>
        new(id, after.Id, kind, by, clock.GetUtcNow(), after.Version, new Dictionary<string, string?>(), new Dictionary<string, string?>());
}
