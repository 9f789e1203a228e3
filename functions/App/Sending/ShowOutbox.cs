using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Sending;

/// <summary>An answer that has not arrived, as admins see it.</summary>
/// <param name="WrittenAt">When it was written.</param>
/// <param name="DueAt">When it is tried next; null for one that failed.</param>
/// <param name="Attempts">Tries so far; 0 for one that failed.</param>
/// <param name="Error">Why it has not left, as far as its carrier said.</param>
public sealed record OutboxAnswer(
    string TicketId, long Number, string Subject, string MessageId, ChannelKind ChannelKind, IReadOnlyList<Address> To, DeliveryState State, DateTimeOffset WrittenAt, DateTimeOffset? DueAt, int Attempts, string? Error);

/// <summary>Answers on their way, the longest due first, and answers that failed, newest first; at most 50 of either.</summary>
public sealed record OutboxView(IReadOnlyList<OutboxAnswer> Waiting, IReadOnlyList<OutboxAnswer> Failed);

/// <summary>Shows admins which answers have not arrived, so that they can act.</summary>
public sealed class ShowOutbox(Tickets.Tickets tickets, FailedAnswers failed, TimeProvider clock)
{
    private const int Most = 50;
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(7);

    /// <summary>The answers.</summary>
    public async Task<OutboxView> RunAsync(CancellationToken ct)
    {
        var rows = (await tickets.DueAsync(clock.GetUtcNow() + Ahead, null, ct)).Items.Take(Most).Select(r => r.Value).ToList();
        var messages = await Task.WhenAll(rows.Select(r => tickets.FollowAsync(r.TicketId, r.Id, ct)));
        var gone = await failed.ListAsync(ct);
        string[] ids = [.. rows.Select(r => r.TicketId).Concat(gone.Select(m => m.TicketId)).Distinct()];
        var named = (await tickets.ReadManyAsync(ids, ct)).ToDictionary(t => t.Value.Id, t => t.Value);
        OutboxAnswer? Shown(Message? message, OutboxRow? row) => message is null || named.GetValueOrDefault(row?.TicketId ?? message.TicketId) is not { } ticket ? null
            : new(ticket.Id, ticket.Number, ticket.Subject, message.Id, message.ChannelKind, message.To, row?.State ?? message.Delivery!.State, message.At, row?.DueAt, row?.Attempts ?? 0, message.Delivery?.Error);
        return new([.. rows.Zip(messages, (row, message) => Shown(message?.Value, row)).OfType<OutboxAnswer>()], [.. gone.Select(m => Shown(m, null)).OfType<OutboxAnswer>()]);
    }
}
