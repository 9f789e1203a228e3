using HelpdeskMx.Tickets;

namespace HelpdeskMx.Sending;

/// <summary>How long the desk keeps trying a mail server that puts it off (RFC 5321 §4.5.4.1): soon at first, for about two days in all.</summary>
public static class Patience
{
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1),
        TimeSpan.FromHours(2), TimeSpan.FromHours(4), TimeSpan.FromHours(8), TimeSpan.FromHours(12), TimeSpan.FromHours(24),
    ];

    /// <summary>The row for the next try, not before what the carrier asked for; null when the desk gives up.</summary>
    public static OutboxRow? Next(OutboxRow row, DateTimeOffset now, TimeSpan? after = null)
    {
        if (row.Attempts >= Waits.Length) return null;
        var wait = Waits[row.Attempts];
        return row with { State = DeliveryState.Queued, Attempts = row.Attempts + 1, DueAt = now + (after > wait ? after.Value : wait) };
    }
}
