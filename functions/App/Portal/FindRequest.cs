using HelpdeskMx.Channels;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Portal;

/// <summary>A ticket as one who takes part in it sees it.</summary>
/// <param name="Token">By which they came.</param>
/// <param name="Ticket">The ticket; of one that was merged the one it went into.</param>
/// <param name="Me">Who looks.</param>
/// <param name="Store">Whose it is; null where that is gone.</param>
/// <param name="Channel">The channel by which what they answer comes in; null where nobody could answer them by mail.</param>
public sealed record Request(string Token, Ticket Ticket, Address Me, Store? Store, Channel? Channel);

/// <summary>Finds what a customer's link leads to.</summary>
/// <remarks>A link is good for a year after the ticket's last message, until an agent takes it back, and while whom it names takes part in the ticket.</remarks>
public sealed class FindRequest(Tickets.Tickets tickets, PortalTokens tokens, FindTicket findTicket, Settings settings, TimeProvider clock)
{
    /// <summary>How long a link is good after the last message.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(365);

    /// <summary>The request; null for a token that is not ours, is good no more, or whose ticket is gone.</summary>
    public async Task<Request?> RunAsync(string text, CancellationToken ct)
    {
        if (await tokens.ReadAsync(text, ct) is not { } token || await tickets.ReadAsync(token.TicketId, ct) is not { Value: var named } || named.Links != token.Links) return null;
        if (Participants(named).FirstOrDefault(a => PortalTokens.Digest(a.Value) == token.Participant) is not { } me) return null;
        if (await findTicket.FollowAsync(named.Id, ct) is not { Value: var ticket } || clock.GetUtcNow() - ticket.LastMessageAt > Lasts) return null;
        var (stores, channels) = (await settings.StoresAsync(ct), await settings.ChannelsAsync(ct));
        var channel = MailAddresses.CanReceive(me.Value) ? Answering.Sender(ticket, channels, stores)?.Channel ?? channels.FirstOrDefault(c => c.Id == ticket.Channel && !c.Kind.IsLine()) : null;
        return new(text, ticket, me, stores.FirstOrDefault(s => s.Id == ticket.Store), channel);
    }

    private static IEnumerable<Address> Participants(Ticket ticket) => [.. ticket.Participants, .. ticket.AnswerTo, .. ticket.Lines.Select(l => l.Address), ticket.From];
}
