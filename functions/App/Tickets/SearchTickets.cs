using System.Globalization;
using HelpdeskMx.Agents;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>Finds tickets by words in their messages, by the people in them, or by number.</summary>
public sealed class SearchTickets(Tickets tickets, Drafts drafts, Lookups lookups, FindTicket findTicket)
{
    // So many pages of messages are looked through for one page of tickets; a continuation leads on.
    private const int MostPages = 5;

    /// <summary>A page of tickets, those with the newest matching message first; a ticket named by its number comes before all.</summary>
    public async Task<Listing<TicketRow>> RunAsync(string words, TicketList list, Agent by, CancellationToken ct)
    {
        List<Ticket> found = [];
        if (list.After is null && await NumberedAsync(words, by, ct) is { } numbered) found.Add(numbered);

        if (SearchText.Words(words).Count == 0) return new([.. found.Select(t => new TicketRow(t, by))], null); // signs alone are no words
        var drafted = list.Filter.Draft is null ? null : (await drafts.ListAsync(by, ct)).Select(d => d.TicketId).ToHashSet();
        var next = list.After;
        for (var pages = 0; pages < MostPages && found.Count < list.Limit; pages++)
        {
            var page = await tickets.SearchMessagesAsync(q => q with { Text = words, PageSize = list.Limit - found.Count, Continuation = next }, ct);
            var ids = page.Items.Select(m => m.Value.TicketId).Distinct().Where(id => found.TrueForAll(t => t.Id != id)).ToArray();
            foreach (var ticket in await GoingOnAsync(ids, ct))
            {
                if (Rights.MaySee(by, ticket) && list.Filter.Admits(ticket, by) && drafted?.Contains(ticket.Id) is not false && found.TrueForAll(t => t.Id != ticket.Id)) found.Add(ticket);
            }
            next = page.Next;
            if (next is null) break;
        }
        return new([.. found.Select(t => new TicketRow(t, by))], next);
    }

    /// <summary>Those tickets, in place of each that was merged the one that goes on.</summary>
    private async Task<IReadOnlyList<Ticket>> GoingOnAsync(IReadOnlyList<string> ids, CancellationToken ct)
    {
        var read = await tickets.ReadManyAsync(ids, ct);
        if (read.All(t => t.Value.MergedInto is null)) return [.. read.Select(t => t.Value)];
        List<Ticket> all = [];
        foreach (var ticket in read) all.Add(ticket.Value.MergedInto is null ? ticket.Value : (await findTicket.FollowAsync(ticket.Value.Id, ct) ?? ticket).Value);
        return all;
    }

    private async Task<Ticket?> NumberedAsync(string words, Agent by, CancellationToken ct)
    {
        if (!long.TryParse(words.Trim().TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        return await lookups.FindAsync(Lookups.Number(number), ct) is { } target ? (await tickets.FindAsync(target.Id, by, ct))?.Value : null;
    }
}
