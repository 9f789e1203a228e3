using HelpdeskMx.Platform;
using NodaTime;

namespace HelpdeskMx.Calendars;

/// <summary>Looks a calendar over as a whole: every fault with its place, as <c>week.monday[1].to</c> or <c>holidays[3].date</c>.</summary>
public static class CalendarFaults
{
    /// <summary>The most spans a day may have.</summary>
    public const int MostSpans = 20;

    /// <summary>The most holidays a calendar may have.</summary>
    public const int MostHolidays = 400;

    private const int LongestName = 80;

    /// <summary>What is wrong; null where nothing is.</summary>
    public static Problem? In(CalendarChange told)
    {
        Dictionary<string, string> faults = [];
        if (NameFault(told.Name) is { } name) faults["name"] = name;
        if (told.TimeZone is null || !DateTimeZoneProviders.Tzdb.Ids.Contains(told.TimeZone)) faults["timeZone"] = "This is no time zone. Choose one such as Europe/Prague.";
        if (told.Week is null) faults["week"] = "Give the spans of each weekday; a day without any is closed.";
        foreach (var (day, spans) in told.Week?.Days ?? []) Look(spans, $"week.{day}", faults);
        Look(told.Holidays ?? [], faults);
        return faults.Count == 0 ? null : new("calendar-invalid", "The calendar has faults; nothing was saved. Correct them and save again.", 422)
        {
            With = new Dictionary<string, object> { ["errors"] = faults },
        };
    }

    private static string? NameFault(string? name) =>
        string.IsNullOrWhiteSpace(name) ? "Give it a name." : name.Trim().Length > LongestName ? $"A name has at most {LongestName} characters." : null;

    private static void Look(IReadOnlyList<Holiday?> holidays, Dictionary<string, string> faults)
    {
        if (holidays.Count > MostHolidays)
        {
            faults["holidays"] = $"A calendar has at most {MostHolidays} holidays, not {holidays.Count}.";
            return;
        }
        Dictionary<HolidayDate, int> seen = [];
        for (var i = 0; i < holidays.Count; i++)
        {
            var place = $"holidays[{i}]";
            if (holidays[i] is not { } holiday)
            {
                faults[place] = "Give its date, name and spans.";
                continue;
            }
            if (HolidayDate.Read(holiday.Date) is not { } date) faults[$"{place}.date"] = "Give a date as 2026-12-24, or one of every year as --12-25.";
            else if (!seen.TryAdd(date, i)) faults[$"{place}.date"] = $"This date stands there already, at holidays[{seen[date]}].";
            if (NameFault(holiday.Name) is { } name) faults[$"{place}.name"] = name;
            Look(holiday.Spans, $"{place}.spans", faults);
        }
    }

    private static void Look(IReadOnlyList<Span?>? spans, string place, Dictionary<string, string> faults)
    {
        if (spans is null) return;
        if (spans.Count > MostSpans)
        {
            faults[place] = $"A day has at most {MostSpans} spans, not {spans.Count}.";
            return;
        }
        List<(int From, int To, int At)> good = [];
        for (var i = 0; i < spans.Count; i++)
        {
            var (from, to) = (Span.Minutes(spans[i]?.From), Span.Minutes(spans[i]?.To));
            if (from is null or Span.Midnight) faults[$"{place}[{i}].from"] = "Give a time of day from 00:00 to 23:59.";
            if (to is null) faults[$"{place}[{i}].to"] = "Give a time of day from 00:01 to 24:00.";
            else if (to <= from) faults[$"{place}[{i}].to"] = "A span ends after it begins. One over midnight is two: to 24:00, and from 00:00 on the next day.";
            else if (from is { } begin) good.Add((begin, to.Value, i));
        }
        good.Sort();
        for (var i = 1; i < good.Count; i++)
        {
            if (good[i].From < good[i - 1].To) faults[$"{place}[{good[i].At}].from"] = "This span overlaps another of the same day.";
            if (good[i].To < good[i - 1].To) good[i] = good[i - 1];
        }
    }
}
