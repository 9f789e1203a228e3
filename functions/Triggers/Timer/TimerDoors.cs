using HelpdeskMx.Automation;
using HelpdeskMx.Channels.Connections;
using HelpdeskMx.Chat;
using HelpdeskMx.Customers;
using HelpdeskMx.Http;
using HelpdeskMx.Intake.Mailboxes;
using HelpdeskMx.Jobs;
using HelpdeskMx.Labels;
using HelpdeskMx.Operations;
using HelpdeskMx.Sending;
using HelpdeskMx.Sla;
using HelpdeskMx.Tickets;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Triggers.Timer;

/// <summary>Doors that open by the clock.</summary>
public sealed class TimerDoors(SweepOutbox sweepOutbox, SweepSplits sweepSplits, SweepMerges sweepMerges, PollMailboxes pollMailboxes, ProbeMeta probeMeta, MeasureDesk measureDesk, MailUnread mailUnread, WakeTickets wakeTickets, SendLater sendLater, AssignBacklog assignBacklog, RunTimedActions runTimedActions, RunSilentRules runSilentRules, RunSla runSla, RunJobs runJobs, RewriteCustomers rewriteCustomers, TrainLabels trainLabels)
{
    [Function("sweep-outbox")]
    public Task Sweep([TimerTrigger(Schedules.SweepOutbox)] TimerInfo timer, CancellationToken ct) => sweepOutbox.RunAsync(ct);

    [Function("poll-mailboxes")]
    public Task Poll([TimerTrigger(Schedules.PollMailboxes)] TimerInfo timer, CancellationToken ct) => pollMailboxes.RunAsync(ct);

    [Function("sweep-splits")]
    public async Task SweepSplits([TimerTrigger(Schedules.SweepSplits)] TimerInfo timer, CancellationToken ct)
    {
        await sweepSplits.RunAsync(ct);
        await sweepMerges.RunAsync(ct);
    }

    [Function("probe-meta")]
    public Task ProbeMeta([TimerTrigger(Schedules.ProbeMeta)] TimerInfo timer, CancellationToken ct) => probeMeta.RunAsync(ct);

    [Function("mail-unread")]
    public Task MailUnread([TimerTrigger(Schedules.MailUnread)] TimerInfo timer, CancellationToken ct) => mailUnread.RunAsync(ct);

    [Function("wake-tickets")]
    public Task WakeTickets([TimerTrigger(Schedules.WakeTickets)] TimerInfo timer, CancellationToken ct) => wakeTickets.RunAsync(ct);

    [Function("sweep-later")]
    public Task SweepLater([TimerTrigger(Schedules.SweepLater)] TimerInfo timer, CancellationToken ct) => sendLater.SweepAsync(ct);

    [Function("assign-backlog")]
    public Task AssignBacklog([TimerTrigger(Schedules.AssignBacklog)] TimerInfo timer, CancellationToken ct) => assignBacklog.RunAsync(ct);

    [Function("timed-actions")]
    public Task TimedActions([TimerTrigger(Schedules.TimedActions)] TimerInfo timer, CancellationToken ct) => runTimedActions.RunAsync(ct);

    [Function("silent-rules")]
    public Task SilentRules([TimerTrigger(Schedules.SilentRules)] TimerInfo timer, CancellationToken ct) => runSilentRules.RunAsync(ct);

    [Function("sla-targets")]
    public Task Sla([TimerTrigger(Schedules.Sla)] TimerInfo timer, CancellationToken ct) => runSla.RunAsync(ct);

    [Function("sweep-jobs")]
    public Task SweepJobs([TimerTrigger(Schedules.SweepJobs)] TimerInfo timer, CancellationToken ct) => runJobs.SweepAsync(ct);

    [Function("rewrite-customers")]
    public Task RewriteCustomers([TimerTrigger(Schedules.RewriteCustomers)] TimerInfo timer, CancellationToken ct) => rewriteCustomers.RunAsync(ct);

    [Function("train-labels")]
    public Task TrainLabels([TimerTrigger(Schedules.TrainLabels)] TimerInfo timer, CancellationToken ct) => trainLabels.RunAsync(ct);

    [Function("measure")]
    public Task Measure([TimerTrigger(Schedules.Measure)] TimerInfo timer, CancellationToken ct) => measureDesk.RunAsync(ct);
}
