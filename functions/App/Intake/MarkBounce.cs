using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Intake;

/// <summary>Marks the answer that came back.</summary>
public sealed class MarkBounce(Tickets.Tickets tickets, Lookups lookups)
{
    /// <summary>Nothing happens where the returned mail was not an answer of this ticket.</summary>
    public async Task RunAsync(string ticketId, InboundMessage report, CancellationToken ct)
    {
        if (report.InReplyTo is not { } original) return;
        if (await lookups.FindAsync(Lookups.Reference(original), ct) is not { Key: { } messageId } target || target.Id != ticketId) return;
        while (await tickets.MessageAsync(ticketId, messageId, ct) is { Value: { Direction: Direction.Out, Delivery: { State: not DeliveryState.Bounced } } } sent)
        {
            var bounced = sent.Value with { Delivery = new Delivery(DeliveryState.Bounced, report.SentAt ?? sent.Value.At, report.Bounce?.Reason) };
            if (await tickets.CommitMessageAsync(sent with { Value = bounced }, ct) == CommitOutcome.Committed) return;
        }
    }
}
