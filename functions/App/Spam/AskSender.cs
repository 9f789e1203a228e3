using HelpdeskMx.Agents;
using HelpdeskMx.Automation;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Spam;

/// <summary>Asks somebody nobody knows, by one mail, to confirm that they wrote.</summary>
/// <remarks>After RFC 3834 §2, like every automatic mail: never to a machine, never to nobody, and no more than the caps allow.</remarks>
public sealed class AskSender(Settings settings, OwnAddresses own, AutoMailCaps caps, ConfirmTokens tokens)
{
    /// <summary>True where the sender of this message could be asked at all.</summary>
    public static bool MayAsk(InboundMessage message, Ticket ticket) =>
        ticket.ChannelKind == ChannelKind.Email && !message.Auto && message.Review is null && message.ForwardedBy is null && ConfirmReceipt.IsSomebody(message.From.Value);

    /// <summary>The change with the mail in it; null where the sender cannot be asked, who then must not be kept waiting either.</summary>
    /// <param name="opened">The change that opens the ticket.</param>
    /// <param name="message">What opens it.</param>
    /// <param name="guard">How the store is guarded.</param>
    /// <param name="askedBefore">They have such a mail already: where no more may go, the ticket waits with the others.</param>
    /// <param name="ct">Stops asking.</param>
    public async Task<Change?> RunAsync(Change opened, InboundMessage message, SpamGuard guard, bool askedBefore, CancellationToken ct)
    {
        var (ticket, stores) = (opened.Ticket, await settings.StoresAsync(ct));
        if (guard.Origin is not { Length: > 0 } origin || Answering.Sender(ticket, await settings.ChannelsAsync(ct), stores) is not { } from) return null;
        var to = message.From; // whoever is named to be answered need not be who wrote
        if (OwnAddresses.Contains(await own.AllAsync(ct), to.Value)) return null;
        if (!await caps.TakeAsync(to.Value, opened.NewMessages[0].Id, ct)) return askedBefore ? opened : null;

        var store = stores.FirstOrDefault(s => s.Id == ticket.Store);
        var language = Languages.Guess(message.ReplyText) ?? store?.Language ?? "en";
        var link = $"{origin.TrimEnd('/')}/api/confirm/{await tokens.NewAsync(ticket.Id, ticket.CreatedAt, ct)}?lang={language}";
        var text = ConfirmWords.Mail(language, link, store?.Name ?? from.Address.Name ?? "");
        var id = Ids.Derive("ask-sender", ticket.Id);
        var asked = new Message
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
        return opened with { Ticket = ticket.With(asked), NewMessages = [.. opened.NewMessages, asked], Outbox = [.. opened.Outbox, Answering.Row(asked, ticket.CreatedAt)] };
    }
}
