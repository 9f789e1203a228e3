using HelpdeskMx.Agents;
using HelpdeskMx.Automation;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Replies;

/// <summary>Puts into a change the mails its action sends by itself, so that they are saved with it or not at all.</summary>
/// <remarks>They are marked as automatic (RFC 3834 §5). What the desk sends without anybody asking is bounded by <see cref="AutoMailCaps"/>.</remarks>
public sealed class MailByAction(Settings settings, FillReply fill, OwnAddresses own, AutoMailCaps caps, Answering answering)
{
    /// <summary>The change with the mails in it; one without a mail to send is the same change.</summary>
    public async Task<Change> WithAsync(Change change, Step step, CancellationToken ct)
    {
        foreach (var (mail, n) in step.Action.Mails.Select((m, n) => (m, n)))
        {
            if ((await settings.SavedRepliesAsync(ct)).FirstOrDefault(r => r.Id == mail.Reply) is not { } reply) continue; // nothing is sent in place of words that are gone
            var id = Ids.Derive("mail", step.RequestId, step.Action.Key, $"{n}");
            if (mail.To.Contains(MailTo.Customer)) change = await ToCustomerAsync(change, reply.Texts, id, step, ct);
            change = await ToAgentsAsync(change, mail, reply.Texts, id, step, ct);
        }
        return change;
    }

    /// <summary>The change with these words to the ticket's customer, the way they came; unchanged where nobody is there to read them.</summary>
    public async Task<Change> ToCustomerAsync(Change change, IReadOnlyDictionary<string, string> texts, string id, Step step, CancellationToken ct)
    {
        var ticket = change.Ticket;
        var text = (await fill.FillAsync(texts, ticket, step.By, ct)).Text;
        if (ticket.Lines.LastOrDefault(l => l.Channel == ticket.AnswerBy) is { } line)
        {
            if (LineRules.Fault(line, new ActionRequest { Text = text }, [], step.At) is not null || !await MaySendAsync(line.Address.Value, id, step, ct)) return change;
            return With(change, Blank(id, ticket, step, text) with { Channel = line.Channel, ChannelKind = line.Kind, To = [line.Address] });
        }
        var to = OwnAddresses.Without(ticket.AnswerTo, await own.AllAsync(ct)).Where(a => MailAddresses.CanReceive(a.Value)).ToArray();
        return to.Length > 0 && await MaySendAsync(to[0].Value, id, step, ct) ? await MailedAsync(change, Blank(id, ticket, step, text) with { To = to }, ct) : change;
    }

    /// <summary>Words among agents with their gaps filled.</summary>
    public async Task<string> WordsAsync(string text, Ticket ticket, Step step, CancellationToken ct) =>
        (await fill.FillAsync(new Dictionary<string, string> { ["en"] = text }, ticket, step.By, ct)).Text;

    private async Task<Change> ToAgentsAsync(Change change, ActionMail mail, IReadOnlyDictionary<string, string> texts, string id, Step step, CancellationToken ct)
    {
        var ticket = change.Ticket;
        var agents = (await settings.AgentsAsync(ct)).Where(a => a.Active && a.Id != step.By.Id && Rights.MaySee(a, ticket)).ToArray();
        var lead = (await settings.DepartmentsAsync(ct)).FirstOrDefault(d => d.Id == ticket.Department)?.Lead;
        bool IsMeant(Agent agent) => (mail.To.Contains(MailTo.Assignee) && agent.Id == ticket.Assignee)
            || (mail.To.Contains(MailTo.DepartmentLead) && agent.Id == lead) || (mail.To.Contains(MailTo.Followers) && ticket.Followers.Contains(agent.Id));
        var meant = agents.Where(IsMeant).ToArray();
        Address[] to = [.. meant.Select(a => new Address(a.Name, a.Email)), .. mail.Address is { } address ? [new Address(null, address)] : Array.Empty<Address>()];
        if (to.Length == 0) return change;
        var text = (await fill.FillAsync(texts, ticket, step.By, ct, meant.FirstOrDefault()?.Language)).Text;
        return await MailedAsync(change, Blank(Ids.Derive("inside", id), ticket, step, text) with { Direction = Direction.System, To = to }, ct);
    }

    private async Task<bool> MaySendAsync(string address, string id, Step step, CancellationToken ct) =>
        !step.By.IsDesk || ((address.IndexOf('@', StringComparison.Ordinal) < 0 || ConfirmReceipt.IsSomebody(address)) && await caps.TakeAsync(address, id, ct));

    private async Task<Change> MailedAsync(Change change, Message mail, CancellationToken ct)
    {
        var stores = await settings.StoresAsync(ct);
        if (Answering.Sender(change.Ticket, await settings.ChannelsAsync(ct), stores) is not { } from) return change;
        var inside = mail.Direction == Direction.System;
        return With(change, mail with
        {
            Channel = from.Channel.Id,
            ChannelKind = from.Channel.Kind,
            From = from.Address,
            Subject = inside ? $"#{change.Ticket.Number} {change.Ticket.Subject}" : Answering.AnswerSubject(change.Ticket),
            MessageId = Answering.MessageIdOf(mail.Id, from.Address),
            InReplyTo = inside || change.Ticket.Thread.Count == 0 ? null : change.Ticket.Thread[^1],
            References = inside ? [] : change.Ticket.Thread,
            Notice = !inside && from.Store is { Portal.Notice: true } store ? await answering.NoticeAsync(change.Ticket, store, mail.To[0], ct) : null,
        });
    }

    private static Message Blank(string id, Ticket ticket, Step step, string text) => new()
    {
        Id = id,
        TicketId = ticket.Id,
        Direction = Direction.Out,
        Channel = ticket.Channel,
        ChannelKind = ticket.ChannelKind,
        From = new Address(step.By.Name, ""),
        Text = text,
        ReplyText = text,
        Auto = true,
        At = step.At,
        Delivery = new Delivery(DeliveryState.Queued, step.At),
    };

    private static Change With(Change change, Message mail)
    {
        var ticket = mail.Direction == Direction.System ? change.Ticket : change.Ticket.With(mail) with { ReadBy = change.Ticket.ReadBy };
        return change with
        {
            Ticket = ticket,
            NewMessages = [.. change.NewMessages, mail with { Version = ticket.Version, Search = KeepMessage.Words(mail, ticket.Number) }],
            Outbox = [.. change.Outbox, Answering.Row(mail, mail.At)],
        };
    }
}
