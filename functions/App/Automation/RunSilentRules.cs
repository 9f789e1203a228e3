using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Automation;

/// <summary>How far a rule for silence has looked.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Until">Tickets last spoken in before this were looked at.</param>
public sealed record RuleClock(string Id, DateTimeOffset Until);

/// <summary>Runs the rules for silence on every ticket whose hours have passed since the last run.</summary>
/// <remarks>A run looks at one stretch of time alone, so its cost does not grow with the archive; a stretch looked at twice does nothing twice.</remarks>
public sealed class RunSilentRules(Tickets.Tickets tickets, Settings settings, RunRules runRules, Dispatch dispatch, Live live, TimeProvider clock)
{
    private const int PageSize = 100;

    /// <summary>Runs once.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var clocks = await settings.AllAsync(Kinds.RuleClocks, ct);
        foreach (var rule in (await settings.RulesAsync(ct)).Where(r => r.Says is { On: true, When: RuleWhen.Silent }).OrderBy(r => r.Order))
            if (clocks.FirstOrDefault(c => c.Id == rule.Id) is { } reached) await RunAsync(rule, reached, ct);
    }

    private async Task RunAsync(Rule rule, RuleClock reached, CancellationToken ct)
    {
        var until = clock.GetUtcNow().AddHours(-rule.Says.AfterHours!.Value);
        if (until <= reached.Until) return;
        var due = Pages.AllAsync(next => tickets.ListAsync(q => q with
        {
            Where = [new Condition.Between("lastMessageAt", UtcTime.Text(reached.Until), UtcTime.Text(until))],
            OrderBy = [new Order("lastMessageAt")],
            PageSize = PageSize,
            Continuation = next,
        }, ct), ct);
        List<Stored<Ticket>> all = []; // read whole before anything is said in them: what is said moves a ticket in this order
        await foreach (var found in due) if (found.Value.MergedInto is null) all.Add(found);
        foreach (var found in all) await RunAsync(rule, found, ct);
        await settings.SaveAsync(Kinds.RuleClocks, rule.Id, reached with { Until = until }, ct);
    }

    private async Task RunAsync(Rule rule, Stored<Ticket> found, CancellationToken ct)
    {
        var silence = UtcTime.Text(found.Value.LastMessageAt);
        while (found.Value.LastMessageAt <= UtcTime.Parse(silence))
        {
            var change = await runRules.OneAsync(rule, new Change(found.Value, found.ETag), $"{found.Value.Id} {silence}", ct);
            if (change.Events.Count == 0) return;
            var after = await runRules.OnAsync(change, found.Value, RuleWhen.Changed, null, ct);
            var outcome = await tickets.CommitAsync(after, ct);
            if (outcome == CommitOutcome.Committed)
            {
                await dispatch.RunAsync(after.Outbox, ct);
                await live.TicketAsync(after.Ticket, ct, found.Value);
                return;
            }
            if (outcome == CommitOutcome.Exists || await tickets.ReadAsync(found.Value.Id, ct) is not { } newer) return; // this silence was dealt with before
            found = newer;
        }
    }
}
