using HelpdeskMx.Channels;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Intake;

/// <summary>Makes a customer's message part of a ticket, once, however often it is asked to.</summary>
public sealed class TakeIn(
    Tickets.Tickets tickets, Customers.Customers customers, Lookups lookups, FindTicket findTicket, TicketNumbers numbers,
    KeepMessage keep, Settings settings, MarkBounce markBounce, Live live)
{
    private const int MostTries = 20;

    /// <summary>Takes the message in and returns the id of its ticket.</summary>
    public async Task<string> RunAsync(InboundMessage message, Channel channel, Pointer pointer, CancellationToken ct)
    {
        var reference = Lookups.Reference(message.MessageId ?? message.Key);
        var answers = message.InReplyTo is not null || message.References.Count > 0;
        if (answers && await lookups.FindAsync(reference, ct) is { } known && known.Key == message.Key) return known.Id;

        var customer = message.Auto ? null : await customers.ForAsync(message.Sender, message.From.Name, pointer.At, ct);
        var kept = await keep.RunAsync(message, channel, pointer, ct);
        var ticket = await findTicket.RunAsync(message, ct) is { } found
            ? await JoinAsync(found, kept, ct)
            : await OpenAsync(message, kept, channel, customer ?? await customers.ForAsync(message.Sender, message.From.Name, pointer.At, ct), ct);

        if (!await lookups.AddAsync(reference, new Target(ticket.Id, message.Key), ct)) await AddOwnReferenceAsync(reference, ticket.Id, message.Key, ct);
        if (message.Bounce is not null) await markBounce.RunAsync(ticket.Id, message, ct);
        await live.TicketAsync(ticket, ct);
        return ticket.Id;
    }

    private async Task<Ticket> JoinAsync(Stored<Ticket> found, Message message, CancellationToken ct)
    {
        var workflow = await settings.WorkflowAsync(ct);
        message = message with { TicketId = found.Value.Id, Search = KeepMessage.Words(message, found.Value.Number) };
        for (var tries = 0; tries < MostTries; tries++)
        {
            var change = found.Receive(message, workflow);
            var outcome = await tickets.CommitAsync(change, ct);
            if (outcome == CommitOutcome.Committed) return change.Ticket;
            found = await tickets.ReadAsync(found.Value.Id, ct) ?? throw new InvalidOperationException($"Ticket {found.Value.Id} is gone.");
            if (outcome == CommitOutcome.Exists) return found.Value;
        }
        throw new InvalidOperationException($"Ticket {found.Value.Id} changed {MostTries} times while a message waited to join it.");
    }

    private async Task<Ticket> OpenAsync(InboundMessage message, Message kept, Channel channel, string customer, CancellationToken ct)
    {
        var id = Ids.Derive("ticket", message.Key);
        var number = await numbers.NextAsync(ct);
        var blank = new Ticket
        {
            Id = id,
            Number = number,
            Subject = Excerpt.Of(message.Subject, 500),
            State = "",
            Category = Category.New,
            Review = message.Review is not null,
            Store = channel.Store,
            Channel = channel.Id,
            ChannelKind = channel.Kind,
            Department = channel.Department,
            Customer = customer,
            From = message.From,
            LastMessageAt = kept.At,
            LastDirection = Direction.In,
            CreatedAt = kept.At,
            Fields = message.Fields,
        };
        var change = Receiving.Open(blank, kept with { TicketId = id, Search = KeepMessage.Words(kept, number) }, await settings.WorkflowAsync(ct));
        var outcome = await tickets.CommitAsync(change, ct);
        var ticket = outcome == CommitOutcome.Committed ? change.Ticket : (await tickets.ReadAsync(id, ct))!.Value;
        await lookups.AddAsync(Lookups.Number(ticket.Number), new Target(ticket.Id), ct);
        return ticket;
    }

    /// <summary>Some senders give every mail the same Message-ID; then the message is remembered by its own key as well.</summary>
    private async Task AddOwnReferenceAsync(string reference, string ticketId, string key, CancellationToken ct)
    {
        if (await lookups.FindAsync(reference, ct) is { } other && other.Key != key)
            await lookups.AddAsync(Lookups.Reference(key), new Target(ticketId, key), ct);
    }
}
