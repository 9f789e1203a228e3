using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Sending;

/// <summary>Where an answer is that ended as failed.</summary>
public sealed record FailedAnswer(string TicketId, string MessageId, DateTimeOffset At);

/// <summary>Remembers which answers failed, because no list finds them by that. What was sent since is forgotten when the list is read.</summary>
public sealed class FailedAnswers(IDocumentStore store, Tickets.Tickets tickets, TimeProvider clock)
{
    private const string Partition = "failed-answers";
    private const int Most = 50;
    private static readonly TimeSpan BeforeItsEnd = TimeSpan.FromMinutes(5);
    private readonly Collection<FailedAnswer> failed = new(store, Containers.Config, "failed-answer", AppJson.Of<FailedAnswer>());

    /// <summary>Notes one, before its end is saved: a crash in between leaves a row too many, which the next reading drops, and never one too few.</summary>
    public Task AddAsync(string ticketId, string messageId, CancellationToken ct) =>
        failed.CommitAsync(Partition, failed.Upsert(messageId, new FailedAnswer(ticketId, messageId, clock.GetUtcNow())), ct);

    /// <summary>The newest of those that are failed still, newest first; an answer that was split off is followed.</summary>
    public async Task<IReadOnlyList<Message>> ListAsync(CancellationToken ct)
    {
        var noted = await failed.QueryAsync(q => q with { OrderBy = [new Order("at", true)], PageSize = Most }, ct, Partition);
        var found = new List<Message>(noted.Items.Count);
        foreach (var row in noted.Items)
        {
            var message = await tickets.FollowAsync(row.Value.TicketId, row.Value.MessageId, ct);
            if (message?.Value.Delivery is { State: DeliveryState.Failed }) found.Add(message.Value);
            else if (row.Value.At < clock.GetUtcNow() - BeforeItsEnd) await failed.CommitAsync(Partition, new Write.Delete(row.Value.MessageId, row.ETag), ct);
        }
        return found;
    }
}
