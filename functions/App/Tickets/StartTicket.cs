using HelpdeskMx.Agents;
using HelpdeskMx.Automation;
using HelpdeskMx.Customers;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Tickets;

/// <summary>A conversation an agent begins.</summary>
public sealed record NewTicket
{
    /// <summary>Id of the channel it leaves by, by mail or, with a template, by WhatsApp; null takes the first mail channel.</summary>
    public string? Channel { get; init; }

    /// <summary>The customer: an e-mail address, or with a template a phone number with its country code.</summary>
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

    /// <summary>For WhatsApp: the template it begins with, in place of words of one's own.</summary>
    public TemplateChoice? Template { get; init; }

    /// <summary>For mail: true for a short notice with a link to the customer's page, false for all of it in the mail; null leaves that to the store.</summary>
    public bool? Notice { get; init; }
}

/// <summary>Begins a ticket with an agent's own words to a customer.</summary>
public sealed class StartTicket(
    Tickets tickets, Customers.Customers customers, Settings settings, TicketNumbers numbers, Answering answering, Uploads uploads, Lookups lookups, RunRules runRules,
    Dispatch dispatch, Live live, TimeProvider clock)
{
    /// <summary>The new ticket, owned by the agent; the same one for the same <c>Idempotency-Key</c>.</summary>
    public async Task<Outcome<Ticket>> RunAsync(NewTicket wanted, Asked request, Agent by, CancellationToken ct)
    {
        var byTemplate = wanted.Template is not null;
        if (!byTemplate && string.IsNullOrWhiteSpace(wanted.Subject)) return Problems.Field("subject", "Say what it is about.");
        var who = byTemplate ? Number(wanted.To) : Mailbox(wanted.To);
        if (who.Problem is { } bad) return bad;
        var (to, identity) = who.Value;
        var channel = (await settings.ChannelsAsync(ct)).FirstOrDefault(c => c.Active && (byTemplate ? c.Kind == ChannelKind.Whatsapp : c.Address is not null) && (wanted.Channel is null || c.Id == wanted.Channel));
        if (channel is null) return byTemplate ? TicketProblems.NotOnThisChannel : TicketProblems.NoSender;
        var open = (await settings.WorkflowAsync(ct)).First(Category.Open);
        if (!Rights.MayDo(by, "start", open.Key, channel.Department)) return Problems.NotAllowed;
        var files = await uploads.FindAsync(wanted.Attachments, by, ct);
        if (files.Problem is { } missing) return missing;

        var requestId = request.Key is null ? Ids.Random() : Ids.Derive("start", by.Id, request.Key);
        var id = Ids.Derive("ticket", requestId);
        if (await tickets.ReadAsync(id, ct) is { } done) return done.Value;

        var now = clock.GetUtcNow();
        var workflow = await settings.WorkflowAsync(ct);
        var blank = new Ticket
        {
            Id = id,
            Number = await numbers.NextAsync(ct),
            Subject = Excerpt.Of(wanted.Subject ?? "", 500),
            State = open.Key,
            Category = open.Category,
            Store = channel.Store,
            Channel = channel.Id,
            ChannelKind = channel.Kind,
            Department = channel.Department,
            Assignee = by.Id,
            StartedBy = by.Id,
            Customer = "",
            From = to,
            Lines = byTemplate ? [new Line(channel.Id, channel.Kind, to, DateTimeOffset.MinValue)] : [], // never heard: only a template may leave
            AnswerBy = byTemplate ? channel.Id : null,
            LastMessageAt = now,
            LastDirection = Direction.Out,
            CreatedAt = now,
            Version = 0,
        };
        var action = workflow.Actions.First(a => a.Kind == ActionKind.Reply);
        var first = byTemplate ? new ActionRequest { Text = wanted.Text, Template = wanted.Template } : new ActionRequest { Text = wanted.Text, Html = wanted.Html, To = [to], Cc = wanted.Cc, Notice = wanted.Notice };
        var written = await answering.ReplyAsync(new Stored<Ticket>(blank, ""), first, files.Value, new Step(requestId, action, by, now, workflow, first.Fields), ct);
        if (written.Problem is { } problem) return problem;

        var change = written.Value with { ETag = null };
        var customer = await customers.ForAsync(identity, to.Name, now, ct);
        change = change with { Ticket = change.Ticket with { Customer = customer, Subject = change.Ticket.Subject.Length > 0 ? change.Ticket.Subject : Excerpt.Of(change.NewMessages[0].Text, 100) } };
        change = await runRules.OnAsync(change, null, RuleWhen.Started, change.NewMessages[0], ct);
        if (byTemplate) await lookups.LeadAsync(Lookups.Line(channel.Id, to.Value), id, ct); // so that what they answer joins it
        await lookups.AddAsync(Lookups.Number(change.Ticket.Number), new Target(id), ct); // before the ticket, or a crash leaves it without
        if (await tickets.CommitAsync(change, ct) == CommitOutcome.Exists) return (await tickets.ReadAsync(id, ct))!.Value;
        await dispatch.RunAsync(change.Outbox, ct);
        await live.TicketAsync(change.Ticket, ct);
        return change.Ticket;
    }

    private static Outcome<(Address, Identity)> Mailbox(Address? to) =>
        to is not null && MailAddresses.CanReceive(to.Value) ? (to, new Identity("email", to.Value.ToLowerInvariant(), Proven: false)) : TicketProblems.BadAddress(to?.Value ?? "");

    /// <summary>A number as WhatsApp names it: country code and number, digits alone.</summary>
    private static Outcome<(Address, Identity)> Number(Address? to)
    {
        var written = to?.Value.Trim() ?? "";
        var digits = new string([.. written.Where(char.IsAsciiDigit)]);
        var isNumber = written.StartsWith('+') && digits.Length is >= 7 and <= 15 && digits[0] != '0' && written.All(c => char.IsAsciiDigit(c) || c is '+' or ' ' or '-' or '(' or ')' or '.');
        return isNumber ? (new Address(to!.Name, digits), new Identity("whatsapp", digits, Proven: false)) : Problems.Field("to", "Give a phone number with its country code, such as +420 777 123 456.");
    }
}
