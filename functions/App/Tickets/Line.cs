namespace HelpdeskMx.Tickets;

/// <summary>Where a ticket's customer is reached by a channel that holds one conversation per person: chat, Messenger, Instagram, WhatsApp.</summary>
/// <param name="Channel">Id of the channel.</param>
/// <param name="Kind">Kind of that channel.</param>
/// <param name="Address">The customer as that channel knows them.</param>
/// <param name="HeardAt">When they last wrote by it.</param>
public sealed record Line(string Channel, ChannelKind Kind, Address Address, DateTimeOffset HeardAt)
{
    /// <summary>How long Meta lets a shop answer freely after a customer's message (Messenger Platform, "Messaging windows"; WhatsApp, "Customer service windows").</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(24);

    /// <summary>When free answers end; null where they never do.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public DateTimeOffset? WindowEndsAt => Kind == ChannelKind.Chat ? null : HeardAt + Window;

    /// <summary>True for the same person by the same channel.</summary>
    public bool IsSame(Line other) => Channel == other.Channel && Address.Value == other.Address.Value;
}

/// <summary>Which channels are lines.</summary>
public static class Lines
{
    /// <summary>True for channels with one conversation per person; mail and forms have threads instead.</summary>
    public static bool IsLine(this ChannelKind kind) => kind is not (ChannelKind.Email or ChannelKind.Form);

    /// <summary>True for those that Meta runs.</summary>
    public static bool IsMeta(this ChannelKind kind) => kind is ChannelKind.Messenger or ChannelKind.Instagram or ChannelKind.Whatsapp;

    /// <summary>The ticket with a line as it stands now, perhaps in another ticket of its customer.</summary>
    public static Ticket Joining(this Ticket ticket, Line line) =>
        ticket with { Lines = ticket.Lines.Any(line.IsSame) ? [.. ticket.Lines.Select(l => l.IsSame(line) ? line : l)] : [line, .. ticket.Lines] };

    /// <summary>The lines with this message heard on its own; only a customer's message is.</summary>
    public static IReadOnlyList<Line> With(this IReadOnlyList<Line> lines, Message message)
    {
        if (message.Direction != Direction.In || !message.ChannelKind.IsLine()) return lines;
        var at = message.SentAt is { } sent && sent < message.At ? sent : message.At;
        var heard = new Line(message.Channel, message.ChannelKind, message.From, at);
        var before = lines.FirstOrDefault(heard.IsSame);
        return [.. lines.Where(l => l != before), before?.HeardAt > at ? heard with { HeardAt = before.HeardAt } : heard];
    }
}
