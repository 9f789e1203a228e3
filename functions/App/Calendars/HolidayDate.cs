using System.Globalization;

namespace HelpdeskMx.Calendars;

/// <summary>The date of a holiday: of one year, or of every year where <paramref name="Year"/> is null.</summary>
public readonly record struct HolidayDate(int? Year, int Month, int Day)
{
    private const string Yearly = "--";
    private const int Earliest = 2000, Latest = 2100, LeapYear = 2000;

    /// <summary>Reads <c>2026-12-24</c> or <c>--12-25</c>; null where the text is neither, or a year is before 2000 or after 2100.</summary>
    public static HolidayDate? Read(string? text)
    {
        var yearly = text?.StartsWith(Yearly, StringComparison.Ordinal) == true;
        var whole = yearly ? $"{LeapYear}-{text![Yearly.Length..]}" : text;
        if (!DateOnly.TryParseExact(whole, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date.Year is < Earliest or > Latest) return null;
        return new(yearly ? null : date.Year, date.Month, date.Day);
    }
}
