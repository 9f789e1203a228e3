using HelpdeskMx.Platform;

namespace HelpdeskMx.Calendars;

/// <summary>A calendar as settings show it.</summary>
/// <param name="Now">Whether it is open now, and when that changes.</param>
/// <param name="Stores">Ids of the stores that go by it.</param>
/// <param name="Departments">Ids of the departments that go by it.</param>
public sealed record CalendarView(
    string Id, string Name, string TimeZone, Week Week, IReadOnlyList<Holiday> Holidays, HoursNow Now, IReadOnlyList<string> Stores, IReadOnlyList<string> Departments);

/// <summary>Shows calendars with how they stand now and who goes by them.</summary>
public sealed class ListCalendars(Settings settings, TimeProvider clock)
{
    /// <summary>Every calendar, by name.</summary>
    public async Task<IReadOnlyList<CalendarView>> RunAsync(CancellationToken ct) =>
        await Task.WhenAll((await settings.CalendarsAsync(ct)).OrderBy(c => c.Name, StringComparer.OrdinalIgnoreCase).Select(c => ViewAsync(c, ct)));

    /// <summary>One calendar.</summary>
    public async Task<CalendarView> ViewAsync(Calendar calendar, CancellationToken ct) => new(
        calendar.Id, calendar.Name, calendar.TimeZone, calendar.Week, calendar.Holidays, new WorkingTime(calendar).At(clock.GetUtcNow()),
        [.. (await settings.StoresAsync(ct)).Where(s => s.Calendar == calendar.Id).Select(s => s.Id)],
        [.. (await settings.DepartmentsAsync(ct)).Where(d => d.Calendar == calendar.Id).Select(d => d.Id)]);
}
