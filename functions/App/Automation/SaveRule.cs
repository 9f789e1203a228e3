using HelpdeskMx.Channels;
using HelpdeskMx.Platform;
using HelpdeskMx.Replies;

namespace HelpdeskMx.Automation;

/// <summary>The rules in the order they shall run.</summary>
/// <param name="Rules">The id of every rule, each once.</param>
public sealed record RuleOrder([property: System.Text.Json.Serialization.JsonRequired] IReadOnlyList<string> Rules);

/// <summary>Adds rules, changes them, puts them in order, deletes them. One that cannot work is refused with every reason and its place.</summary>
public sealed class SaveRule(Settings settings, SaveReply replies, TimeProvider clock)
{
    private const int Most = 200;
    private static readonly Problem NoSuchRule = new("no-such-rule", "There is no such rule; somebody may have deleted it.", 404);
    private static readonly Problem TooMany = new("too-many-rules", $"A desk has at most {Most} rules. Delete one first.", 409);
    private static readonly Problem OtherRules = new("changed-meanwhile", "These are not the rules there are now. Load them anew and order them again.", 409);

    /// <summary>All of them, in their order.</summary>
    public async Task<IReadOnlyList<Rule>> ListAsync(CancellationToken ct) => [.. (await settings.RulesAsync(ct)).OrderBy(r => r.Order).ThenBy(r => r.Id, StringComparer.Ordinal)];

    /// <summary>The new rule, the last in order.</summary>
    public async Task<Outcome<Rule>> AddAsync(RuleDraft draft, CancellationToken ct)
    {
        if (await FaultAsync(draft, null, ct) is { } fault) return fault;
        var rule = await settings.AddAsync(Kinds.Rules, Slug.Of(draft.Name, "rule"), r => r.Id, (rules, id) =>
            rules.Count >= Most ? TooMany : new Rule(id, rules.Select(r => r.Order).DefaultIfEmpty().Max() + 1, draft), ct);
        if (rule.Problem is null) await BeginAsync(rule.Value, ct);
        return rule;
    }

    /// <summary>The rule as it is then.</summary>
    public async Task<Outcome<Rule>> RunAsync(string id, RuleDraft draft, CancellationToken ct)
    {
        if (await FaultAsync(draft, id, ct) is { } fault) return fault;
        var rule = await settings.ChangeAsync(Kinds.Rules, id, rule => rule with { Says = draft, StoppedAt = null }, ct) ?? NoSuchRule;
        if (rule.Problem is null) await BeginAsync(rule.Value, ct);
        return rule;
    }

    /// <summary>The order that counts from now on.</summary>
    public async Task<Outcome<RuleOrder>> OrderAsync(RuleOrder order, CancellationToken ct)
    {
        var rules = await settings.RulesAsync(ct);
        if (rules.Count != order.Rules.Count || !rules.Select(r => r.Id).ToHashSet().SetEquals(order.Rules)) return OtherRules;
        foreach (var (id, n) in order.Rules.Select((id, n) => (id, n))) await settings.ChangeAsync(Kinds.Rules, id, rule => rule with { Order = n + 1 }, ct);
        return order;
    }

    /// <summary>The rule that is gone.</summary>
    public async Task<Outcome<Rule>> DeleteAsync(string id, CancellationToken ct)
    {
        if ((await settings.RulesAsync(ct)).FirstOrDefault(r => r.Id == id) is not { } rule) return NoSuchRule;
        await settings.DeleteAsync(Kinds.Rules, id, ct);
        await settings.DeleteAsync(Kinds.RuleClocks, id, ct);
        return rule;
    }

    /// <summary>Why a rule cannot work, null where it can.</summary>
    public async Task<Problem?> FaultAsync(RuleDraft draft, string? id, CancellationToken ct)
    {
        var faults = RuleFaults.In(draft, new RuleWorld(
            await settings.WorkflowAsync(ct), await settings.StoresAsync(ct), await settings.ChannelsAsync(ct), await settings.DepartmentsAsync(ct), await settings.AgentsAsync(ct),
            await settings.SavedRepliesAsync(ct), await replies.KnownAsync(ct)));
        if (faults.Count > 0) return Problems.Fields(faults);
        return GivenName.Of(draft.Name, (await settings.RulesAsync(ct)).Where(r => r.Id != id).Select(r => r.Says.Name)).Problem;
    }

    /// <summary>A rule for silence counts from when it was saved: what was silent long before is left alone.</summary>
    private async Task BeginAsync(Rule rule, CancellationToken ct)
    {
        if (rule.Says.When == RuleWhen.Silent) await settings.SaveAsync(Kinds.RuleClocks, rule.Id, new RuleClock(rule.Id, clock.GetUtcNow().AddHours(-rule.Says.AfterHours!.Value)), ct);
    }
}
