using System.Text.Json;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Jobs;

/// <summary>Marks many tickets read or unread for one agent, a few at a time; each ticket has its own result.</summary>
public sealed class ReadWork(MarkRead mark, Settings settings) : IWork
{
    /// <summary>The actions of it.</summary>
    public const string Read = "read", Unread = "unread";

    private const int AtOnce = 50;

    /// <inheritdoc/>
    public JobKind Kind => JobKind.Read;

    /// <inheritdoc/>
    public async Task<Job> GoOnAsync(Job job, CancellationToken ct)
    {
        var request = JsonSerializer.Deserialize(job.Work, AppJson.Of<BulkRequest>())!;
        var by = (await settings.AgentsAsync(ct)).FirstOrDefault(a => a.Id == job.By && a.Active);
        List<JobResult> results = [.. job.Results];
        foreach (var id in request.Tickets.Skip(results.Count).Take(AtOnce))
        {
            var marked = by is null ? Problems.NotAllowed : await mark.RunAsync(id, request.Action == Read, by, ct);
            results.Add(new(id, marked.Problem is null ? marked.Value.Number : 0, marked.Problem?.Code ?? JobResult.Done, marked.Problem?.Sentence));
        }
        return job with { Results = results, Done = results.Count, State = results.Count == request.Tickets.Count ? JobState.Done : JobState.Running };
    }
}
