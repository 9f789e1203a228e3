using System.Text.Json;
using HelpdeskMx.Agents;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Jobs;

/// <summary>What the queue <c>jobs</c> carries: which job goes on.</summary>
public sealed record JobCall(string Id);

/// <summary>The jobs of the desk: begun, found, stopped.</summary>
public sealed class Jobs(IDocumentStore store, IQueue queue)
{
    private const string Partition = "jobs";
    private static readonly Problem NoSuchJob = new("no-such-job", "There is no such job, or it is somebody else's.", 404);

    private readonly Collection<Job> jobs = new(store, Containers.Config, "job", AppJson.Of<Job>());

    /// <summary>Begins a job; one of the same id is only called again.</summary>
    public async Task<Job> BeginAsync(Job job, CancellationToken ct)
    {
        await jobs.CommitAsync(Partition, jobs.Create(job.Id, job), ct);
        await CallAsync(job.Id, ct);
        return (await jobs.ReadAsync(Partition, job.Id, ct))!.Value;
    }

    /// <summary>A job of this agent, or for an admin of anybody.</summary>
    public async Task<Outcome<Job>> FindAsync(string id, Agent by, CancellationToken ct) =>
        Tickets.Tickets.IsId(id) && await jobs.ReadAsync(Partition, id, ct) is { Value: var job } && (by.IsAdmin || job.By == by.Id) ? job : NoSuchJob;

    /// <summary>Stops a job; what it has done stays done.</summary>
    public async Task<Outcome<Job>> StopAsync(string id, Agent by, CancellationToken ct)
    {
        while ((await FindAsync(id, by, ct)) is { Problem: null } && await jobs.ReadAsync(Partition, id, ct) is { } found)
        {
            if (found.Value.State != JobState.Running || await SaveAsync(found, found.Value with { State = JobState.Stopped }, ct)) return (await jobs.ReadAsync(Partition, id, ct))!.Value;
        }
        return NoSuchJob;
    }

    /// <summary>Reads a job whoever asked for it; null when there is none.</summary>
    public Task<Stored<Job>?> ReadAsync(string id, CancellationToken ct) => jobs.ReadAsync(Partition, id, ct);

    /// <summary>A page of jobs of any age.</summary>
    public Task<Listing<Stored<Job>>> ListAsync(string? after, CancellationToken ct) => jobs.QueryAsync(q => q with { PageSize = 100, Continuation = after }, ct, Partition);

    /// <summary>Forgets a job, unless it went on meanwhile.</summary>
    public Task ForgetAsync(Stored<Job> job, CancellationToken ct) => jobs.CommitAsync(Partition, new Write.Delete(job.Value.Id, job.ETag), ct);

    /// <summary>Saves how far a job is; false where another run was faster.</summary>
    public async Task<bool> SaveAsync(Stored<Job> found, Job after, CancellationToken ct) =>
        await jobs.CommitAsync(Partition, jobs.Replace(after.Id, after, found.ETag), ct) == CommitOutcome.Committed;

    /// <summary>Has a job go on.</summary>
    public Task CallAsync(string id, CancellationToken ct) => queue.SendAsync(Queues.Jobs, JsonSerializer.Serialize(new JobCall(id), AppJson.Of<JobCall>()), ct: ct);
}
