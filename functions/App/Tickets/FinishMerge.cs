using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>Does what a merge, or its undoing, has settled. Every step may have been done before, by another run or before a crash, and several may run at once.</summary>
public sealed class FinishMerge(Tickets tickets, Settings settings, Live live)
{
    /// <summary>The ticket that goes on once it is done; what stood in the way where it was given up; null once it has been undone.</summary>
    public async Task<Outcome<Ticket>?> RunAsync(Stored<Merge> begun, CancellationToken ct)
    {
        var merge = begun.Value;
        Outcome<Ticket>? done = merge.State switch
        {
            MergeState.Done => (await tickets.ReadAsync(merge.Into.Id, ct))!.Value,
            MergeState.Undoing => await UndoAsync(begun, ct),
            _ => await LeaveAsync(merge, ct) ? await TakeAsync(begun, ct) : await GiveUpAsync(begun, ct),
        };
        foreach (var side in new[] { merge.From.Id, merge.Into.Id })
        {
            if (await tickets.ReadAsync(side, ct) is { } changed) await live.TicketAsync(changed.Value, ct);
        }
        return done;
    }

    /// <summary>True once the ticket knows where it went; false where it went elsewhere, or the other is on its way into it.</summary>
    private async Task<bool> LeaveAsync(Merge merge, CancellationToken ct)
    {
        var workflow = await settings.WorkflowAsync(ct);
        while (await tickets.ReadAsync(merge.From.Id, ct) is { } from)
        {
            if (from.Value.MergedInto is { } gone) return gone == merge.Into.Id;
            if (from.Value.Merged.Any(m => m.Id == merge.Into.Id)) return false;
            if (await tickets.CommitAsync(merge.Leave(from, workflow), ct) == CommitOutcome.Committed) return true;
        }
        return false;
    }

    private async Task<Outcome<Ticket>?> TakeAsync(Stored<Merge> begun, CancellationToken ct)
    {
        var (merge, workflow) = (begun.Value, await settings.WorkflowAsync(ct));
        while (await tickets.MergeAsync(merge.Into.Id, merge.From.Id, ct) is { Value.State: MergeState.Begun } still)
        {
            var (into, from) = ((await tickets.ReadAsync(merge.Into.Id, ct))!, (await tickets.ReadAsync(merge.From.Id, ct))!);
            var change = merge.Take(into, from.Value, workflow);
            var before = into.Value with { Merged = [.. into.Value.Merged.Where(m => m.Id != merge.From.Id)] };
            var done = still.Value with { State = MergeState.Done, DueAt = null, Before = before, Version = change.Ticket.Version };
            if (await tickets.CommitMergeAsync(change, still, done, ct) == CommitOutcome.Committed) return change.Ticket;
        }
        return (await tickets.ReadAsync(merge.Into.Id, ct))!.Value;
    }

    private async Task<Outcome<Ticket>?> GiveUpAsync(Stored<Merge> begun, CancellationToken ct)
    {
        var merge = begun.Value;
        while (await tickets.MergeAsync(merge.Into.Id, merge.From.Id, ct) is { Value.State: MergeState.Begun } still)
        {
            var into = (await tickets.ReadAsync(merge.Into.Id, ct))!;
            var left = into.Value with { Merged = [.. into.Value.Merged.Where(m => m.Id != merge.From.Id)] };
            if (await tickets.CommitMergeAsync(new Change(left, into.ETag), still, null, ct) == CommitOutcome.Committed) break;
        }
        return Problems.ChangedMeanwhile;
    }

    private async Task<Outcome<Ticket>?> UndoAsync(Stored<Merge> begun, CancellationToken ct)
    {
        var (merge, workflow) = (begun.Value, await settings.WorkflowAsync(ct));
        while (await tickets.ReadAsync(merge.From.Id, ct) is { } from && from.Value.MergedInto == merge.Into.Id)
            await tickets.CommitAsync(merge.Return(from, merge.By, merge.At, workflow), ct);
        while (await tickets.MergeAsync(merge.Into.Id, merge.From.Id, ct) is { Value.State: MergeState.Undoing } still)
        {
            var (into, from) = ((await tickets.ReadAsync(merge.Into.Id, ct))!, (await tickets.ReadAsync(merge.From.Id, ct))!);
            var change = merge.GiveBack(into, from.Value, await OwnAsync(into.Value, merge.From.Id, ct), merge.By, merge.At);
            if (await tickets.CommitMergeAsync(change, still, null, ct) == CommitOutcome.Committed) break;
        }
        return null;
    }

    private async Task<IReadOnlyList<Message>> OwnAsync(Ticket into, string without, CancellationToken ct)
    {
        List<Message> said = [.. await tickets.SaidAsync(into.Id, ct)];
        foreach (var other in into.Merged.Where(m => m.Id != without)) said.AddRange(await tickets.SaidAsync(other.Id, ct));
        return [.. said.OrderBy(m => m.At)];
    }
}
