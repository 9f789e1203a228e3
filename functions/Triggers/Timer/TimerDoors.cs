using HelpdeskMx.Channels.Connections;
using HelpdeskMx.Chat;
using HelpdeskMx.Http;
using HelpdeskMx.Intake.Mailboxes;
using HelpdeskMx.Labels;
using HelpdeskMx.Operations;
using HelpdeskMx.Sending;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Triggers.Timer;

/// <summary>Doors that open by the clock.</summary>
public sealed class TimerDoors(SweepOutbox sweepOutbox, SweepSplits sweepSplits, PollMailboxes pollMailboxes, ProbeMeta probeMeta, MeasureDesk measureDesk, MailUnread mailUnread, TrainLabels trainLabels)
{
    [Function("sweep-outbox")]
    public Task Sweep([TimerTrigger(Schedules.SweepOutbox)] TimerInfo timer, CancellationToken ct) => sweepOutbox.RunAsync(ct);

    [Function("poll-mailboxes")]
    public Task Poll([TimerTrigger(Schedules.PollMailboxes)] TimerInfo timer, CancellationToken ct) => pollMailboxes.RunAsync(ct);

    [Function("sweep-splits")]
    public Task SweepSplits([TimerTrigger(Schedules.SweepSplits)] TimerInfo timer, CancellationToken ct) => sweepSplits.RunAsync(ct);

    [Function("probe-meta")]
    public Task ProbeMeta([TimerTrigger(Schedules.ProbeMeta)] TimerInfo timer, CancellationToken ct) => probeMeta.RunAsync(ct);

    [Function("mail-unread")]
    public Task MailUnread([TimerTrigger(Schedules.MailUnread)] TimerInfo timer, CancellationToken ct) => mailUnread.RunAsync(ct);

    [Function("train-labels")]
    public Task TrainLabels([TimerTrigger(Schedules.TrainLabels)] TimerInfo timer, CancellationToken ct) => trainLabels.RunAsync(ct);

    [Function("measure")]
    public Task Measure([TimerTrigger(Schedules.Measure)] TimerInfo timer, CancellationToken ct) => measureDesk.RunAsync(ct);
}
