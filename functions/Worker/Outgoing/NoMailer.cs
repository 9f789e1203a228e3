using HelpdeskMx.Mail;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Worker.Outgoing;

/// <summary>Sends nothing, and says why.</summary>
public sealed class NoMailer : IMailer
{
    /// <inheritdoc/>
    public Task<SendResult> SendAsync(OutgoingMail mail, Func<CancellationToken, Task<bool>> beforeHandOver, CancellationToken ct) => Task.FromResult<SendResult>(
        new SendResult.Refused("No mail service is set. Set HELPDESKMX_MAIL to the address of your Communication Services and send the answer again."));
}
