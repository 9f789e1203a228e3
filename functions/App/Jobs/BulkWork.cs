using System.Text.Json;
using HelpdeskMx.Agents;
using HelpdeskMx.Platform;
using HelpdeskMx.Spam;
using HelpdeskMx.Tickets;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Jobs;

/// <summary>One action for many tickets.</summary>
public sealed record BulkRequest
{
    /// <summary>Ids of the tickets, each once; at most <see cref="Job.MostTickets"/>.</summary>
    public required IReadOnlyList<string> Tickets { get; init; }

    /// <summary>Key of the action; <c>read</c> and <c>unread</c> mark them for oneself.</summary>
    public required string Action { get; init; }

    /// <summary>What is asked of each.</summary>
    public ActionRequest Request { get; init; } = new();
}

/// <summary>A job as whoever began it sees it.</summary>
/// <param name="Total">How many tickets it is about; null while that is not known.</param>
/// <param name="CanUndo">What it did can be taken back.</param>
public sealed record JobView(string Id, JobKind Kind, JobState State, DateTimeOffset At, int? Total, int Done, IReadOnlyList<JobResult> Results, bool CanUndo, int? Fits)
{
    /// <summary>Leaves out how it is done.</summary>
    public static JobView Of(Job job) =>
        new(job.Id, job.Kind, job.State, job.At, job.Total, job.Done, job.Results, job is { Kind: JobKind.Bulk, State: not JobState.Running } && job.Results.Any(r => r.Code == JobResult.Done), job.Fits);
}

/// <summary>Begins bulk actions, and their undoing.</summary>
public sealed class BeginBulk(Jobs jobs, Settings settings, TimeProvider clock)
{
    private static readonly Problem NotUndone = new("not-undone", "This job cannot be taken back: it did nothing, or it is still going on.", 409);

    /// <summary>The job, begun. The same <c>Idempotency-Key</c> is the same job.</summary>
    public async Task<Outcome<JobView>> RunAsync(BulkRequest request, string? key, Agent by, CancellationToken ct)
    {
        var workflow = await settings.WorkflowAsync(ct);
        var marks = request.Action is ReadWork.Read or ReadWork.Unread;
        if (!marks && workflow.Action(request.Action) is null) return TicketProblems.NoSuchAction;
        if (!marks && workflow.Action(request.Action)!.Kind is ActionKind.Reply) return Problems.Field("action", "An answer is written to one customer at a time.");
        string[] ids = [.. request.Tickets.Distinct()];
        if (ids.Length is 0 or > Job.MostTickets) return Problems.Field("tickets", $"Choose 1 to {Job.MostTickets} tickets.");
        if (ids.FirstOrDefault(id => !Tickets.Tickets.IsId(id)) is not null) return Problems.Field("tickets", "One of these is no ticket's id.");
        var work = JsonSerializer.Serialize(request with { Tickets = ids }, AppJson.Of<BulkRequest>());
        return JobView.Of(await jobs.BeginAsync(New(marks ? JobKind.Read : JobKind.Bulk, key is null ? Ids.Random() : Ids.Derive("bulk", by.Id, key), work, ids.Length, by), ct));
    }

    /// <summary>The job that takes back what another did, where nothing else has changed it since.</summary>
    public async Task<Outcome<JobView>> UndoAsync(string id, Agent by, CancellationToken ct)
    {
        var found = await jobs.FindAsync(id, by, ct);
        if (found.Problem is { } problem) return problem;
        if (!JobView.Of(found.Value).CanUndo) return NotUndone;
        var done = found.Value.Results.Where(r => r.Code == JobResult.Done).ToArray();
        return JobView.Of(await jobs.BeginAsync(New(JobKind.Undo, Ids.Derive("undo", id), JsonSerializer.Serialize(found.Value.Id, AppJson.Of<string>()), done.Length, by), ct));
    }

    private Job New(JobKind kind, string id, string work, int total, Agent by)
    {
        var now = clock.GetUtcNow();
        return new Job { Id = id, Kind = kind, By = by.Id, At = now, DueAt = now + Job.Patience, Work = work, Total = total };
    }
}

/// <summary>Takes one action on many tickets, a few at a time; each ticket has its own result.</summary>
public sealed class BulkWork(ActOnTicket act, Tickets.Tickets tickets, Settings settings) : IWork
{
    private const int AtOnce = 25;

    /// <inheritdoc/>
    public JobKind Kind => JobKind.Bulk;

    /// <summary>The name by which a job's action on a ticket is known again.</summary>
    public static Asked AskedBy(string job) => new(null, $"job {job}");

    /// <inheritdoc/>
    public async Task<Job> GoOnAsync(Job job, CancellationToken ct)
    {
        var request = JsonSerializer.Deserialize(job.Work, AppJson.Of<BulkRequest>())!;
        var by = (await settings.AgentsAsync(ct)).FirstOrDefault(a => a.Id == job.By && a.Active);
        List<JobResult> results = [.. job.Results];
        foreach (var id in request.Tickets.Skip(results.Count).Take(AtOnce))
        {
            var acted = by is null ? Problems.NotAllowed : await act.RunAsync(id, request.Action, request.Request, AskedBy(job.Id), by, ct);
            var number = acted.Problem is null ? acted.Value.Number : by is not null && await tickets.FindAsync(id, by, ct) is { } seen ? seen.Value.Number : 0;
            results.Add(new(id, number, acted.Problem?.Code ?? JobResult.Done, acted.Problem?.Sentence));
        }
        return job with { Results = results, Done = results.Count, State = results.Count == request.Tickets.Count ? JobState.Done : JobState.Running };
    }
}

/// <summary>Takes back what a bulk action did to each ticket, unless something else has changed the same since.</summary>
public sealed class UndoWork(Jobs jobs, Tickets.Tickets tickets, Settings settings, TeachSpam teach, Live live, TimeProvider clock) : IWork
{
    private const int AtOnce = 25;
    private const int MostTries = 20;
    private static readonly Problem ChangedSince = new("changed-since", "Somebody has changed this ticket since; it was left as it is.", 409);

    /// <inheritdoc/>
    public JobKind Kind => JobKind.Undo;

    /// <inheritdoc/>
    public async Task<Job> GoOnAsync(Job job, CancellationToken ct)
    {
        var by = (await settings.AgentsAsync(ct)).FirstOrDefault(a => a.Id == job.By && a.Active);
        var undone = JsonSerializer.Deserialize(job.Work, AppJson.Of<string>())!;
        var found = by is null ? Problems.NotAllowed : await jobs.FindAsync(undone, by, ct);
        JobResult[] done = found.Problem is null ? [.. found.Value.Results.Where(r => r.Code == JobResult.Done)] : [];
        List<JobResult> results = [.. job.Results];
        foreach (var result in done.Skip(results.Count).Take(AtOnce))
        {
            var problem = await UndoAsync(result.Id, job, ActOnTicket.RequestId(result.Id, BulkWork.AskedBy(undone), Agent(found.Value.By)), by!, ct);
            results.Add(new(result.Id, result.Number, problem?.Code ?? JobResult.Done, problem?.Sentence));
        }
        return job with { Results = results, Done = results.Count, State = results.Count == done.Length ? JobState.Done : JobState.Running };
    }

    private async Task<Problem?> UndoAsync(string ticketId, Job job, string eventId, Agent by, CancellationToken ct)
    {
        var workflow = await settings.WorkflowAsync(ct);
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await tickets.FindAsync(ticketId, by, ct) is not { } found) return Problems.NoSuchTicket;
            var id = Ids.Derive(job.Id, ticketId);
            if (await tickets.EventAsync(ticketId, id, ct) is not null) return null; // done before a crash
            if (await tickets.EventAsync(ticketId, eventId, ct) is not { Value: var happened } || Difference.Undone(found.Value, happened) is not { } before) return ChangedSince;
            var after = before with { Version = found.Value.Version + 1, Category = workflow.State(before.State).Category };
            var (was, now) = Difference.Between(found.Value, after);
            var told = new TicketEvent(id, ticketId, "undo", new Actor(ActorKind.Agent, by.Id, by.Name), clock.GetUtcNow(), after.Version, was, now);
            if (await tickets.CommitAsync(new Change(after, found.ETag) { Events = [told] }, ct) != CommitOutcome.Committed) continue;
            await live.TicketAsync(after, ct, found.Value);
            if (was.ContainsKey("spam")) await teach.RunAsync(after, null, ct); // what is taken back taught nothing
            return null;
        }
        return Problems.ChangedMeanwhile;
    }

    private static Agent Agent(string id) => new() { Id = id, Name = "", Email = "" };
}
