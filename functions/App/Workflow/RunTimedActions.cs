using HelpdeskMx.Agents;
using HelpdeskMx.Automation;
using HelpdeskMx.Platform;
using HelpdeskMx.Replies;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Workflow;

/// <summary>Takes the actions the clock takes: where nothing was said in a ticket for the action's hours.</summary>
/// <remarks>Nothing waits for a ticket beforehand: those whose time has come are asked for, longest silent first, so a changed workflow counts at once.</remarks>
public sealed class RunTimedActions(Tickets.Tickets tickets, Settings settings, ChooseOwner chooseOwner, MailByAction mails, RunRules runRules, Dispatch dispatch, Live live, TimeProvider clock)
{
    private const int PageSize = 50, AtOnce = 200;

    /// <summary>Sweeps once; what is left over is the next sweep's.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var workflow = await settings.WorkflowAsync(ct);
        foreach (var action in workflow.Actions.Where(a => a.AfterHours is not null))
            foreach (var state in action.From) await RunAsync(action, state, workflow, ct);
    }

    private async Task RunAsync(TicketAction action, string state, TicketWorkflow workflow, CancellationToken ct)
    {
        var silent = clock.GetUtcNow().AddHours(-action.AfterHours!.Value);
        var due = Pages.AllAsync(next => tickets.ListAsync(q => q with
        {
            Where = [new Condition.Is("state", state), new Condition.Between("lastMessageAt", null, UtcTime.Text(silent))],
            OrderBy = [new Order("lastMessageAt")],
            PageSize = PageSize,
            Continuation = next,
        }, ct), ct);
        var taken = 0;
        await foreach (var found in due)
        {
            if (found.Value is not { SnoozedUntil: null, MergedInto: null }) continue;
            if (++taken > AtOnce) return; // the rest is the next sweep's
            var id = Ids.Derive("timed", found.Value.Id, action.Key, UtcTime.Text(found.Value.LastMessageAt), $"{found.Value.Version}");
            var step = new Step(id, action, Agent.Desk(Actor.System.Name), clock.GetUtcNow(), workflow, new Dictionary<string, string>());
            var change = await mails.WithAsync(Acting.Do(found, await chooseOwner.ForAsync(step, found.Value, ct)), step, ct);
            change = await runRules.OnAsync(change, found.Value, RuleWhen.Changed, null, ct);
            if (await tickets.CommitAsync(change, ct) != CommitOutcome.Committed) continue; // something was said meanwhile
            await dispatch.RunAsync(change.Outbox, ct);
            await live.TicketAsync(change.Ticket, ct, found.Value);
        }
    }
}
