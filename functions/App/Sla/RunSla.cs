using HelpdeskMx.Agents;
using HelpdeskMx.Automation;
using HelpdeskMx.Platform;
using HelpdeskMx.Replies;
using HelpdeskMx.Tickets;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Sla;

/// <summary>Warns before a promise is broken, says when it is, and takes the policy's actions.</summary>
public sealed class RunSla(Tickets.Tickets tickets, Settings settings, ChooseOwner chooseOwner, MailByAction mails, RunRules runRules, Dispatch dispatch, Live live, TimeProvider clock)
{
    /// <summary>Looks once at every ticket whose time has come.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        await foreach (var row in Pages.AllAsync(next => tickets.DueSlaAsync(clock.GetUtcNow(), next, ct), ct)) await LookAsync(row, ct);
    }

    private async Task LookAsync(Stored<SlaRow> row, CancellationToken ct)
    {
        while (await tickets.ReadAsync(row.Value.TicketId, ct) is { } found)
        {
            var now = clock.GetUtcNow();
            var policy = (await settings.SlaAsync(ct)).FirstOrDefault(p => p.Id == found.Value.Sla?.Policy);
            if (found.Value.Sla is not { } sla || policy is null || !(sla.LookAt <= now))
            {
                await tickets.PostponeSlaAsync(row, found.Value.Sla?.LookAt, ct);
                return;
            }
            var change = Marked(found, sla, policy, now);
            var key = change.Events.Any(e => e.Kind == "sla-breached") ? policy.Says.BreachAction : policy.Says.WarnAction;
            if (key is not null) change = await ActAsync(change, key, policy, now, ct);
            change = await runRules.OnAsync(change, found.Value, RuleWhen.Changed, null, ct);
            if (await tickets.CommitAsync(change, ct) != CommitOutcome.Committed) continue;
            await dispatch.RunAsync(change.Outbox, ct);
            await live.TicketAsync(change.Ticket, ct, found.Value);
            return;
        }
    }

    /// <summary>The ticket with every promise marked whose warning or end has come, and an event for each.</summary>
    private static Change Marked(Stored<Ticket> found, SlaClock sla, SlaPolicy policy, DateTimeOffset now)
    {
        var version = found.Value.Version + 1;
        List<TicketEvent> events = [];
        List<SlaTarget> targets = [];
        foreach (var target in sla.Targets)
        {
            var come = Deadlines.LookAt(target, policy) <= now;
            var breached = target.Breached || target.DueAt <= now;
            if (come)
                events.Add(new TicketEvent(Ids.Derive("sla", found.Value.Id, $"{target.Kind}", UtcTime.Text(target.DueAt), breached ? "breached" : "warned"), found.Value.Id,
                    breached ? "sla-breached" : "sla-warned", new Actor(ActorKind.System, null, policy.Says.Name), now, version,
                    new Dictionary<string, string?>(), new Dictionary<string, string?> { ["target"] = Name(target.Kind), ["dueAt"] = UtcTime.Text(target.DueAt) }));
            targets.Add(target with { Warned = target.Warned || come, Breached = breached });
        }
        var missed = targets.Where(t => t.Breached).Select(t => t.Kind);
        return new Change(found.Value with { Version = version, Sla = sla with { Targets = targets, Missed = [.. sla.Missed.Union(missed)] } }, found.ETag) { Events = events };
    }

    private async Task<Change> ActAsync(Change change, string key, SlaPolicy policy, DateTimeOffset now, CancellationToken ct)
    {
        var workflow = await settings.WorkflowAsync(ct);
        if (workflow.Offered(change.Ticket).FirstOrDefault(a => a.Key == key) is not { } action) return change;
        var step = new Step(Ids.Derive("sla-action", change.Events[0].Id), action, Agent.Desk(policy.Says.Name), now, workflow, new Dictionary<string, string>());
        return change.And(await mails.WithAsync(Acting.Do(new Stored<Ticket>(change.Ticket, change.ETag!), await chooseOwner.ForAsync(step, change.Ticket, ct)), step, ct));
    }

    /// <summary>As it stands in JSON.</summary>
    private static string Name(SlaKind kind) => char.ToLowerInvariant($"{kind}"[0]) + $"{kind}"[1..];
}
