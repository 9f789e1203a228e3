using HelpdeskMx.Mail;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tests.Tickets;

/// <summary>A mail server that keeps its answer to itself as long as a test wants.</summary>
internal sealed class WaitingMailer : IMailer
{
    /// <summary>How it answers.</summary>
    public SendResult Next { get; set; } = new SendResult.Sent();

    /// <summary>Until when it waits; null answers at once.</summary>
    public TaskCompletionSource? Gate { get; set; }

    public async Task<SendResult> SendAsync(OutgoingMail mail, Func<CancellationToken, Task<bool>> beforeHandOver, CancellationToken ct)
    {
        if (!await beforeHandOver(ct)) return new SendResult.TakenBack();
        if (Gate is { } gate) await gate.Task;
        return Next;
    }
}
