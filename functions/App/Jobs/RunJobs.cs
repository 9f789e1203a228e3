using System.Text.Json;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Jobs;

/// <summary>Lets jobs go on, part by part.</summary>
public sealed class RunJobs(Jobs jobs, IEnumerable<IWork> works, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    /// <summary>Does the next part of a job, and calls it again until it is done. Throws when the part should be tried again.</summary>
    public async Task RunAsync(string queued, CancellationToken ct)
    {
        var call = JsonSerializer.Deserialize(queued, AppJson.Of<JobCall>()) ?? throw new JsonException("The queue held null.");
        if (await jobs.ReadAsync(call.Id, ct) is not { Value.State: JobState.Running } found) return;
        var after = await works.Single(w => w.Kind == found.Value.Kind).GoOnAsync(found.Value, ct);
        if (await jobs.SaveAsync(found, after with { DueAt = clock.GetUtcNow() + Job.Patience }, ct) && after.State == JobState.Running) await jobs.CallAsync(call.Id, ct);
    }

    /// <summary>Calls every job that stands still, and forgets those that ended long ago.</summary>
    public async Task SweepAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await foreach (var job in Pages.AllAsync(next => jobs.ListAsync(next, ct), ct))
        {
            if (job.Value.State == JobState.Running && job.Value.DueAt <= now) await jobs.CallAsync(job.Value.Id, ct);
            if (job.Value.State != JobState.Running && job.Value.At < now - Kept) await jobs.ForgetAsync(job, ct);
        }
    }
}
