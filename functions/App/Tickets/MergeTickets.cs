using HelpdeskMx.Agents;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>Into which ticket another is merged: its id, or what people call it.</summary>
public sealed record MergeRequest(string? Into = null, long? Number = null);

/// <summary>Merges a ticket into another, and takes that back. What was said stays where it was said, so nothing is lost whenever it stops.</summary>
/// <remarks>The ticket that goes on settles the merge in one commit; from there <see cref="FinishMerge"/> goes on, now or after a crash.</remarks>
public sealed class MergeTickets(Tickets tickets, Intake.Lookups lookups, FinishMerge finish, TimeProvider clock)
{
    /// <summary>The most tickets merged into one.</summary>
    public const int Most = 20;

    private const int MostTries = 20;

    /// <summary>The ticket that goes on.</summary>
    public async Task<Outcome<Ticket>> RunAsync(string id, MergeRequest request, Agent by, CancellationToken ct)
    {
        var intoId = request.Into ?? (request.Number is { } number ? (await lookups.FindAsync(Intake.Lookups.Number(number), ct))?.Id : null);
        if (intoId is null || intoId == id) return Problems.Field("into", "Say which other ticket it is merged into.");
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await tickets.FindAsync(id, by, ct) is not { Value: var from }) return Problems.NoSuchTicket;
            if (await tickets.FindAsync(intoId, by, ct) is not { } into) return Problems.Field("into", "There is no such ticket, or you may not see it.");
            if (!Rights.MayDo(by, "merge", from) || !Rights.MayDo(by, "merge", into.Value)) return Problems.NotAllowed;
            if (from.MergedInto == intoId && await tickets.MergeAsync(intoId, id, ct) is { Value.State: MergeState.Done }) return into.Value;
            if (from.MergedInto is not null && from.MergedInto != intoId) return TicketProblems.Merged(from);
            if (into.Value.MergedInto is not null) return TicketProblems.Merged(into.Value);
            if (into.Value.Merged.Count >= Most) return Problems.Field("into", $"At most {Most} tickets are merged into one.");
            if (await tickets.SplitAsync(id, ct) is not null || await tickets.SplitAsync(intoId, ct) is not null) return TicketProblems.StillSending;

            if (await tickets.MergeAsync(intoId, id, ct) is { } begun)
            {
                if (await finish.RunAsync(begun, ct) is { } done) return done;
                continue;
            }
            var now = clock.GetUtcNow();
            var merge = new Merge { From = new(id, from.Number), Into = new(intoId, into.Value.Number), By = new(ActorKind.Agent, by.Id, by.Name), At = now, DueAt = now + SplitTicket.Patience };
            await tickets.BeginMergeAsync(into with { Value = into.Value with { Merged = [.. into.Value.Merged, merge.From] } }, merge, ct); // finished in the next round
        }
        return Problems.ChangedMeanwhile;
    }

    /// <summary>The ticket that stands for itself again.</summary>
    public async Task<Outcome<Ticket>> UndoAsync(string id, Agent by, CancellationToken ct)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await tickets.FindAsync(id, by, ct) is not { Value: var from }) return Problems.NoSuchTicket;
            if (!Rights.MayDo(by, "merge", from)) return Problems.NotAllowed;
            if (from.MergedInto is not { } into) return from;
            if (await tickets.FindAsync(into, by, ct) is null || await tickets.MergeAsync(into, id, ct) is not { } merge) return Problems.NoSuchTicket;
            var now = clock.GetUtcNow();
            var undoing = merge.Value with { State = MergeState.Undoing, By = new(ActorKind.Agent, by.Id, by.Name), At = now, DueAt = now + SplitTicket.Patience };
            if (merge.Value.State == MergeState.Begun || (merge.Value.State == MergeState.Done && await tickets.SaveMergeAsync(merge, undoing, ct) != CommitOutcome.Committed)) continue;
            if (await tickets.MergeAsync(into, id, ct) is { } begun) await finish.RunAsync(begun, ct);
        }
        return Problems.ChangedMeanwhile;
    }
}
