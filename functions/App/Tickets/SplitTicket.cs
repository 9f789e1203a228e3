using HelpdeskMx.Agents;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>Which message shall have a ticket of its own.</summary>
public sealed record SplitRequest
{
    /// <summary>Id of a customer's message.</summary>
    public string? MessageId { get; init; }

    /// <summary>Everything after it goes along.</summary>
    public bool AndLater { get; init; }
}

/// <summary>Splits a customer's message off its ticket, alone or with everything after it, into a ticket of its own; asked twice, it is the same one.</summary>
/// <remarks>What goes is settled in one commit of the old ticket. From there <see cref="FinishSplit"/> goes on, now or after a crash.</remarks>
public sealed class SplitTicket(Tickets tickets, TicketNumbers numbers, FinishSplit finish, TimeProvider clock)
{
    private const int MostTries = 20;

    /// <summary>How long a split is left to whoever began it before the sweep finishes it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The new ticket.</summary>
    public async Task<Outcome<Ticket>> RunAsync(string id, SplitRequest request, Agent by, CancellationToken ct)
    {
        if (request.MessageId is not { } messageId) return Problems.Field("messageId", "Say which message shall have a ticket of its own.");
        var into = Split.IdOf(id, messageId);
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await tickets.FindAsync(id, by, ct) is not { } found) return Problems.NoSuchTicket;
            if (!Rights.MayDo(by, "split", found.Value)) return Problems.NotAllowed;
            if (found.Value.MergedInto is not null) return TicketProblems.Merged(found.Value);
            if (await tickets.SplitAsync(id, ct) is { } begun && !await finish.RunAsync(begun, ct) && begun.Value.Into.Id != into) return TicketProblems.StillSending;
            var said = await tickets.SaidAsync(id, ct);
            if (await tickets.FindAsync(into, by, ct) is { } done) return done.Value;
            if (await tickets.MessageAsync(id, messageId, ct) is { Value.MovedTo: { } elsewhere } && elsewhere.Id != into) return TicketProblems.MovedAlready(elsewhere.Number); // asked last: it may leave meanwhile

            var going = Split.Choose(said, messageId, request.AndLater);
            if (going.Problem is { } problem) return problem;
            var now = clock.GetUtcNow();
            var split = new Split
            {
                From = new TicketName(id, found.Value.Number),
                Into = new TicketName(into, await numbers.NextAsync(ct)),
                Subject = SubjectLine.Bare(going.Value[0].Subject) is { Length: > 0 } subject ? subject : found.Value.Subject,
                Messages = [.. going.Value.Select(m => m.Id)],
                By = new Actor(ActorKind.Agent, by.Id, by.Name),
                At = now,
                DueAt = now + Patience,
            };
            await tickets.BeginSplitAsync(found, split, ct); // whoever was faster is met in the next round
        }
        return Problems.ChangedMeanwhile;
    }
}
