using HelpdeskMx.Channels;
using HelpdeskMx.Platform;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Sla;

/// <summary>Adds service level policies, changes them, deletes them. One that cannot work is refused with every reason and its place.</summary>
public sealed class SaveSla(Settings settings)
{
    private const int Most = 100, LongestMinutes = 60 * 24 * 366;
    private static readonly Problem NoSuchPolicy = new("no-such-policy", "There is no such policy; somebody may have deleted it.", 404);
    private static readonly Problem TooMany = new("too-many-policies", $"A desk has at most {Most} policies. Delete one first.", 409);

    /// <summary>All of them, in the order they are asked.</summary>
    public async Task<IReadOnlyList<SlaPolicy>> ListAsync(CancellationToken ct) => [.. (await settings.SlaAsync(ct)).OrderBy(p => p.Order)];

    /// <summary>The new policy, the last in order: the first that fits a ticket counts.</summary>
    public async Task<Outcome<SlaPolicy>> AddAsync(SlaDraft draft, CancellationToken ct)
    {
        if (await FaultAsync(draft, null, ct) is { } fault) return fault;
        return await settings.AddAsync(Kinds.Sla, Slug.Of(draft.Name, "policy"), p => p.Id, (all, id) =>
            all.Count >= Most ? TooMany : new SlaPolicy(id, all.Select(p => p.Order).DefaultIfEmpty().Max() + 1, draft), ct);
    }

    /// <summary>The policy as it is then. Tickets follow at their next change.</summary>
    public async Task<Outcome<SlaPolicy>> RunAsync(string id, SlaDraft draft, CancellationToken ct)
    {
        if (await FaultAsync(draft, id, ct) is { } fault) return fault;
        return await settings.ChangeAsync(Kinds.Sla, id, policy => policy with { Says = draft }, ct) ?? NoSuchPolicy;
    }

    /// <summary>The policy that is gone; what it promised counts no more from each ticket's next change on.</summary>
    public async Task<Outcome<SlaPolicy>> DeleteAsync(string id, CancellationToken ct)
    {
        if ((await settings.SlaAsync(ct)).FirstOrDefault(p => p.Id == id) is not { } policy) return NoSuchPolicy;
        await settings.DeleteAsync(Kinds.Sla, id, ct);
        return policy;
    }

    private async Task<Problem?> FaultAsync(SlaDraft draft, string? id, CancellationToken ct)
    {
        var (workflow, stores, channels) = (await settings.WorkflowAsync(ct), await settings.StoresAsync(ct), await settings.ChannelsAsync(ct));
        Dictionary<string, string> faults = [];
        if (GivenName.Of(draft.Name, (await settings.SlaAsync(ct)).Where(p => p.Id != id).Select(p => p.Says.Name)).Problem is { } bad) faults["name"] = bad.Sentence;
        if (draft.Stores.FirstOrDefault(s => stores.All(known => known.Id != s)) is { } store) faults["stores"] = $"There is no store '{store}'.";
        if (draft.Channels.FirstOrDefault(c => channels.All(known => known.Id != c)) is { } channel) faults["channels"] = $"There is no channel '{channel}'.";
        if (draft is { FirstReply: null, NextReply: null, Resolution: null }) faults["firstReply"] = "Promise at least one thing.";
        foreach (var (place, minutes) in new[] { ("firstReply", draft.FirstReply), ("nextReply", draft.NextReply), ("resolution", draft.Resolution), ("warnMinutes", draft.WarnMinutes) })
            if (minutes is < 1 or > LongestMinutes) faults[place] = $"Choose 1 to {LongestMinutes} minutes.";
        if (draft.WarnAction is not null && draft.WarnMinutes is null) faults["warnMinutes"] = "Say how long before a promise is broken the action is taken.";
        foreach (var (place, key) in new[] { ("warnAction", draft.WarnAction), ("breachAction", draft.BreachAction) })
            if (key is not null && workflow.Action(key) is not { Kind: ActionKind.Plain } || (key is not null && workflow.Action(key)!.Fields.Any(f => f.Required)))
                faults[place] = "Choose a plain action that asks for nothing: nobody is there to write or to choose.";
        return faults.Count > 0 ? Problems.Fields(faults) : null;
    }
}
