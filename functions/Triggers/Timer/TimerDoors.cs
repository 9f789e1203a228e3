using HelpdeskMx.Http;
using HelpdeskMx.Sending;

namespace HelpdeskMx.Triggers.Timer;

/// <summary>Doors that open by the clock.</summary>
public sealed class TimerDoors(SweepOutbox sweepOutbox)
{
    [Function("sweep-outbox")]
    public Task Sweep([TimerTrigger(Schedules.SweepOutbox)] TimerInfo timer, CancellationToken ct) => sweepOutbox.RunAsync(ct);
}
