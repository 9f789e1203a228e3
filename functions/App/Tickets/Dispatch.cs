using System.Text.Json;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>What the queue <c>outbound</c> carries: which row of which ticket's outbox.</summary>
public sealed record OutboundMessage(string TicketId, string MessageId);

/// <summary>Hurries the outbox along. A crash before it only costs time: the sweep finds the row.</summary>
public sealed class Dispatch(IQueue queue)
{
    /// <summary>How long a row is left to its queue message before the sweep queues it again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Queues rows to be sent.</summary>
    public async Task RunAsync(IReadOnlyList<OutboxRow> rows, CancellationToken ct)
    {
        foreach (var row in rows)
        {
            var message = JsonSerializer.Serialize(new OutboundMessage(row.TicketId, row.Id), AppJson.Of<OutboundMessage>());
            await queue.SendAsync(Queues.Outbound, message, ct: ct);
        }
    }
}
