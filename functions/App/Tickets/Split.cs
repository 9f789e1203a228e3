using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Tickets;

/// <summary>A split that has been decided and is not done yet. It lies with the old ticket, which has at most one, and whoever meets it can finish it.</summary>
public sealed record Split
{
    /// <summary>The ticket the messages are in.</summary>
    public required TicketName From { get; init; }

    /// <summary>The ticket they go to.</summary>
    public required TicketName Into { get; init; }

    /// <summary>What that one is about.</summary>
    public required string Subject { get; init; }

    /// <summary>Ids of the messages, oldest first.</summary>
    public required IReadOnlyList<string> Messages { get; init; }

    /// <summary>Who decided it.</summary>
    public required Actor By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When the sweep should finish it if nobody has by then.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>The id of the ticket that begins with this message of another: the same whoever asks, and however often.</summary>
    public static string IdOf(string ticketId, string messageId) => Ids.Derive("split", ticketId, messageId);

    /// <summary>What of a ticket's messages, oldest first, goes with the chosen one, or why it cannot go.</summary>
    public static Outcome<IReadOnlyList<Message>> Choose(IReadOnlyList<Message> messages, string messageId, bool andLater)
    {
        var first = messages.TakeWhile(m => m.Id != messageId).Count();
        if (first == messages.Count) return TicketProblems.NoSuchMessage;
        if (messages[first].Direction != Direction.In) return TicketProblems.NotFromCustomer;
        Message[] going = [.. messages.Skip(first).Take(andLater ? messages.Count : 1)];
        if (going.Any(IsOnItsWay)) return TicketProblems.StillSending;
        return messages.Where((_, at) => at < first || at >= first + going.Length).Any(IsSaid) ? going : TicketProblems.NothingLeft;
    }

    private static bool IsSaid(Message message) => message.Direction == Direction.In || message is { Direction: Direction.Out, Auto: false };

    /// <summary>True for an answer that has yet to leave, or is leaving.</summary>
    public static bool IsOnItsWay(Message message) => message.Delivery is { State: DeliveryState.Queued or DeliveryState.Sending };

    /// <summary>The message as it stands in its new ticket.</summary>
    public Message Copy(Message message) => message with { TicketId = Into.Id, Version = 1, Search = KeepMessage.Words(message, Into.Number) };

    /// <summary>What is left where the message was.</summary>
    public Message Mark(Message message) => new()
    {
        Id = message.Id,
        TicketId = message.TicketId,
        Version = message.Version,
        Direction = message.Direction,
        Channel = message.Channel,
        ChannelKind = message.ChannelKind,
        From = message.From,
        Author = message.Author,
        Text = "",
        ReplyText = "",
        Auto = message.Auto,
        SentAt = message.SentAt,
        At = message.At,
        MovedTo = Into,
    };

    /// <summary>The change that begins the new ticket: the same customer's and owner's, and the shop's turn.</summary>
    public Change Begin(Ticket old, IReadOnlyList<Message> copies, TicketWorkflow workflow)
    {
        var open = workflow.First(Category.Open);
        var ticket = new Ticket
        {
            Id = Into.Id,
            Number = Into.Number,
            Subject = Subject,
            State = open.Key,
            Category = open.Category,
            Review = old.Review,
            Store = old.Store,
            Channel = old.Channel,
            ChannelKind = old.ChannelKind,
            Department = old.Department,
            Assignee = old.Assignee,
            Customer = old.Customer,
            From = old.From,
            ReadBy = [.. old.ReadBy.Append(By.Id!).Distinct()],
            LastMessageAt = copies[^1].At,
            LastDirection = Direction.In,
            CreatedAt = copies[0].At,
            SplitFrom = From,
        };
        return new Change(ticket.Retold(copies), null) { Events = [Event("split-from", ticket, From)] };
    }

    /// <summary>The change after which the old ticket is told by what was left in it.</summary>
    public Change End(Stored<Ticket> old, IReadOnlyList<Message> left)
    {
        var ticket = old.Value.Retold(left) with { Version = old.Value.Version + 1 };
        return new Change(ticket, old.ETag) { Events = [Event("split", ticket, Into)] };
    }

    private TicketEvent Event(string kind, Ticket ticket, TicketName other) => new(
        $"{kind}-{Into.Id}", ticket.Id, kind, By, At, ticket.Version, new Dictionary<string, string?>(),
        new Dictionary<string, string?> { ["ticket"] = other.Id, ["number"] = $"{other.Number}", ["messages"] = $"{Messages.Count}" });
}
