using System.Diagnostics;
using HelpdeskMx.Calendars;
using static HelpdeskMx.Tests.Calendars.Shop;
using Calendar = HelpdeskMx.Calendars.Calendar;

namespace HelpdeskMx.Tests.Calendars;

public sealed class WorkingTimeTests
{
    private static readonly WorkingTime Prague = new(In("Europe/Prague", Holiday("--12-25"), Holiday("2026-12-24", "09:00-11:00"), Holiday("2027-12-25", "10:00-11:00")));

    [Theory]
    [InlineData("2026-06-01T08:59:59+02:00", false)]
    [InlineData("2026-06-01T09:00:00+02:00", true)]
    [InlineData("2026-06-01T11:59:59+02:00", true)]
    [InlineData("2026-06-01T12:00:00+02:00", false)]
    [InlineData("2026-06-01T13:00:00+02:00", true)]
    [InlineData("2026-06-06T10:00:00+02:00", false)]
    [InlineData("2026-12-24T10:59:00+01:00", true)]
    [InlineData("2026-12-24T14:00:00+01:00", false)]
    [InlineData("2026-12-25T10:00:00+01:00", false)]
    [InlineData("2027-12-25T10:30:00+01:00", true)]
    [InlineData("2028-12-25T10:30:00+01:00", false)]
    public void A_shop_is_open_within_its_spans_and_a_holiday_goes_before_the_weekday(string at, bool open) => Assert.Equal(open, Prague.IsOpenAt(At(at)));

    [Fact]
    public void It_says_since_when_and_until_when()
    {
        Assert.Equal(new HoursNow(true, At("2026-06-01T07:00Z"), At("2026-06-01T10:00Z")), Prague.At(At("2026-06-01T08:00Z")));
        Assert.Equal(new HoursNow(false, At("2026-06-01T10:00Z"), At("2026-06-01T11:00Z")), Prague.At(At("2026-06-01T10:30Z")));
        Assert.Equal(new HoursNow(false, At("2026-12-24T10:00Z"), At("2026-12-28T08:00Z")), Prague.At(At("2026-12-25T08:00Z")));
    }

    [Fact]
    public void Opening_and_closing_are_now_where_it_is_so_already()
    {
        Assert.Equal(At("2026-06-01T08:00Z"), Prague.OpenFrom(At("2026-06-01T08:00Z")));
        Assert.Equal(At("2026-06-01T10:30Z"), Prague.ClosedFrom(At("2026-06-01T10:30Z")));
        Assert.Equal(At("2026-06-08T07:00Z"), Prague.OpenFrom(At("2026-06-05T15:00Z")));
    }

    [Fact]
    public void Spans_that_meet_are_one_stretch_over_midnight_too()
    {
        var bar = new WorkingTime(Daily("Europe/Prague", "00:00-02:00 18:00-21:00 21:00-24:00"));
        Assert.Equal(new HoursNow(true, At("2026-06-01T16:00Z"), At("2026-06-02T00:00Z")), bar.At(At("2026-06-01T22:30Z")));
    }

    [Fact]
    public void A_calendar_without_hours_never_opens_and_one_without_a_gap_never_closes()
    {
        var never = new WorkingTime(Daily("Asia/Seoul", ""));
        Assert.Equal((new HoursNow(false, null, null), null), (never.At(At("2026-06-01T00:00Z")), never.Due(At("2026-06-01T00:00Z"), TimeSpan.FromTicks(1))));
        var always = new WorkingTime(Daily("Asia/Seoul", "00:00-24:00", Holiday("--05-05", "00:00-12:00 12:00-24:00")));
        Assert.Equal(HoursNow.Always, always.At(At("2026-06-01T00:00Z")));
        var oneDay = new WorkingTime(Daily("Asia/Seoul", "00:00-24:00", Holiday("2026-05-05")));
        Assert.Equal(new HoursNow(true, At("2026-05-05T15:00Z"), null), oneDay.At(At("2026-06-01T00:00Z")));
    }

    [Fact]
    public void A_leap_day_is_found_however_far_it_is()
    {
        var leap = new WorkingTime(Daily("Etc/UTC", "", Holiday("--02-29", "09:00-10:00")));
        Assert.Equal(At("2104-02-29T09:00Z"), leap.OpenFrom(At("2096-03-01T00:00Z")));
    }

    [Fact]
    public void Working_time_leaves_out_nights_breaks_weekends_and_holidays()
    {
        Assert.Equal(TimeSpan.FromHours(7), Prague.Between(At("2026-06-01T00:00Z"), At("2026-06-02T00:00Z")));
        Assert.Equal(TimeSpan.FromHours(35), Prague.Between(At("2026-06-01T00:00Z"), At("2026-06-08T00:00Z")));
        Assert.Equal(TimeSpan.FromHours(3 * 7 + 2), Prague.Between(At("2026-12-21T00:00+01:00"), At("2026-12-28T00:00+01:00")));
        Assert.Equal(TimeSpan.FromMinutes(90), Prague.Between(At("2026-06-05T14:00Z"), At("2026-06-08T07:30Z")));
        Assert.Equal(TimeSpan.Zero, Prague.Between(At("2026-06-08T00:00Z"), At("2026-06-01T00:00Z")));
    }

    [Fact]
    public void Work_is_due_when_so_much_was_open()
    {
        Assert.Equal(At("2026-06-01T12:00Z"), Prague.Due(At("2026-06-01T08:00Z"), TimeSpan.FromHours(3)));
        Assert.Equal(At("2026-06-05T15:00Z"), Prague.Due(At("2026-06-05T13:00Z"), TimeSpan.FromHours(2)));
        Assert.Equal(At("2026-06-08T07:01Z"), Prague.Due(At("2026-06-05T15:00Z"), TimeSpan.FromMinutes(1)));
        Assert.Equal(At("2026-06-06T00:00Z"), Prague.Due(At("2026-06-06T00:00Z"), TimeSpan.Zero));
        Assert.Null(Prague.Due(At("2026-06-01T00:00Z"), TimeSpan.FromDays(4000)));
    }

    [Theory]
    [InlineData("Europe/Prague", "01:00-05:00", "2026-03-29", 3)] // 02:00 becomes 03:00
    [InlineData("Europe/Prague", "02:15-02:45", "2026-03-29", 0)] // these minutes are skipped
    [InlineData("Europe/Prague", "02:30-04:00", "2026-03-29", 1)] // opens when the clocks jump
    [InlineData("Europe/Prague", "02:15-02:45 03:00-04:00", "2026-03-29", 1)]
    [InlineData("Europe/Prague", "01:00-05:00", "2026-10-25", 5)] // 03:00 becomes 02:00
    [InlineData("Europe/Prague", "02:15-02:45", "2026-10-25", 0.5)] // the first time only
    [InlineData("Europe/Prague", "01:00-02:30 02:30-05:00", "2026-10-25", 5)]
    [InlineData("Europe/Prague", "00:00-24:00", "2026-10-25", 25)]
    [InlineData("America/Sao_Paulo", "00:00-24:00", "2018-11-04", 23)] // midnight itself is skipped
    [InlineData("America/Sao_Paulo", "22:00-24:00", "2018-02-17", 3)] // midnight becomes 23:00
    [InlineData("America/Sao_Paulo", "22:00-24:00", "2026-02-21", 2)] // no summer time any more
    [InlineData("Asia/Seoul", "01:00-05:00", "2026-03-29", 4)]
    [InlineData("Australia/Lord_Howe", "01:00-05:00", "2026-10-04", 3.5)] // half an hour
    [InlineData("Australia/Lord_Howe", "01:00-05:00", "2026-04-05", 4.5)]
    [InlineData("America/St_Johns", "00:00-24:00", "2010-11-06", 24)] // 00:01 becomes 23:01 of the day before
    [InlineData("America/St_Johns", "00:00-24:00", "2010-11-07", 25)]
    [InlineData("Pacific/Apia", "00:00-24:00", "2011-12-30", 0)] // a date that never was
    public void A_day_on_which_clocks_change_counts_the_time_that_passes(string zone, string spans, string date, double hours)
    {
        var day = new WorkingTime(Daily(zone, "", Holiday(date, spans)));
        var noon = At($"{date}T12:00Z");
        Assert.Equal(TimeSpan.FromHours(hours), day.Between(noon.AddDays(-3), noon.AddDays(3)));
        if (hours > 0) Assert.Equal(hours, (day.Due(noon.AddDays(-3), TimeSpan.FromHours(hours)) - day.OpenFrom(noon.AddDays(-3)))!.Value.TotalHours);
    }

    [Fact]
    public void A_jump_of_the_clocks_moves_opening_and_closing_as_the_wall_says()
    {
        var night = new WorkingTime(Daily("Europe/Prague", "02:30-06:00"));
        Assert.Equal(new HoursNow(false, At("2026-03-28T05:00Z"), At("2026-03-29T01:00Z")), night.At(At("2026-03-29T00:30Z")));
        Assert.Equal(new HoursNow(true, At("2026-10-25T00:30Z"), At("2026-10-25T05:00Z")), night.At(At("2026-10-25T01:00Z")));
    }

    [Fact]
    public void Ten_years_take_milliseconds_and_a_due_time_less_than_one()
    {
        var (from, to) = (At("2020-01-01T00:00Z"), At("2030-01-01T00:00Z"));
        var slow = Fastest(() => Prague.Between(from, to));
        Assert.True(slow < TimeSpan.FromMilliseconds(5), $"Ten years took {slow.TotalMilliseconds} ms.");
        var due = Fastest(() => Prague.Due(from, TimeSpan.FromHours(40)));
        Assert.True(due < TimeSpan.FromMilliseconds(1), $"A due time took {due.TotalMilliseconds} ms.");
    }

    /// <summary>The best of many, which a busy machine does not spoil.</summary>
    private static TimeSpan Fastest<T>(Func<T> what) => Enumerable.Range(0, 200).Min(_ =>
    {
        var began = Stopwatch.GetTimestamp();
        GC.KeepAlive(what());
        return Stopwatch.GetElapsedTime(began);
    });
}
