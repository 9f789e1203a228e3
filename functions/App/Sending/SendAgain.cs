using HelpdeskMx.Agents;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Sending;

/// <summary>Sends an answer again that failed or came back, because an agent says so.</summary>
public sealed class SendAgain(Tickets.Tickets tickets, Settings settings, Dispatch dispatch, AttachmentLinks links, Live live, TimeProvider clock)
{
    /// <summary>The message, queued again.</summary>
    public async Task<Outcome<MessageView>> RunAsync(string ticketId, string messageId, Agent by, CancellationToken ct)
    {
        if (await tickets.FindAsync(ticketId, by, ct) is not { } ticket) return Problems.NoSuchTicket;
        if (await tickets.MessageAsync(ticketId, messageId, ct) is not { Value: { Direction: Direction.Out, Delivery: { } delivery } } message) return TicketProblems.NoSuchMessage;
        if (!(await settings.WorkflowAsync(ct)).MayAnswer(by, ticket.Value)) return Problems.NotAllowed;
        if (delivery.State is not (DeliveryState.Failed or DeliveryState.Bounced)) return TicketProblems.NotFailed;

        var now = clock.GetUtcNow();
        var queued = message.Value with { Delivery = new Delivery(DeliveryState.Queued, now) };
        var row = Answering.Row(queued, now);
        if (await tickets.CommitRetryAsync(message with { Value = queued }, row, ct) != CommitOutcome.Committed) return TicketProblems.NotFailed;
        await dispatch.RunAsync([row], ct);
        await live.TicketAsync(ticket.Value, ct);
        return new MessageView(queued, links, await links.SecretAsync(ct));
    }
}
