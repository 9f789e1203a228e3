using HelpdeskMx.Automation;
using HelpdeskMx.Channels;
using HelpdeskMx.Labels;
using HelpdeskMx.Platform;
using HelpdeskMx.Spam;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Intake;

/// <summary>Makes a customer's message part of a ticket, once, however often it is asked to.</summary>
public sealed class TakeIn(
    Tickets.Tickets tickets, Customers.Customers customers, Lookups lookups, FindTicket findTicket, TicketNumbers numbers,
    KeepMessage keep, Settings settings, ScreenMessage screen, SuggestLabels suggest, RunRules runRules, ConfirmReceipt confirm, Dispatch dispatch, MarkDelivery markDelivery, AssignBacklog assignBacklog, Live live)
{
    private const int MostTries = 20;

    /// <summary>Takes the message in and returns the id of its ticket.</summary>
    /// <remarks>On Cosmos DB a first mail costs five point operations and one batch, a reply three and one; <c>IntakeCostTests</c> counts them.</remarks>
    public async Task<string> RunAsync(InboundMessage message, Channel channel, Pointer pointer, CancellationToken ct)
    {
        if (message.AlsoKnownBy is { } other) await customers.JoinAsync(other, message.Sender, message.From.Name, pointer.At, ct);
        var known = await lookups.FindManyAsync([message.Sender.Key, .. FindTicket.Pointers(message, channel)], ct);
        var found = await findTicket.RunAsync(message, channel, known, ct);
        var blocked = await screen.IsBlockedAsync(message, ct);
        if (blocked && found?.Value.Spam is null) found = null; // what a blocked sender writes is not read among what others say
        var before = await IsOverAsync(found?.Value, message, pointer.At, ct) ? found!.Value : null;
        if (before is not null) found = null;
        var own = blocked ? TicketOf(message) : Own(message, channel, before);
        var claim = ClaimAsync(message, found?.Value.Id, own, ct);
        var kept = await keep.RunAsync(message, channel, pointer, ct);
        var place = await claim;
        await markDelivery.RunAsync(place, message, pointer.At, ct);

        var ticket = place == found?.Value.Id ? await JoinAsync(found, kept, ct)
            : place == own || place == TicketOf(message) ? await OpenAsync(place, message, kept, channel, before, blocked, known.GetValueOrDefault(message.Sender.Key), ct)
            : await JoinAsync(await ReadAsync(place, ct), kept, ct);
        if (channel.Kind.IsLine() && known.GetValueOrDefault(FindTicket.LineOf(message, channel))?.Id != ticket.Id) await lookups.LeadAsync(FindTicket.LineOf(message, channel), ticket.Id, ct);
        await live.TicketAsync(ticket, ct);
        return ticket.Id;
    }

    /// <summary>The ticket a message opens where it joins none: the same one for all that are taken in at once and belong together.</summary>
    private static string Own(InboundMessage message, Channel channel, Ticket? before) =>
        channel.Kind.IsLine() ? Ids.Derive("ticket", FindTicket.LineOf(message, channel), before?.Id ?? "") : before is null ? TicketOfThread(message) : TicketOf(message);

    /// <summary>The ticket a message opens by itself.</summary>
    private static string TicketOf(InboundMessage message) => Ids.Derive("ticket", message.Key);

    /// <summary>
    /// The ticket that the first of a thread's messages to come opens, whichever that is: what one person writes under one first message belongs together,
    /// also where that message never came, comes late, or is taken in at the same time.
    /// </summary>
    private static string TicketOfThread(InboundMessage message) =>
        (message.References is [var root, ..] ? root : message.InReplyTo ?? message.MessageId) is { } first ? Ids.Derive("ticket", first, message.Sender.Key) : TicketOf(message);

    /// <summary>True if the ticket was closed so long ago that what a person writes now is a concern of its own.</summary>
    private async Task<bool> IsOverAsync(Ticket? found, InboundMessage message, DateTimeOffset at, CancellationToken ct)
    {
        if (found is not { Category: Category.Closed or Category.Archived } || message.Auto || message.Ticket is not null) return false; // who answers on its page sees what went before
        var days = (await settings.StoresAsync(ct)).FirstOrDefault(s => s.Id == found.Store)?.FollowUpAfterDays ?? 0;
        return days > 0 && at - found.LastMessageAt > TimeSpan.FromDays(days);
    }

    /// <summary>
    /// Settles which ticket the message goes to, before it goes there: whoever comes second, after a crash or at the same time, goes where the first one went.
    /// Some senders give every mail the same Message-ID; then a message is known by its own key instead.
    /// </summary>
    private async Task<string> ClaimAsync(InboundMessage message, string? found, string own, CancellationToken ct)
    {
        var ticketId = found ?? own;
        foreach (var reference in new[] { message.MessageId, message.Key }.OfType<string>().Select(Lookups.Reference))
        {
            if (await lookups.AddAsync(reference, new Target(ticketId, message.Key), ct)) return ticketId;
            if (await lookups.FindAsync(reference, ct) is { } claimed && claimed.Key == message.Key) return claimed.Id;
            ticketId = found ?? TicketOf(message); // what is named alike is no thread
        }
        throw new InvalidOperationException($"The key {message.Key} is claimed by another message.");
    }

    private async Task<Ticket> JoinAsync(Stored<Ticket> found, Message message, CancellationToken ct)
    {
        var workflow = await settings.WorkflowAsync(ct);
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (found.Value.MergedInto is not null)
            {
                if (await tickets.MessageAsync(found.Value.Id, message.Id, ct) is not null) return found.Value; // it came before the merge
                found = await findTicket.FollowAsync(found.Value.Id, ct) ?? found;
            }
            message = message with { TicketId = found.Value.Id, Search = KeepMessage.Words(message, found.Value.Number) };
            var change = found.Receive(message, workflow);
            if (change.Ticket.Spam is null) change = await runRules.OnAsync(change, found.Value, RuleWhen.CustomerMessage, message, ct);
            var outcome = await tickets.CommitAsync(change, ct);
            if (outcome == CommitOutcome.Committed)
            {
                await dispatch.RunAsync(change.Outbox, ct);
                return change.Ticket;
            }
            found = await ReadAsync(found.Value.Id, ct);
            if (outcome == CommitOutcome.Exists) return found.Value;
        }
        throw new InvalidOperationException($"Ticket {found.Value.Id} changed {MostTries} times while a message waited to join it.");
    }

    private async Task<Ticket> OpenAsync(string id, InboundMessage message, Message kept, Channel channel, Ticket? before, bool blocked, Target? customer, CancellationToken ct)
    {
        var number = await numbers.NextAsync(ct);
        var numbered = lookups.AddAsync(Lookups.Number(number), new Target(id), ct); // before the ticket, or a crash leaves it without
        var blank = new Ticket
        {
            Id = id,
            Number = number,
            Subject = Receiving.SubjectOf(kept),
            State = "",
            Category = Category.New,
            Review = message.Review is not null,
            Store = message.Store ?? channel.Store,
            Channel = channel.Id,
            ChannelKind = channel.Kind,
            Department = message.Department ?? channel.Department,
            Customer = customer?.Id ?? await customers.AddAsync(message.Sender, message.From.Name, kept.At, ct),
            From = message.From,
            LastMessageAt = kept.At,
            LastDirection = Direction.In,
            CreatedAt = kept.At,
            Fields = message.Fields,
            Facets = message.Facets,
            FollowUpOf = before is null ? null : new TicketName(before.Id, before.Number),
        };
        var change = Receiving.Open(blank, kept with { TicketId = id, Search = KeepMessage.Words(kept, number) }, await settings.WorkflowAsync(ct));
        change = await screen.RunAsync(change, message, blocked, customer?.Id, ct);
        if (change.Ticket.Spam is null)
        {
            change = await suggest.RunAsync(change, ct);
            change = await runRules.OnAsync(change, null, RuleWhen.NewTicket, change.NewMessages[0], ct);
            change = await confirm.RunAsync(change, message, ct);
        }
        await numbered;
        if (await tickets.CommitAsync(change, ct) != CommitOutcome.Committed) return await JoinOpenedAsync(id, message, kept, channel, customer, ct);
        await dispatch.RunAsync(change.Outbox, ct);
        if (change.Ticket.Active) await assignBacklog.RunAsync(change.Ticket.Department, ct); // a crash before it costs a minute
        return change.Ticket;
    }

    /// <summary>Joins the ticket that another message of the thread has opened, or the same message before.</summary>
    private async Task<Ticket> JoinOpenedAsync(string id, InboundMessage message, Message kept, Channel channel, Target? customer, CancellationToken ct)
    {
        var opened = await findTicket.FollowAsync(id, ct) ?? throw new InvalidOperationException($"Ticket {id} is gone.");
        var next = Own(message, channel, opened.Value);
        return id != next && await IsOverAsync(opened.Value, message, kept.At, ct)
            ? await OpenAsync(next, message, kept, channel, opened.Value, blocked: false, customer, ct)
            : await JoinAsync(opened, kept, ct);
    }

    private async Task<Stored<Ticket>> ReadAsync(string id, CancellationToken ct) =>
        await tickets.ReadAsync(id, ct) ?? throw new InvalidOperationException($"Ticket {id} is gone.");
}
