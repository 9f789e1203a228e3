using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using HelpdeskMx.Agents;
using HelpdeskMx.Jobs;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Labels;

/// <summary>What admins change about a label.</summary>
/// <param name="Name">The label; one that is not there yet is made.</param>
public sealed record LabelChange([property: JsonRequired] string Name)
{
    /// <summary>What it is called from now on; another label's name makes one of both. Null leaves the name.</summary>
    public string? NewName { get; init; }

    /// <summary>Its colour as <c>#rrggbb</c>; empty for none, null leaves it.</summary>
    public string? Color { get; init; }

    /// <summary>It is taken off every ticket and forgotten.</summary>
    public bool Delete { get; init; }
}

/// <summary>A label that becomes another one on every ticket, as its job keeps it.</summary>
/// <param name="To">Null takes it off.</param>
public sealed record LabelMove(string From, string? To);

/// <summary>Makes labels, colours them, renames them, makes one of two, takes them away. Tickets follow in a job.</summary>
public sealed partial class ChangeLabels(Settings settings, Jobs.Jobs jobs, TimeProvider clock)
{
    private static readonly Problem NoSuchLabel = new("no-such-label", "There is no such label; somebody may have deleted it.", 404);

    /// <summary>The job in which tickets follow; null where none has to.</summary>
    public async Task<Outcome<JobView?>> RunAsync(LabelChange change, Agent by, CancellationToken ct)
    {
        var names = LabelName.All([change.Name, .. change.NewName is { } wanted ? new[] { wanted } : []]);
        if (names.Problem is not null) return Problems.Field(change.NewName is null ? "name" : "newName", names.Problem.Sentence);
        if (change.Color is { Length: > 0 } color && !Hex().IsMatch(color)) return Problems.Field("color", "Give a colour such as #2266aa.");
        var (name, newName) = (names.Value[0], change.NewName is null || names.Value.Count == 1 ? null : names.Value[1]);
        var known = (await settings.LabelsAsync(ct)).FirstOrDefault(l => l.Name == name);
        if (known is null && (change.Delete || newName is not null)) return NoSuchLabel;
        var label = (known ?? new Label(name)) with { Color = change.Color is null ? known?.Color : change.Color is "" ? null : change.Color };
        if (change.Delete || newName is not null) await settings.DeleteAsync(Kinds.Labels, Id(name), ct);
        if (!change.Delete) await settings.SaveAsync(Kinds.Labels, Id(newName ?? name), label with { Name = newName ?? name }, ct);
        return change.Delete || newName is not null ? JobView.Of(await BeginAsync(new LabelMove(name, newName), by, ct)) : (Outcome<JobView?>)(JobView?)null;
    }

    /// <summary>The id of a label's setting.</summary>
    public static string Id(string name) => Ids.Derive("label", name);

    private Task<Job> BeginAsync(LabelMove move, Agent by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return jobs.BeginAsync(new Job { Id = Ids.Random(), Kind = JobKind.MoveLabel, By = by.Id, At = now, DueAt = now + Job.Patience, Work = JsonSerializer.Serialize(move, AppJson.Of<LabelMove>()) }, ct);
    }

    [GeneratedRegex("^#[0-9a-fA-F]{6}$", RegexOptions.CultureInvariant)]
    private static partial Regex Hex();
}

/// <summary>Moves tickets from one label to another, or takes it off them.</summary>
public sealed class MovingLabel(Tickets.Tickets tickets, Settings settings, Live live, TimeProvider clock) : IWork
{
    private const int AtOnce = 100;
    private static readonly TicketAction Action = new("label", ActionKind.Label, [], null, new Dictionary<string, string>());

    /// <inheritdoc/>
    public JobKind Kind => JobKind.MoveLabel;

    /// <inheritdoc/>
    public async Task<Job> GoOnAsync(Job job, CancellationToken ct)
    {
        var move = JsonSerializer.Deserialize(job.Work, AppJson.Of<LabelMove>())!;
        var workflow = await settings.WorkflowAsync(ct);
        var page = await tickets.ListAsync(q => q with { Where = [new Condition.Has("labels", move.From)], OrderBy = [new Order("lastMessageAt")], PageSize = AtOnce }, ct);
        foreach (var found in page.Items)
        {
            var step = new Step(Ids.Derive(job.Id, found.Value.Id, $"{found.Value.Version}"), Action, Agent.Desk(Actor.System.Name), clock.GetUtcNow(), workflow, new Dictionary<string, string>());
            var labels = new ListChange { Add = move.To is null ? [] : [move.To], Remove = [move.From] }.On(found.Value.Labels);
            var change = Acting.Do(found, step, t => t with { Labels = labels });
            if (await tickets.CommitAsync(change, ct) == CommitOutcome.Committed) await live.TicketAsync(change.Ticket, ct, found.Value); // else it is met again
        }
        return page.Items.Count > 0 ? job with { Done = job.Done + page.Items.Count } : job with { State = JobState.Done, Total = job.Done };
    }
}
