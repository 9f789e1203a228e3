using System.Collections.Concurrent;
using HelpdeskMx.Channels;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Chat;

/// <summary>How long a chat's visitors have lately waited for a first answer; measured anew every ten minutes.</summary>
public sealed class ReplyTime(Tickets.Tickets tickets, TimeProvider clock)
{
    private const int LookedAt = 10, Fewest = 3;
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(10), Newest = TimeSpan.FromDays(14);
    private readonly ConcurrentDictionary<string, (DateTimeOffset At, Task<TimeSpan?> Value)> measured = new();

    /// <summary>The wait in the middle of the newest tickets; null where there are too few to say.</summary>
    public Task<TimeSpan?> OfAsync(Channel channel)
    {
        var now = clock.GetUtcNow();
        if (!measured.TryGetValue(channel.Id, out var known) || now - known.At > Memory || known.Value.IsFaulted)
            measured[channel.Id] = known = (now, MeasureAsync(channel, now));
        return known.Value;
    }

    /// <summary>How that is said to visitors; empty for nothing.</summary>
    public static string Say(TimeSpan? wait, string language) => wait switch
    {
        null => "",
        { TotalMinutes: <= 50 } soon => ChatWords.Say("reply-minutes", language, $"{Steps(soon.TotalMinutes)}"),
        { TotalHours: <= 36 } today => ChatWords.Say("reply-hours", language, $"{Math.Max(1, Math.Ceiling(today.TotalHours - 0.2)):0}"),
        _ => ChatWords.Say("reply-days", language),
    };

    private static int Steps(double minutes) => minutes <= 5 ? Math.Max(1, (int)Math.Ceiling(minutes)) : (int)Math.Ceiling(minutes / 5) * 5;

    private async Task<TimeSpan?> MeasureAsync(Channel channel, DateTimeOffset now)
    {
        bool[] both = [true, false];
        var pages = await Task.WhenAll(both.Select(active => tickets.ListAsync(q => q with
        {
            Where = [new Condition.Is("channel", channel.Id), new Condition.Is("active", active)],
            OrderBy = [new Order("lastMessageAt", true)],
            PageSize = LookedAt,
        }, CancellationToken.None)));
        var newest = pages.SelectMany(p => p.Items).Where(t => now - t.Value.CreatedAt < Newest).OrderByDescending(t => t.Value.CreatedAt).Take(LookedAt);
        var waits = new List<TimeSpan>();
        foreach (var ticket in newest)
        {
            var said = await tickets.MessagesAsync(ticket.Value.Id, q => q with { OrderBy = [new Order("at")], PageSize = 20 }, CancellationToken.None);
            if (said.Items.FirstOrDefault(m => m.Value is { Direction: Direction.Out, Auto: false }) is { } answer) waits.Add(answer.Value.At - ticket.Value.CreatedAt);
        }
        waits.Sort();
        return waits.Count < Fewest ? null : waits[waits.Count / 2];
    }
}
