using HelpdeskMx.Platform;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Tickets;

/// <summary>What a customer's message does to a ticket.</summary>
public static class Receiving
{
    private const int MostParticipants = 100;
    private const int PreviewLength = 160;
    private const int MostCopies = 20;
    private const int SpokenSubject = 80;
    private const int LongestThread = 20;

    /// <summary>Begins a ticket with its first message.</summary>
    public static Change Open(Ticket blank, Message message, TicketWorkflow workflow)
    {
        var state = workflow.First(Category.New);
        var ticket = (blank with { State = state.Key, Category = state.Category }).With(message);
        var created = new TicketEvent($"created-{ticket.Id}", ticket.Id, "created", By(message), message.At, ticket.Version,
            new Dictionary<string, string?>(), new Dictionary<string, string?> { ["state"] = state.Key }, message.Id);
        return new Change(ticket, null) { NewMessages = [message with { Version = ticket.Version }], Events = [created] };
    }

    /// <summary>Adds a message to a ticket. A person's message makes it the shop's turn; a machine's changes no state, unless mail came back.</summary>
    public static Change Receive(this Stored<Ticket> stored, Message message, TicketWorkflow workflow)
    {
        var before = stored.Value;
        var ticket = (before with { Version = before.Version + 1, SnoozedUntil = message.Auto ? before.SnoozedUntil : null, Later = message.Auto ? before.Later : [.. before.Later.Where(l => l.Held)] }).With(message);
        var wakes = (!message.Auto || message.Bounce is not null) && before.Category is not (Category.New or Category.Open);
        message = message with { Version = ticket.Version };
        TicketEvent[] stopped = ticket.Later.Count == before.Later.Count ? [] : [Event($"later-stopped-{message.Id}", "later-stopped", message, ticket, null, null)];
        if (!wakes) return new Change(ticket, stored.ETag) { NewMessages = [message], Events = stopped };

        var open = workflow.First(Category.Open);
        ticket = ticket with { State = open.Key, Category = open.Category };
        return new Change(ticket, stored.ETag) { NewMessages = [message], Events = [Event($"received-{message.Id}", "received", message, ticket, before.State, message.Id), .. stopped] };
    }

    private static TicketEvent Event(string id, string kind, Message message, Ticket ticket, string? was, string? messageId) => new(id, ticket.Id, kind, By(message), message.At, ticket.Version,
        was is null ? new Dictionary<string, string?>() : new Dictionary<string, string?> { ["state"] = was }, was is null ? new Dictionary<string, string?>() : new Dictionary<string, string?> { ["state"] = ticket.State }, messageId);

    /// <summary>The ticket with this message as its last.</summary>
    public static Ticket With(this Ticket ticket, Message message)
    {
        var spoken = message is { Direction: Direction.In } or { Direction: Direction.Out, Auto: false, Repeats.Count: 0 }; // what the desk confirms by itself is no answer
        var mailed = !message.ChannelKind.IsLine();
        return ticket with
        {
            Messages = ticket.Messages + 1,
            Notes = (ticket.Messages == 0 ? 0 : ticket.Notes) + (message.Direction == Direction.Note ? 1 : 0),
            Attachments = ticket.Attachments + message.Attachments.Count,
            LastMessageAt = message.At > ticket.LastMessageAt ? message.At : ticket.LastMessageAt,
            LastDirection = spoken ? message.Direction : ticket.LastDirection,
            Preview = spoken ? PreviewOf(message) : ticket.Preview,
            ReadBy = message.Author is { } author ? [author] : [],
            AnswerTo = message switch
            {
                { Direction: Direction.In, Auto: false } when mailed || message.ReplyTo is not null => [message.ReplyTo ?? message.From],
                { Direction: Direction.Out, Auto: false } when mailed => message.To,
                _ => ticket.AnswerTo,
            },
            AnswerCc = message switch
            {
                // Who answers on the page of a request names nobody, so whoever got copies goes on getting them.
                { Direction: Direction.In, Auto: false, ChannelKind: ChannelKind.Form } when ticket.AnswerTo.Any(a => Same(a.Value, message.From.Value)) => [.. ticket.AnswerCc.Where(a => !Same(a.Value, message.From.Value))],
                { Direction: Direction.In, Auto: false } when mailed => [.. message.To.Concat(message.Cc).Where(a => !Same(a.Value, message.From.Value)).Take(MostCopies)],
                { Direction: Direction.Out, Auto: false } when mailed => message.Cc,
                _ => ticket.AnswerCc,
            },
            AnswerBy = message is { Direction: Direction.In, Auto: false } ? message.Channel : ticket.AnswerBy,
            Lines = ticket.Lines.With(message),
            Thread = mailed && message.MessageId is { } id ? [.. ticket.Thread.TakeLast(LongestThread - 1), id] : ticket.Thread,
            Participants = message.Direction switch
            {
                Direction.In when mailed => ticket.Joined([message.From, .. message.To, .. message.Cc]),
                Direction.In when message.ReplyTo is { } mail => ticket.Joined([mail]),
                Direction.Out when mailed => ticket.Joined([.. message.To, .. message.Cc]),
                _ => ticket.Participants,
            },
        };
    }

    /// <summary>What a ticket is called that a message opens: by its subject, and where its channel knows none, by how it begins or by its first file.</summary>
    public static string SubjectOf(Message message) => message.Subject.Length > 0 || !message.ChannelKind.IsLine()
        ? message.Subject
        : Excerpt.Of(message.Text.Length > 0 || message.Attachments.Count == 0 ? message.Text : message.Attachments[0].Name, SpokenSubject);

    /// <summary>What a list shows of a message.</summary>
    public static string PreviewOf(Message message) => Excerpt.Of(message.ReplyText, PreviewLength);

    /// <summary>The ticket as these messages alone tell it, oldest first; what agents decided and have read stays.</summary>
    public static Ticket Retold(this Ticket ticket, IReadOnlyList<Message> messages)
    {
        var untold = ticket with
        {
            Messages = 0,
            Attachments = 0,
            LastMessageAt = DateTimeOffset.MinValue,
            Preview = "",
            AnswerTo = [],
            AnswerCc = [],
            AnswerBy = null,
            Lines = [],
            Thread = [],
            Participants = [],
            Review = ticket.Review && messages.Any(m => m.Review is not null),
        };
        return messages.Aggregate(untold, With) with { ReadBy = ticket.ReadBy };
    }

    /// <summary>True if this address wrote in the ticket or was written to.</summary>
    public static bool TakesPart(this Ticket ticket, string address) => ticket.Participants.Any(p => Same(p.Value, address));

    /// <summary>True if two addresses are one mailbox as far as anybody can tell.</summary>
    public static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Everybody outside the shop who takes part, with these.</summary>
    public static IReadOnlyList<Address> Joined(this Ticket ticket, IEnumerable<Address> more) =>
        [.. ticket.Participants.Concat(more).DistinctBy(a => a.Value.ToLowerInvariant()).Take(MostParticipants)];

    private static Actor By(Message message) => new(ActorKind.Customer, null, message.From.Name ?? message.From.Value);
}
