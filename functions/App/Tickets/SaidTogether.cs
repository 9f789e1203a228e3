using System.Globalization;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>What was said in a ticket and in all that were merged into it, as one conversation.</summary>
public sealed class SaidTogether(Tickets tickets)
{
    private const int MostAtOneMoment = 400;

    /// <summary>A page of it in the order of time. Its continuation is the time the page ended at, and how much of that moment was shown.</summary>
    /// <exception cref="FormatException">The continuation was not made here.</exception>
    public async Task<Listing<Stored<Message>>> PageAsync(Ticket ticket, bool newestFirst, int limit, string? after, CancellationToken ct)
    {
        var (from, shown) = Place(after);
        Condition[] where = from is not { } time ? [] : [newestFirst ? new Condition.Between("at", null, UtcTime.Text(time.AddMilliseconds(1))) : new Condition.Between("at", UtcTime.Text(time), null)];
        List<Stored<Message>> said = [];
        foreach (var id in await PartsAsync(ticket, ct))
        {
            var page = await tickets.MessagesAsync(id, q => q with { Where = where, OrderBy = [new Order("at", newestFirst)], PageSize = limit + shown + 1 }, ct);
            said.AddRange(page.Items);
        }
        // Sorting keeps the order of what was said at one moment, so the first of it are those that were shown.
        Stored<Message>[] ordered = [.. (newestFirst ? said.OrderByDescending(m => m.Value.At) : said.OrderBy(m => m.Value.At)).Skip(shown)];
        if (ordered.Length <= limit) return new(ordered, null);
        var last = ordered[limit - 1].Value.At;
        var again = ordered.Take(limit).Count(m => m.Value.At == last) + (last == from ? shown : 0);
        return new(ordered[..limit], $"{UtcTime.Text(last)}~{again}");
    }

    private static (DateTimeOffset? From, int Shown) Place(string? after)
    {
        if (after is null) return (null, 0);
        return after.Split('~') is [var time, var count] && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var shown) && shown <= MostAtOneMoment
            ? (UtcTime.Parse(time), shown)
            : throw new FormatException("This is no place in a conversation.");
    }

    /// <summary>The ticket and all that were merged into it, or into those.</summary>
    private async Task<IReadOnlyList<string>> PartsAsync(Ticket ticket, CancellationToken ct)
    {
        List<string> parts = [ticket.Id];
        var open = new Queue<TicketName>(ticket.Merged);
        while (parts.Count <= MergeTickets.Most && open.TryDequeue(out var next))
        {
            if (parts.Contains(next.Id)) continue;
            parts.Add(next.Id);
            foreach (var inner in (await tickets.ReadAsync(next.Id, ct))?.Value.Merged ?? []) open.Enqueue(inner);
        }
        return parts;
    }
}
