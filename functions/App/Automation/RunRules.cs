using HelpdeskMx.Agents;
using HelpdeskMx.Calendars;
using HelpdeskMx.Platform;
using HelpdeskMx.Replies;
using HelpdeskMx.Tickets;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Automation;

/// <summary>Lets rules act on a change before it is saved, so that all of it is saved together or not at all.</summary>
/// <remarks>
/// What a rule changes, other rules may answer. In one such chain each rule acts once; one that would act again means that rules go round in a circle:
/// the chain ends there, the ticket's history says so, and so does the list of rules.
/// </remarks>
public sealed class RunRules(Settings settings, Changing changing, ChooseOwner chooseOwner, MailByAction mails, Hours hours, TimeProvider clock)
{
    /// <summary>The change with all that rules make of it.</summary>
    /// <param name="change">What happened.</param>
    /// <param name="before">The ticket before it; null where it was not there.</param>
    /// <param name="when">What kind of thing that was.</param>
    /// <param name="said">The message it is about; null for none.</param>
    /// <param name="ct">Stops running.</param>
    public async Task<Change> OnAsync(Change change, Ticket? before, RuleWhen when, Message? said, CancellationToken ct)
    {
        var rules = (await settings.RulesAsync(ct)).Where(r => r.Says.On).OrderBy(r => r.Order).ToArray();
        if (rules.Length == 0) return change;
        var chain = new Chain($"{change.Ticket.Id} {change.Ticket.Version} {said?.Id}", clock.GetUtcNow(), said, []);
        (change, var changed) = await RoundAsync(rules.Where(r => r.Says.When == when || (r.Says.When == RuleWhen.Changed && before is not null)), change, before, chain, ct);
        while (changed is not null) (change, changed) = await RoundAsync(rules.Where(r => r.Says.When == RuleWhen.Changed), change, changed, chain, ct);
        return change;
    }

    /// <summary>The change with what one rule makes of it, if it fits; the same change where it does not.</summary>
    public async Task<Change> OneAsync(Rule rule, Change change, string cause, CancellationToken ct)
    {
        var chain = new Chain(cause, clock.GetUtcNow(), null, []);
        return (await FactsAsync(change, change.Ticket, chain, rule.Says, ct)).Fit(rule.Says) ? await ActAsync(rule, change, chain, ct) : change;
    }

    /// <summary>What happened once, with all that rules make of it.</summary>
    private sealed record Chain(string Cause, DateTimeOffset At, Message? Said, HashSet<string> Acted);

    /// <summary>One round over these rules, and the ticket as it was before it; null where nothing was changed in it.</summary>
    private async Task<(Change, Ticket?)> RoundAsync(IEnumerable<Rule> rules, Change change, Ticket? before, Chain chain, CancellationToken ct)
    {
        var (start, changed) = (change.Ticket, false);
        foreach (var rule in rules)
        {
            if (!(await FactsAsync(change, before, chain, rule.Says, ct)).Fit(rule.Says)) continue;
            var after = await ActAsync(rule, change, chain, ct);
            var differs = Differ(change.Ticket, after.Ticket);
            if (chain.Acted.Add(rule.Id)) change = after;
            else if (differs) return (await StopAsync(rule, change, chain, ct), null);
            changed |= differs;
        }
        return (change, changed ? start : null);
    }

    private async Task<RuleFacts> FactsAsync(Change change, Ticket? before, Chain chain, RuleDraft rule, CancellationToken ct)
    {
        bool? open = rule.If.Any(c => c.Field == RuleField.Hours) ? (await hours.NowAsync(change.Ticket.Department, change.Ticket.Store, ct)).Open : null;
        return new RuleFacts(change.Ticket, before, chain.Said, open, chain.At);
    }

    private async Task<Change> ActAsync(Rule rule, Change change, Chain chain, CancellationToken ct)
    {
        var workflow = await settings.WorkflowAsync(ct);
        foreach (var (effect, n) in rule.Says.Then.Select((e, n) => (e, n)))
        {
            if (workflow.Offered(change.Ticket).FirstOrDefault(a => a.Key == effect.Action) is not { } action) continue; // what is closed is not closed again
            var step = new Step(Ids.Derive("rule", rule.Id, chain.Cause, $"{n}"), action, Agent.Desk(rule.Says.Name), chain.At, workflow, effect.Fields) { Rule = rule.Id };
            // Automatic mail never answers automatic mail (RFC 3834 §2).
            change = action.Kind == ActionKind.Reply && chain.Said is { Auto: true }
                ? Told(change, step.RequestId, step.Actor, step.At, "rule-failed", "automatic-message")
                : await DoAsync(effect, await chooseOwner.ForAsync(step, change.Ticket, ct), change, ct);
        }
        return change;
    }

    private async Task<Change> DoAsync(RuleEffect effect, Step step, Change change, CancellationToken ct)
    {
        var found = new Stored<Ticket>(change.Ticket, change.ETag ?? "");
        if (step.Action.Kind == ActionKind.Reply)
        {
            if ((await settings.SavedRepliesAsync(ct)).FirstOrDefault(r => r.Id == effect.Reply) is not { } reply) return change;
            var answered = Acting.Do(found, step);
            return change.And(await mails.ToCustomerAsync(answered, reply.Texts, Ids.Derive("answer", step.RequestId), step, ct));
        }
        var acted = await changing.RunAsync(found, await AskedAsync(effect, change.Ticket, step, ct), [], step, ct);
        if (acted.Problem is { } problem) return Told(change, step.RequestId, step.Actor, step.At, "rule-failed", problem.Code);
        if (!Differ(change.Ticket, acted.Value.Ticket) && acted.Value.NewMessages.Count == 0 && step.Action.Mails.Count == 0) return change;
        return change.And(await mails.WithAsync(acted.Value, step, ct));
    }

    private async Task<ActionRequest> AskedAsync(RuleEffect effect, Ticket ticket, Step step, CancellationToken ct) => new()
    {
        Text = effect.Text is { } text ? await mails.WordsAsync(text, ticket, step, ct) : null,
        Assignee = effect.Assignee,
        Department = effect.Department,
        Labels = effect.Labels,
        Priority = effect.Priority,
        Followers = effect.Followers,
        Spam = step.Action.Kind == ActionKind.Spam ? true : null,
        Until = effect.Hours is { } wait ? step.At.AddHours(wait) : null,
        Fields = effect.Fields,
    };

    private async Task<Change> StopAsync(Rule rule, Change change, Chain chain, CancellationToken ct)
    {
        await settings.ChangeAsync(Kinds.Rules, rule.Id, known => known with { StoppedAt = chain.At }, ct);
        return Told(change, Ids.Derive("rule-stopped", chain.Cause), new Actor(ActorKind.System, rule.Id, rule.Says.Name), chain.At, "rule-stopped", "circle");
    }

    private static Change Told(Change change, string id, Actor actor, DateTimeOffset at, string kind, string why) => change with
    {
        Events = [.. change.Events, new TicketEvent(id, change.Ticket.Id, kind, actor, at, change.Ticket.Version, new Dictionary<string, string?>(), new Dictionary<string, string?> { ["why"] = why })],
    };

    private static bool Differ(Ticket one, Ticket other) => Difference.Between(one, other).Now.Count > 0 || !SameFields(one, other);

    private static bool SameFields(Ticket one, Ticket other) => one.Fields.Count == other.Fields.Count && one.Fields.All(f => other.Fields.GetValueOrDefault(f.Key) == f.Value);
}
