using HelpdeskMx.Customers;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Intake;

/// <summary>Marks an answer with what became of it, as a report tells, and the address of whoever cannot be reached any more.</summary>
public sealed class MarkDelivery(Tickets.Tickets tickets, Customers.Customers customers, Lookups lookups)
{
    /// <summary>Nothing happens where the message is no report, or not of an answer of this ticket.</summary>
    public async Task RunAsync(string ticketId, InboundMessage report, DateTimeOffset at, CancellationToken ct)
    {
        if (report is not { InReplyTo: { } original, Tells: { } state }) return;
        if (await lookups.FindAsync(Lookups.Reference(original), ct) is not { Key: { } messageId } target) return;
        if (target.Id != ticketId && await tickets.MessageAsync(ticketId, messageId, ct) is null) return; // unless it was split off meanwhile
        await MarkAsync(target.Id, messageId, state, report.SentAt ?? at, report.Bounce?.Reason, ct);
        if (report.Bounce is { Hard: true, Recipient: { } address } bounce)
            await customers.NoteAsync(new Identity("email", address.ToLowerInvariant(), Proven: false) { CameBack = new CameBack(report.SentAt ?? at, bounce.Reason) }, ct);
    }

    /// <summary>Marks an answer with how far it came; true if that was news. It only goes forward, and one that came back stays so.</summary>
    public async Task<bool> MarkAsync(string ticketId, string messageId, DeliveryState state, DateTimeOffset? at, string? why, CancellationToken ct)
    {
        while (await tickets.FollowAsync(ticketId, messageId, ct) is { Value: { Direction: Direction.Out, Delivery: { } known } } sent && IsNews(known.State, state))
        {
            var told = sent with { Value = sent.Value with { Delivery = new Delivery(state, at ?? sent.Value.At, why ?? known.Error) } };
            if (await tickets.CommitMessageAsync(told, ct) == CommitOutcome.Committed) return true;
        }
        return false;
    }

    private static bool IsNews(DeliveryState known, DeliveryState told) => told switch
    {
        DeliveryState.Bounced => known != DeliveryState.Bounced,
        DeliveryState.Read => known is DeliveryState.Queued or DeliveryState.Sending or DeliveryState.Sent or DeliveryState.Delivered,
        _ => known is DeliveryState.Queued or DeliveryState.Sending or DeliveryState.Sent, // a chat is read before its answer counts as sent
    };
}
