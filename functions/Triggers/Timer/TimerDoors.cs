using HelpdeskMx.Http;
using HelpdeskMx.Intake.Mailboxes;
using HelpdeskMx.Operations;
using HelpdeskMx.Sending;

namespace HelpdeskMx.Triggers.Timer;

/// <summary>Doors that open by the clock.</summary>
public sealed class TimerDoors(SweepOutbox sweepOutbox, MeasureDesk measureDesk, PollMailboxes pollMailboxes)
{
    [Function("sweep-outbox")]
    public Task Sweep([TimerTrigger(Schedules.SweepOutbox)] TimerInfo timer, CancellationToken ct) => sweepOutbox.RunAsync(ct);

    [Function("poll-mailboxes")]
    public Task Poll([TimerTrigger(Schedules.PollMailboxes)] TimerInfo timer, CancellationToken ct) => pollMailboxes.RunAsync(ct);

    [Function("measure")]
    public Task Measure([TimerTrigger(Schedules.Measure)] TimerInfo timer, CancellationToken ct) => measureDesk.RunAsync(ct);
}
