using System.Globalization;
using HelpdeskMx.Calendars;
using Calendar = HelpdeskMx.Calendars.Calendar;

namespace HelpdeskMx.Tests.Calendars;

/// <summary>Calendars of shops, and moments, in few words.</summary>
internal static class Shop
{
    /// <summary>Open on weekdays from nine to twelve and from one to five.</summary>
    public static Calendar In(string zone, params Holiday[] holidays) => Weekdays(zone, Spans("09:00-12:00 13:00-17:00"), [], holidays);

    /// <summary>The same spans every day.</summary>
    public static Calendar Daily(string zone, string spans, params Holiday[] holidays) => Weekdays(zone, Spans(spans), Spans(spans), holidays);

    public static Holiday Holiday(string date, string spans = "") => new(date, "Feast", Spans(spans));

    public static IReadOnlyList<Span> Spans(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => new Span(s.Split('-')[0], s.Split('-')[1]))];

    public static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static Calendar Weekdays(string zone, IReadOnlyList<Span> weekday, IReadOnlyList<Span> weekend, Holiday[] holidays) => new("c", "Shop", zone, new Week
    {
        Monday = weekday,
        Tuesday = weekday,
        Wednesday = weekday,
        Thursday = weekday,
        Friday = weekday,
        Saturday = weekend,
        Sunday = weekend,
    }, holidays);
}
