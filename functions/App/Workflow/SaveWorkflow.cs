using System.Text.Json.Serialization;
using HelpdeskMx.Agents;
using HelpdeskMx.Jobs;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Workflow;

/// <summary>A workflow as an admin wants it.</summary>
/// <param name="Version">The version it was made from; another one by then is a conflict.</param>
/// <param name="States">Its states.</param>
/// <param name="Actions">Its actions.</param>
public sealed record WorkflowDraft([property: JsonRequired] int Version, [property: JsonRequired] IReadOnlyList<State> States, [property: JsonRequired] IReadOnlyList<TicketAction> Actions)
{
    /// <summary>Where tickets go whose state is there no more, by the state's key.</summary>
    public IReadOnlyDictionary<string, string> Moves { get; init; } = new Dictionary<string, string>();
}

/// <summary>What would become of a draft: its faults, and how many tickets lose their state.</summary>
public sealed record WorkflowLook(IReadOnlyList<WorkflowFault> Faults, IReadOnlyDictionary<string, int> Losing);

/// <summary>Puts a new workflow in force, whole or not at all. Tickets whose state is gone or means something else follow in a job; until then they are read as open.</summary>
public sealed class SaveWorkflow(Tickets.Tickets tickets, Settings settings, MoveStates moveStates, TimeProvider clock)
{
    private const int MostVersions = 100, MostCounted = 1_000;
    private static readonly Problem Outdated = new("changed-meanwhile", "Somebody else has changed the workflow since you opened it. Reload it; what you drew is still here.", 409);
    private static readonly Problem NoSuchVersion = new("no-such-version", "There is no such version of the workflow.", 404);

    /// <summary>The workflow in force from now on.</summary>
    public async Task<Outcome<TicketWorkflow>> RunAsync(WorkflowDraft draft, Agent by, CancellationToken ct)
    {
        var before = await settings.WorkflowAsync(ct);
        if (draft.Version != before.Version) return Outdated;
        var look = await LookAsync(draft, ct);
        if (look.Faults.Count > 0) return WorkflowFault.Refused(look.Faults);
        var after = new TicketWorkflow(draft.States, draft.Actions) { Version = before.Version + 1, SavedBy = by.Name, SavedAt = clock.GetUtcNow() };

        if (before.Version > 0) await settings.AddAsync(Kinds.FormerWorkflows, Id(before.Version), before, ct);
        var saved = before.Version == 0
            ? await settings.AddAsync(Kinds.Workflows, "current", after, ct)
            : await settings.ChangeAsync(Kinds.Workflows, "current", now => now.Version == before.Version ? after : Outdated, ct) is { Problem: null };
        if (!saved) return Outdated;
        await settings.DeleteAsync(Kinds.FormerWorkflows, Id(before.Version - MostVersions), ct);
        await moveStates.BeginAsync(before, after, draft.Moves, by, ct);
        return after;
    }

    /// <summary>What would become of the draft; nothing is changed.</summary>
    public async Task<WorkflowLook> LookAsync(WorkflowDraft draft, CancellationToken ct)
    {
        var before = await settings.WorkflowAsync(ct);
        var world = new WorkflowWorld(await settings.AgentsAsync(ct), await settings.DepartmentsAsync(ct), await settings.RolesAsync(ct), await settings.SavedRepliesAsync(ct));
        List<WorkflowFault> faults = [.. WorkflowFaults.In(new(draft.States, draft.Actions), world)];
        Dictionary<string, int> losing = [];
        foreach (var gone in before.States.Select(s => s.Key).Where(key => draft.States.All(s => s.Key != key)))
        {
            var count = await tickets.CountAsync(q => q with { Where = [new Condition.Is("state", gone)] }, MostCounted, ct);
            if (count == 0) continue;
            losing[gone] = count;
            if (!draft.States.Any(s => s.Key == draft.Moves.GetValueOrDefault(gone))) faults.Add(new($"moves.{gone}", $"Tickets are in the state '{gone}'. Say which state they go to."));
        }
        return new(faults, losing);
    }

    /// <summary>The versions that were in force, newest first, the one that is among them.</summary>
    public async Task<IReadOnlyList<TicketWorkflow>> VersionsAsync(CancellationToken ct) =>
        [await settings.WorkflowAsync(ct), .. (await settings.FormerWorkflowsAsync(ct)).OrderByDescending(w => w.Version)];

    /// <summary>One of them.</summary>
    public async Task<Outcome<TicketWorkflow>> VersionAsync(int version, CancellationToken ct) =>
        (await VersionsAsync(ct)).FirstOrDefault(w => w.Version == version) is { } found ? found : NoSuchVersion;

    private static string Id(int version) => $"v{version:D6}";
}
