using HelpdeskMx.Agents;
using HelpdeskMx.Platform;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Tickets;

/// <summary>What an agent asks of a ticket.</summary>
public sealed record ActionRequest
{
    /// <summary>What is written, for a reply or a note.</summary>
    public string? Text { get; init; }

    /// <summary>The same as HTML; made from the text where it is missing.</summary>
    public string? Html { get; init; }

    /// <summary>Ids of uploaded files.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>Id of the channel a reply leaves by; null for the one the customer last wrote by.</summary>
    public string? Channel { get; init; }

    /// <summary>For Messenger and Instagram, once a day has passed since the customer wrote: this is a person's answer, which Meta takes for a week.</summary>
    public bool HumanAgent { get; init; }

    /// <summary>For WhatsApp: the template that is sent in place of free words.</summary>
    public TemplateChoice? Template { get; init; }

    /// <summary>For mail: whom it goes to; null leaves that to the desk.</summary>
    public IReadOnlyList<Address>? To { get; init; }

    /// <summary>For mail: who gets a copy; null leaves that to the desk.</summary>
    public IReadOnlyList<Address>? Cc { get; init; }

    /// <summary>Who shall own it: an agent's id, <c>me</c>, or null for nobody.</summary>
    public string? Assignee { get; init; }

    /// <summary>Answers to what the action asks, by field key.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>Key of the action that follows at once, such as <c>close</c> for send and close.</summary>
    public string? Then { get; init; }
}

/// <summary>How a request came: what its headers say.</summary>
/// <param name="Version">The version the agent saw (<c>If-Match</c>); null acts on whatever is there.</param>
/// <param name="Key">The client's name for this request (<c>Idempotency-Key</c>); null makes every request its own.</param>
public sealed record Asked(long? Version, string? Key);

/// <summary>Does to a ticket what an agent asks, as the workflow has it, once for each request.</summary>
public sealed class ActOnTicket(
    Tickets tickets, Settings settings, Answering answering, Uploads uploads, Dispatch dispatch, Live live,
    ChangedSince changedSince, TimeProvider clock)
{
    private const int MostTries = 20;

    /// <summary>The ticket after the action.</summary>
    public async Task<Outcome<Ticket>> RunAsync(string id, string action, ActionRequest request, Asked asked, Agent by, CancellationToken ct)
    {
        var workflow = await settings.WorkflowAsync(ct);
        if (workflow.Action(action) is not { } wanted) return TicketProblems.NoSuchAction;
        var then = request.Then is null ? null : workflow.Action(request.Then);
        if (request.Then is not null && then is not { Kind: ActionKind.Plain }) return TicketProblems.NoSuchAction;
        if (await tickets.FindAsync(id, by, ct) is not { } found) return Problems.NoSuchTicket;
        if (wanted.Fields.FirstOrDefault(f => !f.Takes(request.Fields.GetValueOrDefault(f.Key, ""))) is { } field) return TicketProblems.FieldMissing(field.Key);
        var files = await uploads.FindAsync(request.Attachments, by, ct);
        if (files.Problem is { } missing) return missing;
        var requestId = asked.Key is null ? Ids.Random() : Ids.Derive("action", id, by.Id, asked.Key);

        for (var tries = 0; tries < MostTries; tries++)
        {
            if (asked.Key is not null && await DoneAsync(id, requestId, ct)) return found.Value;
            if (asked.Version is { } seen && seen != found.Value.Version) return await changedSince.RunAsync(found.Value, seen, by, ct);
            if (!workflow.Offered(found.Value).Contains(wanted)) return TicketProblems.NotOffered(wanted.Key, found.Value.State);

            var step = new Step(requestId, wanted, by, clock.GetUtcNow(), workflow, request.Fields);
            var acted = wanted.Kind switch
            {
                ActionKind.Reply => await answering.ReplyAsync(found, request, files.Value, step, ct),
                ActionKind.Note => Acting.Note(found, request, files.Value, step),
                ActionKind.Assign => await AssignAsync(found, request, step, ct),
                _ => Acting.Move(found, step),
            };
            if (acted.Problem is { } problem) return problem;
            if (then is not null && !workflow.Offered(acted.Value.Ticket).Contains(then)) return TicketProblems.NotOffered(then.Key, acted.Value.Ticket.State);
            var change = then is null ? acted.Value : Acting.Then(acted.Value, step with { Action = then });
            if (await tickets.CommitAsync(change, ct) == CommitOutcome.Committed) return await FollowUpAsync(change, ct);
            found = await tickets.FindAsync(id, by, ct) ?? found;
        }
        return Problems.ChangedMeanwhile;
    }

    private async Task<Ticket> FollowUpAsync(Change change, CancellationToken ct)
    {
        await dispatch.RunAsync(change.Outbox, ct);
        await live.TicketAsync(change.Ticket, ct);
        return change.Ticket;
    }

    private async Task<Outcome<Change>> AssignAsync(Stored<Ticket> found, ActionRequest request, Step step, CancellationToken ct)
    {
        var wanted = request.Assignee == "me" ? step.By.Id : request.Assignee;
        if (wanted is null) return Acting.Assign(found, null, step);
        var agent = (await settings.AgentsAsync(ct)).FirstOrDefault(a => a.Id == wanted && a.Active);
        return agent is not null && Rights.MaySee(agent, found.Value) ? Acting.Assign(found, agent, step) : TicketProblems.NoSuchAgent;
    }

    private async Task<bool> DoneAsync(string id, string requestId, CancellationToken ct) =>
        (await tickets.EventAsync(id, requestId, ct)) is not null;
}
