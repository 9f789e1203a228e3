using NodaTime;
using NodaTime.TimeZones;

namespace HelpdeskMx.Calendars;

/// <summary>The instants of a zone's local times, in UTC ticks: a time that the clocks skip is the moment they jump, one that comes twice is its first.</summary>
/// <remarks>So later local times never come earlier, and spans that meet on the wall meet in fact. It remembers where it looked last and belongs to one walk.</remarks>
internal sealed class WallClock(DateTimeZone zone)
{
    // No gap or overlap is longer than a day; further from a jump than this a local time happens once.
    private const long Clear = 2 * TimeSpan.TicksPerDay;
    private static readonly long Epoch = DateTime.UnixEpoch.Ticks;
    private long since, until, offset;

    /// <summary>When it is so many minutes past midnight on a date.</summary>
    public long At(DateOnly date, int minute)
    {
        var local = date.DayNumber * TimeSpan.TicksPerDay + minute * TimeSpan.TicksPerMinute;
        if (local - offset is var near && near >= since && near < until) return near;
        var found = zone.MapLocal(LocalDateTime.FromDateTime(new DateTime(local)));
        Remember(found.LateInterval);
        return Ticks(found.Count == 0 ? found.LateInterval.Start : found.First().ToInstant());
    }

    /// <summary>The date whose midnight came last.</summary>
    public DateOnly DateAt(long instant)
    {
        var date = Instant.FromUnixTimeTicks(instant - Epoch).InZone(zone).Date.ToDateOnly();
        while (At(date, 0) > instant) date = date.AddDays(-1);
        while (At(date.AddDays(1), 0) <= instant) date = date.AddDays(1);
        return date;
    }

    private void Remember(ZoneInterval interval)
    {
        since = interval.HasStart ? Ticks(interval.Start) + Clear : long.MinValue;
        until = interval.HasEnd ? Ticks(interval.End) - Clear : long.MaxValue;
        offset = interval.WallOffset.Ticks;
    }

    private static long Ticks(Instant instant) => instant.ToUnixTimeTicks() + Epoch;
}
