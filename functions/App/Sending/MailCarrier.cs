using HelpdeskMx.Channels;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Sending;

/// <summary>Carries answers as mail.</summary>
public sealed class MailCarrier(Lookups lookups, ComposeMail compose, ChannelMailer mailer) : ICarrier
{
    /// <inheritdoc/>
    public bool Carries(ChannelKind kind) => !kind.IsLine();

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(Message answer, Channel? channel, Func<CancellationToken, Task<bool>> beforeHandOver, CancellationToken ct)
    {
        // Before anybody can answer it, however the desk came to this point. What an agent answers to a mail among agents is no word of the customer's.
        if (answer.Direction != Direction.System) await lookups.AddAsync(Lookups.Reference(answer.MessageId!), new Target(answer.TicketId, answer.Id), ct);
        return await mailer.SendAsync(channel, await compose.RunAsync(answer, ct), beforeHandOver, ct);
    }
}
