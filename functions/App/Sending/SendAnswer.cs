using System.Text.Json;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;
using Microsoft.Extensions.Logging;

namespace HelpdeskMx.Sending;

/// <summary>Sends one answer from the outbox, and keeps on the message how that ended. An uncertain end is never repeated by itself.</summary>
public sealed class SendAnswer(Tickets.Tickets tickets, ComposeMail compose, IMailer mailer, Live live, TimeProvider clock, ILogger<SendAnswer> log)
{
    /// <summary>How long a mail server may take to confirm before the outcome counts as unknown.</summary>
    public static readonly TimeSpan LongestHandOver = TimeSpan.FromMinutes(5);

    private const string NobodyKnows = "The mail server's answer was lost, so this may have arrived or not. Ask the customer, or send it again.";

    /// <summary>Does one message of the queue <c>outbound</c>.</summary>
    public async Task RunAsync(string queued, CancellationToken ct)
    {
        var wanted = JsonSerializer.Deserialize(queued, AppJson.Of<OutboundMessage>()) ?? throw new JsonException("The queue held null.");
        if (await tickets.OutboxAsync(wanted.TicketId, wanted.MessageId, ct) is not { } row) return;
        if (await tickets.MessageAsync(wanted.TicketId, wanted.MessageId, ct) is not { } message)
            throw new InvalidOperationException($"The outbox of ticket {wanted.TicketId} names a message it does not have: {wanted.MessageId}.");

        if (row.Value.State == DeliveryState.Sending)
        {
            if (row.Value.DueAt <= clock.GetUtcNow()) await EndAsync(message, row, new SendResult.Unknown(NobodyKnows), ct);
            return; // else somebody is handing it over right now
        }
        var result = await mailer.SendAsync(await compose.RunAsync(message.Value, ct), HandOverAsync, ct);
        await EndAsync(message, row, result, ct);

        async Task<bool> HandOverAsync(CancellationToken stop)
        {
            var now = clock.GetUtcNow();
            var sending = message with { Value = message.Value with { Delivery = new Delivery(DeliveryState.Sending, now) } };
            var next = row.Value with { State = DeliveryState.Sending, DueAt = now + LongestHandOver };
            if (await tickets.CommitDeliveryAsync(sending, row, next, stop) != CommitOutcome.Committed) return false;
            message = (await tickets.MessageAsync(wanted.TicketId, wanted.MessageId, stop))!;
            row = (await tickets.OutboxAsync(wanted.TicketId, wanted.MessageId, stop))!;
            return true;
        }
    }

    private async Task EndAsync(Stored<Message> message, Stored<OutboxRow> row, SendResult result, CancellationToken ct)
    {
        if (result is SendResult.TakenBack) return;
        var now = clock.GetUtcNow();
        var next = result is SendResult.TryLater ? Patience.Next(row.Value, now) : null;
        var delivery = result switch
        {
            SendResult.Sent sent => new Delivery(DeliveryState.Sent, now, sent.Warning),
            SendResult.Refused refused => new Delivery(DeliveryState.Failed, now, refused.Reason),
            SendResult.TryLater gone => new Delivery(next is null ? DeliveryState.Failed : DeliveryState.Queued, now, gone.Reason),
            _ => new Delivery(DeliveryState.Failed, now, NobodyKnows),
        };
        if (delivery.State != DeliveryState.Sent) log.LogWarning("Answer {Message} of ticket {Ticket}: {State}, {Reason}", message.Value.Id, message.Value.TicketId, delivery.State, delivery.Error);

        while (await tickets.CommitDeliveryAsync(message with { Value = message.Value with { Delivery = delivery } }, row, next, ct) != CommitOutcome.Committed)
        {
            if (await tickets.OutboxAsync(row.Value.TicketId, row.Value.Id, ct) is not { } newer || newer.ETag != row.ETag) return; // another run ended it
            message = (await tickets.MessageAsync(row.Value.TicketId, row.Value.Id, ct))!;
        }
        if (await tickets.ReadAsync(row.Value.TicketId, ct) is { } ticket) await live.TicketAsync(ticket.Value, ct);
    }
}
