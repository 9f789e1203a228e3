using HelpdeskMx.Agents;
using HelpdeskMx.Channels;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Portal;
using HelpdeskMx.Sending.Meta;

namespace HelpdeskMx.Tickets;

/// <summary>Where answers come from.</summary>
/// <param name="Channel">The mail channel they leave by.</param>
/// <param name="Address">The store's name and the channel's address.</param>
/// <param name="Store">The channel's store; null where it is gone.</param>
public sealed record AnswerFrom(Channel Channel, Address Address, Store? Store);

/// <summary>Makes an agent's answer ready to leave: recipients frozen, Message-ID its own, a row in the outbox.</summary>
public sealed class Answering(Settings settings, OwnAddresses own, Reach reach, MessageTemplates templates, PortalLinks links)
{
    /// <summary>The most addresses one answer goes to.</summary>
    public const int MostRecipients = 50;

    /// <summary>The mail channel a ticket is answered from: the one asked for, else its own, else the first of its store, rather one that is on. Null where there is none.</summary>
    public static AnswerFrom? Sender(Ticket ticket, IReadOnlyList<Channel> channels, IReadOnlyList<Store> stores, string? asked = null)
    {
        var channel = channels.FirstOrDefault(c => c.Id == (asked ?? ticket.Channel) && c.Address is not null)
            ?? channels.Where(c => c.Store == ticket.Store && c.Address is not null).OrderByDescending(c => c.Active).FirstOrDefault();
        var store = stores.FirstOrDefault(s => s.Id == channel?.Store);
        return channel is null ? null : new(channel, new Address(store?.Name, channel.Address!), store);
    }

    /// <summary>The change in which a ticket is answered.</summary>
    public async Task<Outcome<Change>> ReplyAsync(Stored<Ticket> found, ActionRequest request, IReadOnlyList<Attachment> files, Step step, CancellationToken ct)
    {
        var ticket = found.Value;
        if (request.Template is null && Acting.IsBlank(request) && files.Count == 0) return TicketProblems.NothingWritten;
        if (Written.Fault(request) is { } tooMuch) return tooMuch;
        var (channels, stores) = (await settings.ChannelsAsync(ct), await settings.StoresAsync(ct));
        if (await LineAsync(ticket, request.Channel, step.By, ct) is { } line) return await OnLineAsync(found with { Value = ticket.Joining(line) }, line, stores.FirstOrDefault(s => s.Id == ticket.Store), request, files, step, ct);
        if (request.Template is not null || request.HumanAgent) return TicketProblems.NotOnThisChannel;
        if (Sender(ticket, channels, stores, request.Channel) is not { } from) return TicketProblems.NoSender;
        if (request.Channel is not null && request.Channel != from.Channel.Id) return TicketProblems.NotReached;

        var mine = await own.AllAsync(ct);
        var to = OwnAddresses.Without(request.To ?? ticket.AnswerTo, mine);
        var cc = OwnAddresses.Without(request.Cc ?? ticket.AnswerCc, mine).Where(c => !to.Any(t => Receiving.Same(t.Value, c.Value))).ToArray();
        if (to.Count == 0) return TicketProblems.NoRecipient;
        if (to.Concat(cc).FirstOrDefault(a => !MailAddresses.CanReceive(a.Value)) is { } bad) return TicketProblems.BadAddress(bad.Value);
        if (to.Count + cc.Length > MostRecipients) return Problems.Field("to", $"An answer goes to at most {MostRecipients} addresses.");

        var notice = request.Notice ?? from.Store?.Portal.Notice ?? false ? await NoticeAsync(ticket, from.Store, to[0], ct) : null;
        if (request.Notice is true && notice is null) return TicketProblems.NoPage;
        var text = request.Text ?? "";
        var (html, shown) = Written.Html(request, files);
        var answer = new Message
        {
            Id = step.MessageId,
            TicketId = ticket.Id,
            Direction = Direction.Out,
            Channel = from.Channel.Id,
            ChannelKind = from.Channel.Kind,
            From = from.Address,
            Author = step.By.Id,
            To = to,
            Cc = cc,
            Subject = AnswerSubject(ticket),
            Text = text,
            ReplyText = text,
            Html = html,
            Attachments = shown,
            MessageId = MessageIdOf(step.MessageId, from.Address),
            InReplyTo = ticket.Thread.Count > 0 ? ticket.Thread[^1] : null,
            References = ticket.Thread,
            At = step.At,
            Delivery = new Delivery(DeliveryState.Queued, step.At),
            Signature = Signature(from.Store, step.By),
            Quotes = from.Store?.Quotes,
            Notice = notice,
        };
        return Acting.Said(found, answer, step) with { Outbox = [Row(answer, step.At)] };
    }

    /// <summary>The notice that leads to what is answered, in the language the customer writes; null where there is no page to lead to.</summary>
    public async Task<MailNotice?> NoticeAsync(Ticket ticket, Store? store, Address to, CancellationToken ct)
    {
        var language = Languages.Guess(ticket.LastDirection == Direction.In ? ticket.Preview : ticket.Subject) ?? store?.Language ?? "en";
        return await links.UrlAsync(ticket, store, to, language, ct) is { } url ? new(language, url) : null;
    }

    private async Task<Line?> LineAsync(Ticket ticket, string? asked, Agent by, CancellationToken ct) =>
        (asked ?? ticket.AnswerBy) is { } channel ? (await reach.LinesAsync(ticket, by, ct)).LastOrDefault(l => l.Channel == channel) : null;

    /// <summary>An answer on a line: plain words and files, to whoever is at its other end.</summary>
    private async Task<Outcome<Change>> OnLineAsync(Stored<Ticket> found, Line line, Store? store, ActionRequest request, IReadOnlyList<Attachment> files, Step step, CancellationToken ct)
    {
        if (request.Notice is true) return TicketProblems.NotAsNotice;
        if (LineRules.Fault(line, request, files, step.At) is { } fault) return fault;
        var filled = request.Template is null ? (Outcome<RenderedTemplate?>)(RenderedTemplate?)null : await templates.FillAsync(line.Channel, request.Template, ct);
        if (filled.Problem is { } problem) return problem;
        var text = filled.Value?.Text ?? request.Text ?? "";
        var answer = new Message
        {
            Id = step.MessageId,
            TicketId = found.Value.Id,
            Direction = Direction.Out,
            Channel = line.Channel,
            ChannelKind = line.Kind,
            From = new Address(step.By.Name, store?.Name ?? ""),
            Author = step.By.Id,
            To = [line.Address],
            Text = text,
            ReplyText = text,
            Attachments = files,
            At = step.At,
            Delivery = new Delivery(DeliveryState.Queued, step.At),
            HumanAgent = request.HumanAgent && line.WindowEndsAt <= step.At,
            Template = filled.Value?.Template,
        };
        return Acting.Said(found, answer, step) with { Outbox = [Row(answer, step.At)] };
    }

    private static string? Signature(Store? store, Agent by) => string.IsNullOrEmpty(store?.Signature)
        ? null
        : store.Signature.Replace("{agent}", by.Name, StringComparison.Ordinal).Replace("{store}", store.Name, StringComparison.Ordinal);

    /// <summary>The row that sends an answer; the sweep looks at it where nothing else has by then.</summary>
    public static OutboxRow Row(Message answer, DateTimeOffset at) =>
        new() { Id = answer.Id, TicketId = answer.TicketId, DueAt = at + Dispatch.Patience };

    /// <summary>What a mail of the desk calls itself: made before the first try, and the same at every other.</summary>
    public static string MessageIdOf(string id, Address from) => $"{id}@{from.Value[(from.Value.LastIndexOf('@') + 1)..]}";

    /// <summary>The ticket's subject as an answer to it, with its number once.</summary>
    public static string AnswerSubject(Ticket ticket)
    {
        var subject = ticket.Subject.Length == 0 ? "" : ticket.Subject.StartsWith("re:", StringComparison.OrdinalIgnoreCase) || ticket.Thread.Count == 0 ? ticket.Subject : $"Re: {ticket.Subject}";
        var number = $"[#{ticket.Number}]";
        return subject.Contains(number, StringComparison.Ordinal) ? subject : $"{subject} {number}".TrimStart();
    }
}
