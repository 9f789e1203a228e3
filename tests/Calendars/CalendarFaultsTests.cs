using System.Text.Json;
using HelpdeskMx.Calendars;
using HelpdeskMx.Http;
using HelpdeskMx.Platform;
using static HelpdeskMx.Tests.Calendars.Shop;
using Calendar = HelpdeskMx.Calendars.Calendar;

namespace HelpdeskMx.Tests.Calendars;

public sealed class CalendarFaultsTests
{
    [Fact]
    public void Every_fault_is_named_with_its_place()
    {
        var faults = Faults("""
            {"name":" ","timeZone":"Mars/Olympus",
             "week":{"monday":[{"from":"09:00","to":"12:00"},{"from":"11:30","to":"13:00"}],"tuesday":[{"from":"17:00","to":"09:00"}],"wednesday":[{"from":"9","to":"25:00"}],
                     "thursday":[{"from":"24:00","to":"24:00"}],"friday":[null],"saturday":null},
             "holidays":[{"date":"2026-12-24","name":"Eve","spans":[]},{"date":"2026-12-24","name":"Again","spans":[]},{"date":"2026-02-30","name":"None","spans":[]},
                         {"date":"--12-25","name":"","spans":[{"from":"10:00","to":"10:00"}]},{"date":"--12-25"},null]}
            """);
        Assert.Equal(
            [
                "holidays[1].date", "holidays[2].date", "holidays[3].name", "holidays[3].spans[0].to", "holidays[4].date", "holidays[4].name", "holidays[5]", "name", "timeZone",
                "week.friday[0].from", "week.friday[0].to", "week.monday[1].from", "week.thursday[0].from", "week.thursday[0].to", "week.tuesday[0].to", "week.wednesday[0].from", "week.wednesday[0].to",
            ], faults.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{"name":"A","timeZone":"UTC+01:00","week":{}}""", "timeZone")]
    [InlineData("""{"name":"A","timeZone":"Etc/UTC"}""", "week")]
    [InlineData("""{}""", "name")]
    public void A_zone_and_a_week_belong_to_a_calendar(string json, string place) => Assert.Contains(place, Faults(json).Keys);

    [Fact]
    public void What_is_inside_a_long_span_overlaps_it_whatever_lies_between()
    {
        var faults = Faults("""{"name":"A","timeZone":"Etc/UTC","week":{"monday":[{"from":"08:00","to":"20:00"},{"from":"09:00","to":"10:00"},{"from":"11:00","to":"12:00"}]}}""");
        Assert.Equal(["week.monday[1].from", "week.monday[2].from"], faults.Keys.Order());
    }

    [Fact]
    public void A_day_has_twenty_spans_and_a_calendar_four_hundred_holidays()
    {
        var spans = Enumerable.Range(0, CalendarFaults.MostSpans + 1).Select(i => new Span($"{i:00}:00", $"{i:00}:30")).ToArray();
        var holidays = Enumerable.Range(0, CalendarFaults.MostHolidays + 1).Select(i => Holiday($"{new DateOnly(2026, 1, 1).AddDays(i):yyyy-MM-dd}")).ToArray();
        Assert.Null(CalendarFaults.In(new("A", "Etc/UTC", new Week { Monday = spans[1..] }, holidays[1..])));
        Assert.Equal(["holidays", "week.monday"], Of(CalendarFaults.In(new("A", "Etc/UTC", new Week { Monday = spans }, holidays))).Keys.Order());
    }

    [Fact]
    public void A_calendar_is_the_same_after_being_stored_and_can_be_read_by_people()
    {
        var calendar = In("Europe/Prague", Holiday("2026-12-24", "09:00-11:00"), Holiday("--12-25"));
        var bytes = JsonSerializer.SerializeToUtf8Bytes(calendar, AppJson.Of<Calendar>());
        Assert.Equal(bytes, JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize(bytes, AppJson.Of<Calendar>())!, AppJson.Of<Calendar>()));
        Assert.StartsWith("""{"id":"c","name":"Shop","timeZone":"Europe/Prague","week":{"monday":[{"from":"09:00","to":"12:00"}""", System.Text.Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.EndsWith(""","holidays":[{"date":"2026-12-24","name":"Feast","spans":[{"from":"09:00","to":"11:00"}]},{"date":"--12-25","name":"Feast","spans":[]}]}""", System.Text.Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("00:00", 0)]
    [InlineData("24:00", 1440)]
    [InlineData("24:01", null)]
    [InlineData("12:60", null)]
    [InlineData("+1:00", null)]
    [InlineData("9:00", null)]
    [InlineData("09:00:00", null)]
    [InlineData("٠٩:٠٠", null)]
    [InlineData(null, null)]
    public void A_time_is_two_digits_and_two(string? text, int? minutes) => Assert.Equal(minutes, Span.Minutes(text));

    private static IReadOnlyDictionary<string, string> Faults(string json) => Of(CalendarFaults.In(JsonSerializer.Deserialize<CalendarChange>(json, ApiJson.Options)!));

    private static IReadOnlyDictionary<string, string> Of(Problem? problem)
    {
        Assert.Equal(("calendar-invalid", 422), (problem!.Code, problem.Status));
        return (IReadOnlyDictionary<string, string>)problem.With!["errors"];
    }
}
