using HelpdeskMx.Platform;

namespace HelpdeskMx.Calendars;

/// <summary>Deletes a calendar that nobody goes by.</summary>
public sealed class DeleteCalendar(Settings settings)
{
    /// <summary>The calendar that was deleted.</summary>
    public async Task<Outcome<Calendar>> RunAsync(string id, CancellationToken ct)
    {
        if ((await settings.CalendarsAsync(ct)).FirstOrDefault(c => c.Id == id) is not { } calendar) return CalendarProblems.NoSuchCalendar;
        var stores = (await settings.StoresAsync(ct)).Where(s => s.Calendar == id).ToArray();
        var departments = (await settings.DepartmentsAsync(ct)).Where(d => d.Calendar == id).ToArray();
        if (stores.Length + departments.Length > 0) return CalendarProblems.InUse(stores, departments);
        await settings.DeleteAsync(Kinds.Calendars, id, ct);
        return calendar;
    }
}
