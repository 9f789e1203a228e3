using HelpdeskMx.Tickets;

namespace HelpdeskMx.Tests.Labels;

/// <summary>Tickets that an agent has labelled.</summary>
internal static class Labelled
{
    private static readonly DateTimeOffset Day = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The change that creates a ticket with this mail and its labels.</summary>
    public static Change Ticket(string id, LabelledMail mail)
    {
        var from = new Address("Anna", "anna@example.com");
        var message = new Message { Id = $"m-{id}", TicketId = id, Direction = Direction.In, Channel = "support", ChannelKind = ChannelKind.Email, From = from, Text = mail.Text, ReplyText = mail.Text, At = Day };
        var ticket = new Ticket
        {
            Id = id,
            Number = 1,
            Subject = "",
            State = "open",
            Category = Category.Open,
            Store = "demo",
            Channel = "support",
            ChannelKind = ChannelKind.Email,
            Department = "support",
            Customer = "anna",
            From = from,
            LastMessageAt = Day,
            LastDirection = Direction.In,
            CreatedAt = Day,
            Labels = mail.Labels,
        };
        return new Change(ticket, null) { NewMessages = [message] };
    }
}
