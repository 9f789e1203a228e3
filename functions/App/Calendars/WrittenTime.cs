using System.Globalization;
using NodaTime;

namespace HelpdeskMx.Calendars;

/// <summary>A moment as a customer reads it: weekday, date and time of day in a calendar's zone, the way a language writes them.</summary>
public static class WrittenTime
{
    private static readonly Dictionary<string, (string Culture, string Form)> Forms = new()
    {
        ["en"] = ("en-GB", "dddd d MMMM, HH:mm"),
        ["cs"] = ("cs-CZ", "dddd d. MMMM, H:mm"),
        ["pl"] = ("pl-PL", "dddd, d MMMM, HH:mm"),
        ["ko"] = ("ko-KR", "M월 d일 dddd HH:mm"),
        ["ru"] = ("ru-RU", "dddd, d MMMM, HH:mm"),
    };

    /// <summary>The moment in words; English for a language the desk does not speak.</summary>
    public static string Text(DateTimeOffset at, string timeZone, string language)
    {
        var (culture, form) = Forms.GetValueOrDefault(language, Forms["en"]);
        return Instant.FromDateTimeOffset(at).InZone(DateTimeZoneProviders.Tzdb[timeZone]).ToDateTimeUnspecified().ToString(form, CultureInfo.GetCultureInfo(culture));
    }
}
