using HelpdeskMx.Channels;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Sending;

/// <summary>Carries answers of some kinds of channel to the customer.</summary>
public interface ICarrier
{
    /// <summary>True if it carries answers by channels of this kind.</summary>
    bool Carries(ChannelKind kind);

    /// <summary>Hands over one answer. Never throws for what the other side says or fails to say.</summary>
    /// <param name="answer">What to send.</param>
    /// <param name="channel">The channel it leaves by; null where that is gone.</param>
    /// <param name="beforeHandOver">Called at the last moment at which the answer can still be taken back; false takes it back.</param>
    /// <param name="ct">Gives up, if the answer has not been handed over yet.</param>
    Task<SendResult> SendAsync(Message answer, Channel? channel, Func<CancellationToken, Task<bool>> beforeHandOver, CancellationToken ct);
}
