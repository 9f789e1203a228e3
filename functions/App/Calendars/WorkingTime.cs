using NodaTime;

namespace HelpdeskMx.Calendars;

/// <summary>Whether it is open, since when and until when; null where that is not known or not within ten years.</summary>
public sealed record HoursNow(bool Open, DateTimeOffset? Since, DateTimeOffset? Until)
{
    /// <summary>Without a calendar it never closes.</summary>
    public static HoursNow Always { get; } = new(true, null, null);
}

/// <summary>A calendar ready to be asked. It counts time that really passes: an hour the clocks skip is none, one they repeat within a span is two.</summary>
/// <remarks>Local times become instants as <see cref="WallClock"/> says. Answers come from walking days, never minutes; every search ends after ten years.</remarks>
public sealed class WorkingTime
{
    private const int FarthestDays = 3660;
    private readonly record struct Stretch(long From, long To);

    private readonly DateTimeZone zone;
    private readonly (int From, int To)[][] week;
    private readonly Dictionary<HolidayDate, (int From, int To)[]> holidays;
    private readonly bool always, never;

    /// <summary>Reads a calendar that has no faults.</summary>
    public WorkingTime(Calendar calendar)
    {
        zone = DateTimeZoneProviders.Tzdb[calendar.TimeZone];
        week = [.. calendar.Week.Days.Select(d => Read(d.Spans))];
        holidays = calendar.Holidays.ToDictionary(h => HolidayDate.Read(h.Date)!.Value, h => Read(h.Spans));
        always = week.Concat(holidays.Values).All(IsWhole);
        never = week.Concat(holidays.Values).All(d => d.Length == 0);
    }

    /// <summary>True from the beginning of a span up to, and without, its end.</summary>
    public bool IsOpenAt(DateTimeOffset at) => After(at.UtcTicks, 1).FirstOrDefault() is { To: > 0 } next && next.From <= at.UtcTicks;

    /// <summary>The first instant from <paramref name="at"/> on at which it is open, <paramref name="at"/> itself while it is; null when there is none.</summary>
    public DateTimeOffset? OpenFrom(DateTimeOffset at) =>
        After(at.UtcTicks, FarthestDays).FirstOrDefault() is { To: > 0 } next ? Time(Math.Max(next.From, at.UtcTicks)) : null;

    /// <summary>The first instant from <paramref name="at"/> on at which it is closed, <paramref name="at"/> itself while it is; null when there is none.</summary>
    public DateTimeOffset? ClosedFrom(DateTimeOffset at)
    {
        if (always) return null;
        var end = at.UtcTicks;
        foreach (var stretch in After(end, FarthestDays))
        {
            if (stretch.From > end) return Time(end);
            end = stretch.To;
        }
        return end - at.UtcTicks < (FarthestDays - 1) * TimeSpan.TicksPerDay ? Time(end) : null;
    }

    /// <summary>How it stands at an instant.</summary>
    public HoursNow At(DateTimeOffset at) => IsOpenAt(at) ? new(true, OpenSince(at.UtcTicks), ClosedFrom(at)) : new(false, ClosedSince(at.UtcTicks), OpenFrom(at));

    /// <summary>How long it is open from one instant to another; nothing where the second is not later.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        var worked = 0L;
        foreach (var stretch in After(from.UtcTicks, (int)Math.Max(0, (to - from).Days) + 2))
        {
            if (stretch.From >= to.UtcTicks) break;
            worked += Math.Min(stretch.To, to.UtcTicks) - Math.Max(stretch.From, from.UtcTicks);
        }
        return TimeSpan.FromTicks(worked);
    }

    /// <summary>The first instant by which it was open for so long since <paramref name="start"/>; <paramref name="start"/> itself for no work, null where ten years do not hold so much.</summary>
    public DateTimeOffset? Due(DateTimeOffset start, TimeSpan work)
    {
        if (work <= TimeSpan.Zero) return start;
        var left = work.Ticks;
        foreach (var stretch in After(start.UtcTicks, FarthestDays))
        {
            var begin = Math.Max(stretch.From, start.UtcTicks);
            if (stretch.To - begin >= left) return Time(begin + left);
            left -= stretch.To - begin;
        }
        return null;
    }

    private DateTimeOffset? OpenSince(long at)
    {
        if (always) return null;
        long? since = null;
        foreach (var stretch in Before(at, FarthestDays))
        {
            if (since is not null && stretch.To < since) return Time(since.Value);
            since = stretch.From;
        }
        return since is { } first && at - first < (FarthestDays - 1) * TimeSpan.TicksPerDay ? Time(first) : null;
    }

    private DateTimeOffset? ClosedSince(long at) => Before(at, FarthestDays).FirstOrDefault() is { To: > 0 } last ? Time(last.To) : null;

    /// <summary>What is open from an instant on, within so many days, in order.</summary>
    private IEnumerable<Stretch> After(long at, int days)
    {
        if (never) yield break;
        var clock = new WallClock(zone);
        var date = clock.DateAt(at);
        for (var last = date.AddDays(days); date <= last; date = date.AddDays(1))
        {
            foreach (var (from, to) in SpansOn(date))
            {
                var stretch = new Stretch(clock.At(date, from), clock.At(date, to));
                if (stretch.To > at && stretch.To > stretch.From) yield return stretch;
            }
        }
    }

    /// <summary>What was open before or at an instant, within so many days, the latest first.</summary>
    private IEnumerable<Stretch> Before(long at, int days)
    {
        if (never) yield break;
        var clock = new WallClock(zone);
        var date = clock.DateAt(at);
        for (var last = date.AddDays(-days); date >= last; date = date.AddDays(-1))
        {
            var spans = SpansOn(date);
            for (var i = spans.Length - 1; i >= 0; i--)
            {
                var stretch = new Stretch(clock.At(date, spans[i].From), clock.At(date, spans[i].To));
                if (stretch.From <= at && stretch.To > stretch.From) yield return stretch;
            }
        }
    }

    private (int From, int To)[] SpansOn(DateOnly date)
    {
        if (holidays.Count > 0)
        {
            if (holidays.TryGetValue(new(date.Year, date.Month, date.Day), out var once)) return once;
            if (holidays.TryGetValue(new(null, date.Month, date.Day), out var yearly)) return yearly;
        }
        return week[((int)date.DayOfWeek + 6) % 7];
    }

    private static (int From, int To)[] Read(IReadOnlyList<Span>? spans) =>
        [.. (spans ?? []).Select(s => (From: Span.Minutes(s.From)!.Value, To: Span.Minutes(s.To)!.Value)).OrderBy(s => s.From)];

    private static bool IsWhole((int From, int To)[] spans)
    {
        var end = 0;
        foreach (var (from, to) in spans)
        {
            if (from > end) return false;
            end = to;
        }
        return end == Span.Midnight;
    }

    private static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);
}
