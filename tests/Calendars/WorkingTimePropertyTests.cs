using FsCheck;
using FsCheck.Fluent;
using HelpdeskMx.Calendars;
using NodaTime;
using Calendar = HelpdeskMx.Calendars.Calendar;

namespace HelpdeskMx.Tests.Calendars;

/// <summary>What must hold for every calendar in every zone.</summary>
public sealed class WorkingTimePropertyTests
{
    private const int Grid = 5; // minutes; every change of clocks here is a multiple
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(300);

    private static readonly Gen<IReadOnlyList<Span>> Spans =
        from cuts in Gen.Choose(0, Span.Midnight / Grid).Select(c => c * Grid).ListOf(6)
        let times = cuts.Distinct().Order().ToArray()
        select (IReadOnlyList<Span>)[.. Enumerable.Range(0, times.Length / 2).Select(i => new Span(Text(times[2 * i]), Text(times[2 * i + 1])))];

    private static readonly Gen<Holiday> Holidays =
        from day in Gen.Choose(0, 364)
        from yearly in Gen.Elements(true, false)
        from spans in Spans
        let date = new DateOnly(2026, 1, 1).AddDays(day)
        select new Holiday(yearly ? $"--{date:MM-dd}" : $"{date:yyyy-MM-dd}", "Feast", spans);

    private static readonly Gen<Calendar> AnyCalendar =
        from zone in Gen.Elements("Europe/Prague", "America/Sao_Paulo", "Asia/Seoul", "Australia/Lord_Howe", "America/New_York", "Africa/Casablanca")
        from days in Spans.ListOf(7)
        from holidays in Holidays.ListOf(5)
        let d = days.ToArray()
        select new Calendar("c", "Any", zone, new Week { Monday = d[0], Tuesday = d[1], Wednesday = d[2], Thursday = d[3], Friday = d[4], Saturday = d[5], Sunday = d[6] }, [.. holidays.DistinctBy(h => h.Date)]);

    // Half of the moments lie in the days around a change of clocks.
    private static readonly Gen<DateTimeOffset> Moments = Gen.OneOf(
        Gen.Choose(0, 2 * 365 * 24 * 12).Select(step => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(step * Grid)),
        from change in Gen.Elements(new DateTime(2026, 3, 29), new DateTime(2026, 10, 25), new DateTime(2026, 4, 5), new DateTime(2026, 10, 4), new DateTime(2026, 3, 8))
        from step in Gen.Choose(-36 * 12, 36 * 12)
        select new DateTimeOffset(change, TimeSpan.Zero).AddMinutes(step * Grid));

    private static readonly Arbitrary<(WorkingTime Time, Calendar Calendar, DateTimeOffset[] At)> Cases = Arb.From(
        from calendar in AnyCalendar from moments in Moments.ListOf(3) select (new WorkingTime(calendar), calendar, moments.Order().ToArray()));

    [Fact]
    public void Working_time_adds_up_and_never_shrinks() => Prop.ForAll(Cases, one =>
    {
        var (time, at) = (one.Time, one.At);
        var (first, second, whole) = (time.Between(at[0], at[1]), time.Between(at[1], at[2]), time.Between(at[0], at[2]));
        Assert.Equal(whole, first + second);
        Assert.True(first >= TimeSpan.Zero && first <= whole && whole <= at[2] - at[0]);
    }).Check(Often);

    [Fact]
    public void Work_is_due_at_the_first_moment_that_holds_it() => Prop.ForAll(Cases, one =>
    {
        var work = one.Time.Between(one.At[0], one.At[1]);
        if (work == TimeSpan.Zero) return;
        var due = one.Time.Due(one.At[0], work)!.Value;
        Assert.Equal(work, one.Time.Between(one.At[0], due));
        Assert.True(one.Time.Between(one.At[0], due.AddTicks(-1)) < work);
        Assert.True(due <= one.At[1]);
        Assert.True((one.Time.Due(one.At[0], work + TimeSpan.FromMinutes(1)) ?? DateTimeOffset.MaxValue) > due);
    }).Check(Often);

    [Fact]
    public void It_is_open_where_the_clock_on_the_wall_is_within_a_span() => Prop.ForAll(Cases, one =>
    {
        foreach (var at in one.At)
        {
            var zone = DateTimeZoneProviders.Tzdb[one.Calendar.TimeZone];
            var local = Instant.FromDateTimeOffset(at).InZone(zone).LocalDateTime;
            if (zone.MapLocal(local).Count != 1) continue; // of a time that comes twice only the first counts
            var minute = local.Hour * 60 + local.Minute;
            Assert.Equal(SpansOn(one.Calendar, local).Any(s => Span.Minutes(s.From) <= minute && minute < Span.Minutes(s.To)), one.Time.IsOpenAt(at));
        }
    }).Check(Often);

    [Fact]
    public void Working_time_is_the_sum_of_the_open_moments() => Prop.ForAll(Cases, one =>
    {
        var (from, steps) = (one.At[0], 4 * 24 * 60 / Grid);
        var open = Enumerable.Range(0, steps).Count(i => one.Time.IsOpenAt(from.AddMinutes(i * Grid)));
        Assert.Equal(TimeSpan.FromMinutes(open * Grid), one.Time.Between(from, from.AddMinutes(steps * Grid)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void Until_it_changes_it_stays_as_it_is() => Prop.ForAll(Cases, one =>
    {
        var at = one.At[0];
        var now = one.Time.At(at);
        Assert.Equal(one.Time.IsOpenAt(at), now.Open);
        if (now.Until is { } until)
        {
            Assert.Equal(now.Open ? until - at : TimeSpan.Zero, one.Time.Between(at, until));
            Assert.NotEqual(now.Open, one.Time.IsOpenAt(until));
        }
        if (now.Since is { } since)
        {
            Assert.Equal(now.Open ? at - since : TimeSpan.Zero, one.Time.Between(since, at));
            Assert.NotEqual(now.Open, one.Time.IsOpenAt(since.AddTicks(-1)));
        }
    }).Check(Often);

    private static IReadOnlyList<Span> SpansOn(Calendar calendar, LocalDateTime local) =>
        (calendar.Holidays.FirstOrDefault(h => h.Date == $"{local.Year:0000}-{local.Month:00}-{local.Day:00}")
            ?? calendar.Holidays.FirstOrDefault(h => h.Date == $"--{local.Month:00}-{local.Day:00}"))?.Spans
        ?? calendar.Week.Days[(int)local.DayOfWeek - 1].Spans!;

    private static string Text(int minutes) => $"{minutes / 60:00}:{minutes % 60:00}";
}
