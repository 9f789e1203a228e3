using HelpdeskMx.Intake;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>Does what a split has settled. Every step may have been done before, by another run or before a crash, and several may run at once.</summary>
/// <remarks>The messages stand in the new ticket, and answers to them find it, before anything leaves the old one: a crash shows a message twice for a while, and loses none.</remarks>
public sealed class FinishSplit(Tickets tickets, Lookups lookups, Settings settings, Live live)
{
    /// <summary>True once nothing is left to do; false while one of the answers is on its way again, which the sweep waits for.</summary>
    public async Task<bool> RunAsync(Stored<Split> begun, CancellationToken ct)
    {
        var split = begun.Value;
        await lookups.AddAsync(Lookups.Number(split.Into.Number), new Target(split.Into.Id), ct); // before the ticket, or a crash leaves it without
        await CopyAsync(split, ct);
        foreach (var id in split.Messages) await RedirectAsync(split, id, ct);
        var marked = true;
        foreach (var id in split.Messages) marked &= await MarkAsync(split, id, ct);
        if (marked) await EndAsync(begun, ct);
        foreach (var side in new[] { split.From.Id, split.Into.Id })
        {
            if (await tickets.ReadAsync(side, ct) is { } changed) await live.TicketAsync(changed.Value, ct);
        }
        return marked;
    }

    private async Task CopyAsync(Split split, CancellationToken ct)
    {
        if (await tickets.ReadAsync(split.Into.Id, ct) is not null) return;
        var copies = new List<Message>(split.Messages.Count);
        foreach (var id in split.Messages)
        {
            var copy = split.Copy((await tickets.MessageAsync(split.From.Id, id, ct))!.Value);
            await tickets.AddMessageAsync(copy, ct);
            copies.Add(copy);
        }
        var old = (await tickets.ReadAsync(split.From.Id, ct))!.Value;
        await tickets.CommitAsync(split.Begin(old, copies, await settings.WorkflowAsync(ct)), ct);
    }

    /// <summary>Answers to the message and reports of it go to the new ticket from here on.</summary>
    private async Task RedirectAsync(Split split, string id, CancellationToken ct)
    {
        if (await tickets.MessageAsync(split.Into.Id, id, ct) is not { Value.MessageId: { } reference }) return;
        bool IsIt(Target target) => target.Key is { } key && (key == id || KeepMessage.IdOf(key) == id); // what others gave the same Message-ID stays theirs
        await lookups.RedirectAsync(Lookups.Reference(reference), split.From.Id, split.Into.Id, IsIt, ct);
    }

    private async Task<bool> MarkAsync(Split split, string id, CancellationToken ct)
    {
        while (await tickets.MessageAsync(split.From.Id, id, ct) is { Value.MovedTo: null } original)
        {
            if (Split.IsOnItsWay(original.Value)) return false;
            await TellAsync(split, original.Value, ct);
            if (await tickets.CommitMessageAsync(original with { Value = split.Mark(original.Value) }, ct) == CommitOutcome.Committed) break;
        }
        return true;
    }

    /// <summary>What became of an answer while it was copied is told to the copy.</summary>
    private async Task TellAsync(Split split, Message original, CancellationToken ct)
    {
        while (await tickets.MessageAsync(split.Into.Id, original.Id, ct) is { } copy && original.Delivery?.At > copy.Value.Delivery?.At)
        {
            if (await tickets.CommitMessageAsync(copy with { Value = copy.Value with { Delivery = original.Delivery } }, ct) == CommitOutcome.Committed) return;
        }
    }

    private async Task EndAsync(Stored<Split> begun, CancellationToken ct)
    {
        var id = begun.Value.From.Id;
        while (await tickets.SplitAsync(id, ct) is { } still && still.ETag == begun.ETag)
        {
            var old = (await tickets.ReadAsync(id, ct))!;
            if (await tickets.CommitSplitAsync(begun.Value.End(old, await tickets.SaidAsync(id, ct)), begun, ct) == CommitOutcome.Committed) return;
        }
    }
}
