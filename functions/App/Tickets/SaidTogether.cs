using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>What was said in a ticket and in all that were merged into it, as one conversation.</summary>
public sealed class SaidTogether(Tickets tickets)
{
    /// <summary>A page of it in the order of time. Its continuation is the time the page ended at.</summary>
    /// <exception cref="FormatException">The continuation was not made here.</exception>
    public async Task<Listing<Stored<Message>>> PageAsync(Ticket ticket, bool newestFirst, int limit, string? after, CancellationToken ct)
    {
        var from = after is null ? null : UtcTime.Text(UtcTime.Parse(after));
        Condition[] where = from is null ? [] : [newestFirst ? new Condition.Between("at", null, from) : new Condition.Between("at", from, null)];
        List<Stored<Message>> said = [];
        var more = false;
        foreach (var id in await PartsAsync(ticket, ct))
        {
            var page = await tickets.MessagesAsync(id, q => q with { Where = where, OrderBy = [new Order("at", newestFirst)], PageSize = limit + 1 }, ct);
            said.AddRange(page.Items);
            more |= page.Next is not null;
        }
        var ordered = newestFirst ? said.OrderByDescending(m => m.Value.At) : said.OrderBy(m => m.Value.At);
        Stored<Message>[] shown = [.. ordered.Where(m => from is null || newestFirst || UtcTime.Text(m.Value.At) != from)];
        if (shown.Length <= limit) return new(shown, more && shown.Length > 0 ? UtcTime.Text(shown[^1].Value.At) : null);
        var last = UtcTime.Text(shown[limit - 1].Value.At); // what was said at the same moment comes along, or the next page would miss it
        shown = [.. shown.TakeWhile((m, at) => at < limit || UtcTime.Text(m.Value.At) == last)];
        return new(shown, last);
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
