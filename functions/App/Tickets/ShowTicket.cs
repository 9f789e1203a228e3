using HelpdeskMx.Agents;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>Shows a ticket to an agent: with what they can do now and whom they would write to.</summary>
public sealed class ShowTicket(Settings settings, Reach reach)
{
    /// <summary>The ticket as its page shows it.</summary>
    public async Task<TicketView> RunAsync(Ticket ticket, Agent by, CancellationToken ct)
    {
        var workflow = await settings.WorkflowAsync(ct);
        var from = Answering.Sender(ticket, await settings.ChannelsAsync(ct), await settings.StoresAsync(ct));
        return new TicketView(ticket, by, [.. workflow.Offered(ticket, by).Select(a => a.Key), .. Role.Offered.Where(o => o != "start" && (ticket.MergedInto is null || o == "merge") && Rights.MayDo(by, o, ticket))], new Recipients(from?.Address, ticket.AnswerTo, ticket.AnswerCc), await reach.LinesAsync(ticket, by, ct), await reach.MayBeAsync(ticket, ct), from?.Store?.At is { Length: > 0 } ? from.Store.Portal.Notice : null);
    }
}
