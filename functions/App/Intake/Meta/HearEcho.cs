using HelpdeskMx.Channels;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Intake.Meta;

/// <summary>Puts what somebody of the shop wrote in another program, such as Meta's own inbox, into the ticket of whom they wrote to.</summary>
public sealed class HearEcho(Lookups lookups, FindTicket findTicket, Tickets.Tickets tickets, MetaMedia media, KeepMessage keep, Live live)
{
    /// <summary>True when there is nothing more to do: it stands in the ticket, was the desk's own answer, or went to somebody the desk has no ticket of.</summary>
    /// <param name="echo">What was written.</param>
    /// <param name="channel">By which it left.</param>
    /// <param name="pointer">How it came.</param>
    /// <param name="mayBeOurs">It is so new that the desk may not have noted yet what its own answer is called.</param>
    /// <param name="ct">Stops.</param>
    public async Task<bool> RunAsync(MetaTold.Said echo, Channel channel, Pointer pointer, bool mayBeOurs, CancellationToken ct)
    {
        var said = echo.Message;
        var reference = Lookups.Reference(said.MessageId!);
        if (await lookups.FindAsync(reference, ct) is not null) return true;
        if (mayBeOurs) return false;
        if (await lookups.FindAsync(FindTicket.LineOf(said, channel), ct) is not { } line) return true;

        var fetched = await media.FetchAsync(channel.Meta, echo.Files, ct);
        var kept = (await keep.RunAsync(said with { Attachments = fetched.Files, Missing = fetched.Missing }, channel, pointer, ct)) with
        {
            Direction = Direction.Out,
            From = new Address(channel.Name, channel.Meta?.Id ?? channel.Id),
            To = [said.From],
            Delivery = new Delivery(DeliveryState.Sent, said.SentAt ?? pointer.At),
        };
        while (await findTicket.FollowAsync(line.Id, ct) is { } found)
        {
            var message = kept with { TicketId = found.Value.Id, Version = found.Value.Version + 1, Search = KeepMessage.Words(kept, found.Value.Number) };
            var change = new Change((found.Value with { Version = message.Version }).With(message), found.ETag) { NewMessages = [message] };
            var outcome = await tickets.CommitAsync(change, ct);
            if (outcome is not (CommitOutcome.Committed or CommitOutcome.Exists)) continue;
            await lookups.AddAsync(reference, new Target(message.TicketId, message.Id), ct);
            await live.TicketAsync(change.Ticket, ct);
            return true;
        }
        return true;
    }
}
