using HelpdeskMx.Channels;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Chat;

/// <summary>How far a visitor has come: up to a place in the conversation, and whether they looked at it or their browser only has it.</summary>
public sealed record ChatRead(string? Place, bool Seen);

/// <summary>Who a visitor says they are.</summary>
public sealed record ChatContact(string? Name, string? Email);

/// <summary>Takes from a visitor what is no message: that they type, how far they have read, where to answer them.</summary>
public sealed class HearVisitor(Tickets.Tickets tickets, VisitorTalk talk, MarkDelivery markDelivery, Live live, TimeProvider clock)
{
    private const int MostTries = 20;

    /// <summary>Tells the agents that the visitor types; nothing is kept.</summary>
    public async Task TypingAsync(Channel channel, Visitor visitor, CancellationToken ct)
    {
        if (await talk.TicketAsync(channel, visitor, ct) is { } ticket) await live.TypingAsync(ticket.Value, ct);
    }

    /// <summary>Marks the answers up to a place as delivered, or as read.</summary>
    public async Task ReadAsync(Channel channel, Visitor visitor, ChatRead read, CancellationToken ct)
    {
        if (read.Place?.Split('.') is not [var id, var number] || !long.TryParse(number, out var version)) return;
        if (await talk.TicketAsync(channel, visitor, ct) is not { } ticket || ticket.Value.Id != id) return;
        var (news, state) = (false, read.Seen ? DeliveryState.Read : DeliveryState.Delivered);
        foreach (var answer in (await talk.SaidAsync(id, channel.Id, visitor.Conversation, 0, ct)).Where(m => m.Direction == Direction.Out && m.Version <= version && m.Delivery?.State is not DeliveryState.Read))
            news |= await markDelivery.MarkAsync(id, answer.Id, state, clock.GetUtcNow(), null, ct);
        if (news) await live.TicketAsync(ticket.Value, ct);
    }

    /// <summary>Keeps where the visitor wants answers once they have left. It is their word: it makes them nobody else.</summary>
    public async Task<Outcome<ChatContact>> ContactAsync(Channel channel, Visitor visitor, ChatContact contact, string language, CancellationToken ct)
    {
        var email = (contact.Email ?? "").Trim();
        if (!MailAddresses.CanReceive(email)) return TakeChat.Field("email", ChatWords.Problem("not-email", language, 422));
        var address = new Address(TakeChat.Called(contact.Name) ?? visitor.Name, email);
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await talk.TicketAsync(channel, visitor, ct) is not { } found) break;
            var last = (await talk.SaidAsync(found.Value.Id, channel.Id, visitor.Conversation, 0, ct)).LastOrDefault(m => m.Direction == Direction.In);
            if (last is null || await tickets.MessageAsync(found.Value.Id, last.Id, ct) is not { } message) break;
            var change = new Change(found.Value with { AnswerTo = [address], Participants = found.Value.Joined([address]), Version = found.Value.Version + 1 }, found.ETag)
            {
                // On the message too, so that it goes along when the ticket is split.
                ChangedMessages = [(message.Value with { ReplyTo = address }, message.ETag)],
            };
            if (await tickets.CommitAsync(change, ct) != CommitOutcome.Committed) continue;
            await live.TicketAsync(change.Ticket, ct);
            return new ChatContact(address.Name, address.Value);
        }
        return ChatWords.Problem("not-yet", language, 409);
    }
}
