using System.Text.Json;
using HelpdeskMx.Agents;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Jobs;

/// <summary>Begins the job that takes tickets along when a change of workflow would leave them behind.</summary>
public sealed class MoveStates(Jobs jobs, TimeProvider clock)
{
    /// <summary>Begins it, if any state has gone or means something else now.</summary>
    public async Task BeginAsync(TicketWorkflow before, TicketWorkflow after, IReadOnlyDictionary<string, string> moves, Agent by, CancellationToken ct)
    {
        Dictionary<string, string> all = [];
        foreach (var state in before.States)
        {
            var same = after.States.FirstOrDefault(s => s.Key == state.Key);
            if (same is null) all[state.Key] = moves.GetValueOrDefault(state.Key) ?? after.First(state.Category).Key;
            else if (same.Category != state.Category) all[state.Key] = state.Key;
        }
        if (all.Count == 0) return;
        var now = clock.GetUtcNow();
        var work = JsonSerializer.Serialize(all, AppJson.Of<Dictionary<string, string>>());
        await jobs.BeginAsync(new Job { Id = Ids.Derive("move-states", $"{after.Version}"), Kind = JobKind.MoveStates, By = by.Id, At = now, DueAt = now + Job.Patience, Work = work }, ct);
    }
}

/// <summary>Moves tickets from states that are gone, or mean something else, to where the admin wants them.</summary>
public sealed class MovingStates(Tickets.Tickets tickets, Settings settings, Live live, TimeProvider clock) : IWork
{
    private const int AtOnce = 100;
    private static readonly Agent Desk = Agent.Desk(Actor.System.Name);

    /// <inheritdoc/>
    public JobKind Kind => JobKind.MoveStates;

    /// <inheritdoc/>
    public async Task<Job> GoOnAsync(Job job, CancellationToken ct)
    {
        var workflow = await settings.WorkflowAsync(ct);
        var moves = JsonSerializer.Deserialize(job.Work, AppJson.Of<Dictionary<string, string>>())!;
        foreach (var (from, key) in moves)
        {
            var to = workflow.State(key);
            var page = await tickets.ListAsync(q => q with { Where = [new Condition.Is("state", from), .. Unless(from, to)], OrderBy = [new Order("lastMessageAt")], PageSize = AtOnce }, ct);
            foreach (var found in page.Items) await MoveAsync(found, to, workflow, job, ct);
            if (page.Items.Count > 0) return job with { Done = job.Done + page.Items.Count };
        }
        return job with { State = JobState.Done, Total = job.Done };
    }

    /// <summary>A state that keeps its key is left out where it means what it should.</summary>
    private static IEnumerable<Condition> Unless(string from, State to) => from != to.Key
        ? []
        : [new Condition.OneOf("category", [.. Enum.GetValues<Category>().Where(c => c != to.Category).Select(c => (object)c.ToString().ToLowerInvariant())])];

    private async Task MoveAsync(Stored<Ticket> found, State to, TicketWorkflow workflow, Job job, CancellationToken ct)
    {
        var action = new TicketAction("workflow", ActionKind.Plain, [], to.Key, new Dictionary<string, string>());
        var step = new Step(Ids.Derive(job.Id, found.Value.Id, $"{found.Value.Version}"), action, Desk, clock.GetUtcNow(), workflow, new Dictionary<string, string>());
        var change = Acting.Do(found, step);
        if (await tickets.CommitAsync(change, ct) == CommitOutcome.Committed) await live.TicketAsync(change.Ticket, ct, found.Value); // else it is met again
    }
}
