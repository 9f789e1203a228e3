using HelpdeskMx.Tickets;

namespace HelpdeskMx.Labels;

/// <summary>What one ticket teaches about labels.</summary>
/// <param name="Text">Its first message.</param>
public sealed record Lesson(string Text)
{
    /// <summary>Labels agents put on it.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Labels of the desk's own that were still there when it was closed.</summary>
    public IReadOnlyList<string> Agreed { get; init; } = [];

    /// <summary>Labels of the desk's own that an agent took off.</summary>
    public IReadOnlyList<string> Removed { get; init; } = [];

    /// <summary>Labels of the desk's own that nobody has looked at; they teach nothing.</summary>
    public IReadOnlyList<string> Unreviewed { get; init; } = [];

    /// <summary>An agent has said something of its labels. Where none has, a ticket says that no label fits only as loudly as agents label at all.</summary>
    public bool Reviewed => Labels.Count + Agreed.Count + Removed.Count > 0;

    /// <summary>What labels are told from: the subject and what the customer wrote, without quotes.</summary>
    public static string TextOf(Message message) => $"{message.Subject}\n{message.ReplyText}";

    /// <summary>True if the ticket teaches anything: somebody has seen to its labels, or is done with it.</summary>
    public static bool Teaches(Ticket ticket) => ticket.MergedInto is null && (IsOver(ticket) || Of(ticket, "").Reviewed);

    /// <summary>What the ticket teaches with its first message.</summary>
    public static Lesson Of(Ticket ticket, Message first) => Of(ticket, TextOf(first));

    private static Lesson Of(Ticket ticket, string text)
    {
        string[] left = [.. ticket.AutoLabels.Intersect(ticket.Labels)];
        return new Lesson(text)
        {
            Labels = [.. ticket.Labels.Except(ticket.AutoLabels)],
            Removed = [.. ticket.AutoLabels.Except(left)],
            Agreed = IsOver(ticket) ? left : [],
            Unreviewed = IsOver(ticket) ? [] : left,
        };
    }

    private static bool IsOver(Ticket ticket) => ticket.Category is Category.Closed or Category.Archived;
}
