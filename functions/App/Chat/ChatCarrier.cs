using HelpdeskMx.Channels;
using HelpdeskMx.Platform;
using HelpdeskMx.Sending;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Chat;

/// <summary>Carries answers to visitors: what is saved is there for them to fetch, and one that stays unread is mailed after a while.</summary>
public sealed class ChatCarrier(Tickets.Tickets tickets, TimeProvider clock) : ICarrier
{
    /// <inheritdoc/>
    public bool Carries(ChannelKind kind) => kind == ChannelKind.Chat;

    /// <inheritdoc/>
    /// <remarks>Nothing leaves the desk, so that it can be done again at any point and never ends unknown.</remarks>
    public async Task<SendResult> SendAsync(Message answer, Channel? channel, Func<CancellationToken, Task<bool>> beforeHandOver, CancellationToken ct)
    {
        await tickets.AwaitReadingAsync(new Unread(answer.TicketId, answer.Channel, answer.To[0].Value, clock.GetUtcNow() + MailUnread.Patience), ct);
        return new SendResult.Sent();
    }
}
