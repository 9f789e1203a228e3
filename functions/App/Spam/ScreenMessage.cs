using HelpdeskMx.Channels;
using HelpdeskMx.Intake;
using HelpdeskMx.Labels;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Spam;

/// <summary>Says whether a new ticket is put out of sight: because its sender is blocked, because its message looks like spam, or because nobody knows its sender.</summary>
/// <remarks>What costs a look into the store is asked only where the answer could change something.</remarks>
public sealed class ScreenMessage(Settings settings, KnowSpam know, SpamRate rate, AskSender ask, Tickets.Tickets tickets)
{
    private const int EarlierTickets = 20;

    /// <summary>True if the sender is on the block list.</summary>
    public async Task<bool> IsBlockedAsync(InboundMessage message, CancellationToken ct)
    {
        var blocks = await settings.BlocksAsync(ct);
        return blocks.Count > 0 && message.Bounce is null && message.Tells is null && blocks.Any(b => b.Holds(message.Sender.Value) || b.Holds(message.From.Value));
    }

    /// <summary>The change that opens the ticket, out of sight where that is due.</summary>
    /// <param name="opened">The change that opens it.</param>
    /// <param name="message">What opens it.</param>
    /// <param name="blocked">Its sender is on the block list.</param>
    /// <param name="customer">Id of the customer, null for one who was not known before.</param>
    /// <param name="ct">Stops looking.</param>
    public async Task<Change> RunAsync(Change opened, InboundMessage message, bool blocked, string? customer, CancellationToken ct)
    {
        var ticket = opened.Ticket;
        if (blocked) return opened.Quarantined(new(0, [], QuarantineCause.Blocked));
        if (ticket.ChannelKind is not (ChannelKind.Email or ChannelKind.Form) || message.Bounce is not null || message.Tells is not null) return opened;
        if ((await settings.StoresAsync(ct)).FirstOrDefault(s => s.Id == ticket.Store)?.Spam is not { On: true } guard) return opened;
        if ((await settings.WorkflowAsync(ct)).First(ActionKind.Spam) is null) return opened; // nobody could release it

        var (sender, domain) = rate.Note(message.Sender, message.Key);
        var facts = new SpamFacts(SenderHistory.Unknown, sender, domain, message.ForwardedBy is null ? (await know.RunAsync(ct)).Points(Lesson.TextOf(opened.NewMessages[0])) : 0);
        var score = ScoreMessage.Of(message, facts);
        var asks = guard.ConfirmSenders && AskSender.MayAsk(message, ticket);
        if (customer is not null && (asks || score.Points >= guard.Threshold - ScoreMessage.ForSpammer))
        {
            facts = facts with { History = await HistoryAsync(ticket.Id, customer, ct) };
            score = ScoreMessage.Of(message, facts);
        }
        if (score.Points >= guard.Threshold) return opened.Quarantined(new(score.Points, score.Reasons, QuarantineCause.Score));
        if (!asks || facts.History == SenderHistory.Customer) return opened;
        return await ask.RunAsync(opened.Quarantined(new(score.Points, score.Reasons, QuarantineCause.Unconfirmed)), message, guard, facts.History == SenderHistory.Asked, ct) ?? opened;
    }

    private async Task<SenderHistory> HistoryAsync(string ticketId, string customer, CancellationToken ct)
    {
        var page = await tickets.ListAsync(q => q with { Where = [new Condition.Is("customer", customer)], OrderBy = [new Order("lastMessageAt", true)], PageSize = EarlierTickets }, ct);
        Ticket[] earlier = [.. page.Items.Select(t => t.Value).Where(t => t.Id != ticketId)];
        if (earlier.Any(t => t.Spam is null)) return SenderHistory.Customer;
        if (earlier.Any(t => t.Spam!.Why is QuarantineCause.Agent or QuarantineCause.Blocked)) return SenderHistory.Spammer;
        return earlier.Any(t => t.Spam!.Why == QuarantineCause.Unconfirmed) ? SenderHistory.Asked : SenderHistory.Unknown;
    }
}

/// <summary>How a ticket that is just opened goes out of sight.</summary>
public static class Quarantining
{
    /// <summary>The change with the ticket in quarantine, and the event that tells of it.</summary>
    public static Change Quarantined(this Change opened, Quarantine quarantine)
    {
        var ticket = opened.Ticket with { Spam = quarantine };
        var put = new TicketEvent($"quarantined-{ticket.Id}", ticket.Id, "quarantined", Actor.System, ticket.CreatedAt, ticket.Version,
            new Dictionary<string, string?> { ["spam"] = null }, new Dictionary<string, string?> { ["spam"] = quarantine.Text() });
        return opened with { Ticket = ticket, Events = [.. opened.Events, put] };
    }
}
