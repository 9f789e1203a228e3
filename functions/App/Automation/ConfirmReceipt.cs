using HelpdeskMx.Agents;
using HelpdeskMx.Calendars;
using HelpdeskMx.Channels;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Automation;

/// <summary>Tells a customer that a new ticket came of the message, where the store wants that and nothing speaks against it.</summary>
/// <remarks>After RFC 3834 §2: never to a machine, never to nobody, once for a ticket, and no more than the caps allow.</remarks>
public sealed class ConfirmReceipt(Settings settings, OwnAddresses own, AutoMailCaps caps, Hours hours, TimeProvider clock)
{
    // Local parts behind which nobody reads (RFC 2142, and custom).
    private static readonly string[] Nobody = ["noreply", "no-reply", "donotreply", "do-not-reply", "mailer-daemon", "postmaster", "bounce", "bounces", "abuse"];

    /// <summary>The change that opens the ticket, with a confirmation in it where one is due.</summary>
    public async Task<Change> RunAsync(Change opened, InboundMessage message, CancellationToken ct)
    {
        var ticket = opened.Ticket;
        var stores = await settings.StoresAsync(ct);
        if (stores.FirstOrDefault(s => s.Id == ticket.Store) is not { Confirmation: { On: true } confirmation } store) return opened;
        if (message.Auto || message.Review is not null || Answering.Sender(ticket, await settings.ChannelsAsync(ct), stores) is not { } from) return opened;
        var to = message.ReplyTo ?? message.From;
        if (!IsSomebody(to.Value) || OwnAddresses.Contains(await own.AllAsync(ct), to.Value) || !await caps.TakeAsync(to.Value, opened.NewMessages[0].Id, ct)) return opened;

        var id = Ids.Derive("confirmation", ticket.Id);
        var text = await TextAsync(confirmation, Languages.Guess(message.ReplyText) ?? store.Language, ticket, store, ct);
        var told = new Message
        {
            Id = id,
            TicketId = ticket.Id,
            Version = ticket.Version,
            Direction = Direction.Out,
            Channel = from.Channel.Id,
            ChannelKind = from.Channel.Kind,
            From = from.Address,
            To = [to],
            Subject = Answering.AnswerSubject(ticket),
            Text = text,
            ReplyText = text,
            MessageId = Answering.MessageIdOf(id, from.Address),
            InReplyTo = message.MessageId,
            References = ticket.Thread,
            Auto = true,
            At = ticket.CreatedAt,
            Delivery = new Delivery(DeliveryState.Queued, ticket.CreatedAt),
        };
        return opened with { Ticket = ticket.With(told), NewMessages = [.. opened.NewMessages, told], Outbox = [.. opened.Outbox, Answering.Row(told, ticket.CreatedAt)] };
    }

    /// <summary>The words for now. A store that is closed for good promises no time, so it says what an open one says.</summary>
    private async Task<string> TextAsync(Confirmation confirmation, string language, Ticket ticket, Store store, CancellationToken ct)
    {
        var calendar = await hours.CalendarAsync(ticket.Department, ticket.Store, ct);
        return calendar is not null && new WorkingTime(calendar).At(clock.GetUtcNow()) is { Open: false, Until: { } opens }
            ? confirmation.ClosedText(language, ticket.Number, store.Name, WrittenTime.Text(opens, calendar.TimeZone, language))
            : confirmation.Text(language, ticket.Number, store.Name);
    }

    /// <summary>True for an address behind which somebody may read.</summary>
    public static bool IsSomebody(string address)
    {
        var local = address[..Math.Max(0, address.LastIndexOf('@'))].ToLowerInvariant();
        return MailAddresses.CanReceive(address) && !Nobody.Any(n => local == n || local.StartsWith(n + "+", StringComparison.Ordinal) || local.StartsWith(n + "-", StringComparison.Ordinal));
    }
}
