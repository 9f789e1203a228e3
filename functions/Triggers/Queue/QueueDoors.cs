using HelpdeskMx.Intake;
using HelpdeskMx.Intake.Mailboxes;
using HelpdeskMx.Jobs;
using HelpdeskMx.Labels;
using HelpdeskMx.Platform;
using HelpdeskMx.Sending;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Triggers.Queue;

/// <summary>Doors of the queues. One that throws is opened again with the same message, and at last gives it to the poison queue.</summary>
public sealed class QueueDoors(NormalizeMessage normalize, SendAnswer sendAnswer, SyncMailbox syncMailbox, RunJobs runJobs, TrainLabels trainLabels, SendLater sendLater, Poison poison)
{
    [Function("inbound")]
    public Task Inbound([QueueTrigger(Queues.Inbound)] string message, CancellationToken ct) => normalize.RunAsync(message, ct);

    [Function("outbound")]
    public Task Outbound([QueueTrigger(Queues.Outbound)] string message, CancellationToken ct) => sendAnswer.RunAsync(message, ct);

    [Function("sync-mailbox")]
    public Task Sync([QueueTrigger(Queues.Mailboxes)] string message, CancellationToken ct) => syncMailbox.RunAsync(message, ct);

    [Function("job-goes-on")]
    public Task Job([QueueTrigger(Queues.Jobs)] string message, CancellationToken ct) => runJobs.RunAsync(message, ct);

    [Function("learning")]
    public Task Learn([QueueTrigger(Queues.Learning)] string message, CancellationToken ct) => trainLabels.RunAsync(message, ct);

    [Function("send-later")]
    public Task SendLater([QueueTrigger(Queues.Later)] string message, CancellationToken ct) => sendLater.RunAsync(message, ct);

    [Function("inbound-poison")]
    public Task InboundPoison([QueueTrigger(Queues.InboundPoison)] string message, CancellationToken ct) => poison.CollectAsync(Queues.Inbound, message, ct);

    [Function("outbound-poison")]
    public Task OutboundPoison([QueueTrigger(Queues.OutboundPoison)] string message, CancellationToken ct) => sendAnswer.GiveUpAsync(message, ct);

    [Function("sync-mailbox-poison")]
    public Task SyncPoison([QueueTrigger(Queues.MailboxesPoison)] string message, CancellationToken ct) => poison.CollectAsync(Queues.Mailboxes, message, ct);

    [Function("job-goes-on-poison")]
    public Task JobPoison([QueueTrigger(Queues.JobsPoison)] string message, CancellationToken ct) => poison.CollectAsync(Queues.Jobs, message, ct);

    [Function("send-later-poison")]
    public Task SendLaterPoison([QueueTrigger(Queues.LaterPoison)] string message, CancellationToken ct) => poison.CollectAsync(Queues.Later, message, ct);

    [Function("learning-poison")]
    public Task LearningPoison([QueueTrigger(Queues.LearningPoison)] string message, CancellationToken ct) => poison.CollectAsync(Queues.Learning, message, ct);
}
