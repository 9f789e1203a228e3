using System.Text.Json;
using HelpdeskMx.Intake;
using HelpdeskMx.Operations;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;
using Microsoft.Extensions.Logging;

namespace HelpdeskMx.Sending;

/// <summary>Sends one answer from the outbox, and keeps on the message how that ended. An uncertain end is never repeated by itself.</summary>
public sealed class SendAnswer(
    Tickets.Tickets tickets, Lookups lookups, Settings settings, IEnumerable<ICarrier> carriers, Failures failures, Poison poison, FailedAnswers failed, Live live, TimeProvider clock, ILogger<SendAnswer> log)
{
    /// <summary>How long a mail server may take to confirm before the outcome counts as unknown.</summary>
    public static readonly TimeSpan LongestHandOver = TimeSpan.FromMinutes(5);

    private const string NobodyKnows = "The answer of whoever carries this was lost, so it may have arrived or not. Ask the customer, or send it again.";

    /// <summary>Does one message of the queue <c>outbound</c>; throws when it should be tried again.</summary>
    public Task RunAsync(string queued, CancellationToken ct) => failures.WatchAsync(queued, () => SendAsync(queued, ct), ct);

    /// <summary>Ends an answer that failed too often: it shows as failed, with the reason, and an agent can send it again. What is no answer of ours waits for an admin.</summary>
    public async Task GiveUpAsync(string queued, CancellationToken ct)
    {
        if (Read(queued) is not { } wanted || await tickets.MessageAsync(wanted.TicketId, wanted.MessageId, ct) is not { } message)
        {
            await poison.CollectAsync(Queues.Outbound, queued, ct);
            return;
        }
        if (await tickets.OutboxAsync(wanted.TicketId, wanted.MessageId, ct) is not { } row) return;
        var why = (await failures.FindAsync(queued, ct))?.Reason ?? "It was tried too often without an end, perhaps because the process stopped.";
        await EndAsync(message, row, row.Value.State == DeliveryState.Sending ? new SendResult.Unknown(why) : new SendResult.Refused(why), ct);
        await failures.ForgetAsync(queued, ct);
    }

    private static OutboundMessage? Read(string queued)
    {
        try
        {
            return JsonSerializer.Deserialize(queued, AppJson.Of<OutboundMessage>());
        }
        catch (JsonException)
        {
            return null; // not one of ours
        }
    }

    private async Task SendAsync(string queued, CancellationToken ct)
    {
        using var span = Telemetry.Traces.StartActivity("send");
        var wanted = JsonSerializer.Deserialize(queued, AppJson.Of<OutboundMessage>()) ?? throw new JsonException("The queue held null.");
        span?.SetTag("helpdesk.ticket", wanted.TicketId).SetTag("helpdesk.message", wanted.MessageId);
        if (await tickets.OutboxAsync(wanted.TicketId, wanted.MessageId, ct) is not { } row) return;
        if (await tickets.MessageAsync(wanted.TicketId, wanted.MessageId, ct) is not { } message)
            throw new InvalidOperationException($"The outbox of ticket {wanted.TicketId} names a message it does not have: {wanted.MessageId}.");

        if (row.Value.State == DeliveryState.Sending)
        {
            if (row.Value.DueAt <= clock.GetUtcNow()) await EndAsync(message, row, new SendResult.Unknown(NobodyKnows), ct);
            return; // else somebody is handing it over right now
        }
        // Before anybody can answer it: what is said next on this line belongs here.
        if (message.Value.ChannelKind.IsLine()) await lookups.LeadAsync(Lookups.Line(message.Value.Channel, message.Value.To[0].Value), wanted.TicketId, ct);
        var result = await carriers.First(c => c.Carries(message.Value.ChannelKind)).SendAsync(message.Value, await settings.ChannelAsync(message.Value.Channel, ct), HandOverAsync, ct);
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
        var next = result is SendResult.TryLater later ? Patience.Next(row.Value, now, later.After) : null;
        var delivery = result switch
        {
            SendResult.Sent sent => new Delivery(DeliveryState.Sent, now, sent.Warning, sent.Kept),
            SendResult.Refused refused => new Delivery(DeliveryState.Failed, now, refused.Reason),
            SendResult.TryLater gone => new Delivery(next is null ? DeliveryState.Failed : DeliveryState.Queued, now, gone.Reason),
            _ => new Delivery(DeliveryState.Failed, now, NobodyKnows),
        };
        if (delivery.State != DeliveryState.Sent) log.LogWarning("Answer {Message} of ticket {Ticket}: {State}, {Reason}", message.Value.Id, message.Value.TicketId, delivery.State, delivery.Error);

        if (delivery.State == DeliveryState.Failed) await failed.AddAsync(message.Value.TicketId, message.Value.Id, ct);
        var reference = (result as SendResult.Sent)?.Reference;
        if (reference is not null) await lookups.AddAsync(Lookups.Reference(reference), new Target(message.Value.TicketId, message.Value.Id), ct);
        while (await tickets.CommitDeliveryAsync(message with { Value = message.Value with { Delivery = delivery, MessageId = reference ?? message.Value.MessageId } }, row, next, ct) != CommitOutcome.Committed)
        {
            if (await tickets.OutboxAsync(row.Value.TicketId, row.Value.Id, ct) is not { } newer || newer.ETag != row.ETag) return; // another run ended it
            message = (await tickets.MessageAsync(row.Value.TicketId, row.Value.Id, ct))!;
            if (message.Value.Delivery is { State: DeliveryState.Bounced or DeliveryState.Delivered or DeliveryState.Read } known) delivery = known; // its end was heard of sooner than its leaving
        }
        if (await tickets.ReadAsync(row.Value.TicketId, ct) is { } ticket) await live.TicketAsync(ticket.Value, ct);
    }
}
