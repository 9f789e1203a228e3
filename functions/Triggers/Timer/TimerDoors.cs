using HelpdeskMx.Http;
using HelpdeskMx.Operations;
using HelpdeskMx.Sending;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Triggers.Timer;

/// <summary>Doors that open by the clock.</summary>
public sealed class TimerDoors(SweepOutbox sweepOutbox, SweepSplits sweepSplits, MeasureDesk measureDesk)
{
    [Function("sweep-outbox")]
    public Task Sweep([TimerTrigger(Schedules.SweepOutbox)] TimerInfo timer, CancellationToken ct) => sweepOutbox.RunAsync(ct);

    [Function("sweep-splits")]
    public Task SweepSplits([TimerTrigger(Schedules.SweepSplits)] TimerInfo timer, CancellationToken ct) => sweepSplits.RunAsync(ct);

    [Function("measure")]
    public Task Measure([TimerTrigger(Schedules.Measure)] TimerInfo timer, CancellationToken ct) => measureDesk.RunAsync(ct);
}
