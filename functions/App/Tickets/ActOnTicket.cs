using HelpdeskMx.Agents;
using HelpdeskMx.Automation;
using HelpdeskMx.Labels;
using HelpdeskMx.Platform;
using HelpdeskMx.Replies;
using HelpdeskMx.Spam;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Tickets;

/// <summary>How a request came: what its headers say.</summary>
/// <param name="Version">The version the agent saw (<c>If-Match</c>); null acts on whatever is there.</param>
/// <param name="Key">The client's name for this request (<c>Idempotency-Key</c>); null makes every request its own.</param>
public sealed record Asked(long? Version, string? Key);

/// <summary>Does to a ticket what an agent asks, as the workflow has it, once for each request.</summary>
public sealed class ActOnTicket(
    Tickets tickets, Settings settings, Answering answering, Changing changing, ChooseOwner chooseOwner, MailByAction mails, RunRules runRules, Uploads uploads, KnownLabels labels,
    TeachSpam teach, BlockSender blockSender, KeepLater keepLater, Dispatch dispatch, Live live,
    ChangedSince changedSince, TimeProvider clock)
{
    private const int MostTries = 20;

    /// <summary>The ticket after the action; an answer that leaves later is only kept.</summary>
    public Task<Outcome<Ticket>> RunAsync(string id, string action, ActionRequest request, Asked asked, Agent by, CancellationToken ct) => RunAsync(id, action, request, asked, by, null, ct);

    /// <summary>Sends an answer whose time has come, in one commit with the end of its waiting; one that waits no more is not sent.</summary>
    public Task<Outcome<Ticket>> SendAsync(Stored<LaterAnswer> due, Agent by, CancellationToken ct) =>
        RunAsync(due.Value.TicketId, due.Value.Action, due.Value.Request with { SendAt = null, HoldSeconds = null }, new Asked(null, $"later {due.Value.Id}"), by, due, ct);

    private async Task<Outcome<Ticket>> RunAsync(string id, string action, ActionRequest request, Asked asked, Agent by, Stored<LaterAnswer>? due, CancellationToken ct)
    {
        var workflow = await settings.WorkflowAsync(ct);
        if (workflow.Action(action) is not { } wanted) return TicketProblems.NoSuchAction;
        var then = request.Then is null ? null : workflow.Action(request.Then);
        if (request.Then is not null && then is not { Kind: ActionKind.Plain }) return TicketProblems.NoSuchAction;
        if (await tickets.FindAsync(id, by, ct) is not { } found) return Problems.NoSuchTicket;
        var files = await uploads.FindAsync(request.Attachments, by, ct);
        if (files.Problem is { } missing) return missing;
        var requestId = RequestId(id, asked, by);
        var wait = keepLater.Until(wanted, request);
        if (wait.Problem is { } never) return never;

        for (var tries = 0; tries < MostTries; tries++)
        {
            var before = found.Value;
            if (asked.Key is not null && await DoneAsync(id, requestId, ct)) return before;
            if (due is not null && before.Later.All(l => l.Id != due.Value.Id)) return before; // taken back, or stopped
            if (before.MergedInto is not null) return TicketProblems.Merged(before);
            if (asked.Version is { } seen && seen != before.Version) return await changedSince.RunAsync(before, seen, by, ct);
            if (workflow.Offered(before, by).All(a => a.Key != wanted.Key)) return TicketProblems.NotOffered(wanted, before, workflow, by);

            if (wanted.Kind == ActionKind.Fill) wanted = wanted with { Fields = (await settings.FieldsAsync(ct)).Of(before.Store) };
            if (wanted.Kind == ActionKind.Fill && request.Fields.Keys.FirstOrDefault(key => wanted.Fields.All(f => f.Key != key)) is { } unknown) return Problems.Field($"fields.{unknown}", $"Tickets of this store have no field '{unknown}'.");
            if ((Asking(wanted, request) ?? (then is null ? null : Asking(then, request))) is { } field) return TicketProblems.FieldMissing(field.Key);
            var step = await chooseOwner.ForAsync(new Step(requestId, wanted, by, clock.GetUtcNow(), workflow, request.Fields), before, ct);
            var acted = wanted.Kind == ActionKind.Reply
                ? await answering.ReplyAsync(found, request, files.Value, step, ct)
                : await changing.RunAsync(found, request, files.Value, step, ct);
            if (acted.Problem is { } problem) return problem;
            if (then is not null && !workflow.Offered(acted.Value.Ticket, by).Contains(then)) return TicketProblems.NotOffered(then, acted.Value.Ticket, workflow, by);
            if (wait.Value is { } dueAt)
            {
                var later = new LaterAnswer(requestId, id, by.Id, action, request, dueAt);
                if (before.Later.Count >= KeepLater.Most) return TicketProblems.TooManyLater;
                if (await keepLater.RunAsync(found, later, by, ct) is { } kept) return kept;
                found = await tickets.FindAsync(id, by, ct) ?? found;
                continue;
            }
            var change = await mails.WithAsync(acted.Value, step, ct);
            if (then is not null)
            {
                var next = await chooseOwner.ForAsync(step with { Action = then, Owner = null }, change.Ticket, ct);
                change = await mails.WithAsync(Acting.Then(change, next), next, ct);
            }
            change = await runRules.OnAsync(change, before, RuleWhen.Changed, change.NewMessages is [var said, ..] ? said : null, ct);
            change = await tickets.WithDeadlinesAsync(change, ct);
            var outcome = due is null
                ? await tickets.CommitAsync(change, ct)
                : await tickets.CommitLaterAsync(change with { Ticket = change.Ticket with { Later = [.. change.Ticket.Later.Where(l => l.Id != due.Value.Id)] } }, due, null, ct);
            if (outcome == CommitOutcome.Committed) return await FollowUpAsync(before, change, wanted.Kind, request.Block == true, by, ct);
            found = await tickets.FindAsync(id, by, ct) ?? found;
        }
        return Problems.ChangedMeanwhile;
    }

    /// <summary>The id of the event that tells of a request: the same however often it is sent.</summary>
    public static string RequestId(string ticketId, Asked asked, Agent by) => asked.Key is null ? Ids.Random() : Ids.Derive("action", ticketId, by.Id, asked.Key);

    private static ActionField? Asking(TicketAction action, ActionRequest request) => action.Fields.FirstOrDefault(f => !f.Takes(request.Fields.GetValueOrDefault(f.Key, "")));

    private async Task<Ticket> FollowUpAsync(Ticket before, Change change, ActionKind kind, bool block, Agent by, CancellationToken ct)
    {
        await dispatch.RunAsync(change.Outbox, ct);
        await live.TicketAsync(change.Ticket, ct, before);
        await labels.KeepAsync(change.Ticket.Labels.Except(before.Labels), ct);
        if (kind == ActionKind.Spam && block) await blockSender.OfAsync(change.Ticket, by, ct);
        if (kind == ActionKind.Spam) await teach.RunAsync(change.Ticket, change.Ticket.Spam is null ? SpamLesson.Wanted : SpamLesson.Spam, ct);
        if (kind == ActionKind.Reply) await teach.AnsweredAsync(before, change.Ticket, ct);
        return change.Ticket;
    }

    private async Task<bool> DoneAsync(string id, string requestId, CancellationToken ct) =>
        (await tickets.EventAsync(id, requestId, ct)) is not null;
}
