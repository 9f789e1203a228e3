using HelpdeskMx.Agents;
using HelpdeskMx.Customers;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Tickets;

/// <summary>A conversation an agent begins.</summary>
public sealed record NewTicket
{
    /// <summary>Id of the mail channel it leaves by; null takes the first.</summary>
    public string? Channel { get; init; }

    /// <summary>The customer.</summary>
    public Address? To { get; init; }

    /// <summary>Who gets a copy.</summary>
    public IReadOnlyList<Address> Cc { get; init; } = [];

    /// <summary>What it is about.</summary>
    public string? Subject { get; init; }

    /// <summary>What is written.</summary>
    public string? Text { get; init; }

    /// <summary>The same as HTML; made from the text where it is missing.</summary>
    public string? Html { get; init; }

    /// <summary>Ids of uploaded files.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];
}

/// <summary>Begins a ticket with an agent's own words to a customer.</summary>
public sealed class StartTicket(
    Tickets tickets, Customers.Customers customers, Settings settings, TicketNumbers numbers, Answering answering, Uploads uploads, Lookups lookups,
    Dispatch dispatch, Live live, TimeProvider clock)
{
    /// <summary>The new ticket, owned by the agent; the same one for the same <c>Idempotency-Key</c>.</summary>
    public async Task<Outcome<Ticket>> RunAsync(NewTicket wanted, Asked asked, Agent by, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(wanted.Subject)) return Problems.Field("subject", "Say what it is about.");
        if (wanted.To is not { } to || !MailAddresses.CanReceive(to.Value)) return TicketProblems.BadAddress(wanted.To?.Value ?? "");
        var channel = (await settings.ChannelsAsync(ct)).FirstOrDefault(c => c is { Active: true, Address: not null } && (wanted.Channel is null || c.Id == wanted.Channel));
        if (channel is null) return TicketProblems.NoSender;
        var files = await uploads.FindAsync(wanted.Attachments, by, ct);
        if (files.Problem is { } missing) return missing;

        var requestId = asked.Key is null ? Ids.Random() : Ids.Derive("start", by.Id, asked.Key);
        var id = Ids.Derive("ticket", requestId);
        if (await tickets.ReadAsync(id, ct) is { } done) return done.Value;

        var now = clock.GetUtcNow();
        var workflow = await settings.WorkflowAsync(ct);
        var open = workflow.First(Category.Open);
        var identity = new Identity("email", to.Value.ToLowerInvariant(), Proven: false);
        var blank = new Ticket
        {
            Id = id,
            Number = await numbers.NextAsync(ct),
            Subject = Excerpt.Of(wanted.Subject, 500),
            State = open.Key,
            Category = open.Category,
            Store = channel.Store,
            Channel = channel.Id,
            ChannelKind = channel.Kind,
            Department = channel.Department,
            Assignee = by.Id,
            Customer = await customers.ForAsync(identity, to.Name, now, ct),
            From = to,
            LastMessageAt = now,
            LastDirection = Direction.Out,
            CreatedAt = now,
            Version = 0,
        };
        var action = workflow.Actions.First(a => a.Kind == ActionKind.Reply);
        var request = new ActionRequest { Text = wanted.Text, Html = wanted.Html, To = [to], Cc = wanted.Cc };
        var written = await answering.ReplyAsync(new Stored<Ticket>(blank, ""), request, files.Value, new Step(requestId, action, by, now, workflow, request.Fields), ct);
        if (written.Problem is { } problem) return problem;

        var change = written.Value with { ETag = null };
        await lookups.AddAsync(Lookups.Number(change.Ticket.Number), new Target(id), ct); // before the ticket, or a crash leaves it without
        if (await tickets.CommitAsync(change, ct) == CommitOutcome.Exists) return (await tickets.ReadAsync(id, ct))!.Value;
        await dispatch.RunAsync(change.Outbox, ct);
        await live.TicketAsync(change.Ticket, ct);
        return change.Ticket;
    }
}
