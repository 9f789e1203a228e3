using HelpdeskMx.Channels;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Calendars;

/// <summary>Says whether a store or department is there now; a department's calendar goes before its store's, and without one it is always open.</summary>
public sealed class Hours(Settings settings, TimeProvider clock)
{
    /// <summary>How they stand now.</summary>
    public async Task<HoursNow> NowAsync(string? department, string? store, CancellationToken ct) =>
        await CalendarAsync(department, store, ct) is { } calendar ? new WorkingTime(calendar).At(clock.GetUtcNow()) : HoursNow.Always;

    /// <summary>The calendar that counts; null where there is none. One that was deleted meanwhile is none.</summary>
    public async Task<Calendar?> CalendarAsync(string? department, string? store, CancellationToken ct)
    {
        var departments = department is null ? [] : await settings.DepartmentsAsync(ct);
        var stores = store is null ? [] : await settings.StoresAsync(ct);
        var calendars = await settings.CalendarsAsync(ct);
        return Find(departments.FirstOrDefault(d => d.Id == department)?.Calendar) ?? Find(stores.FirstOrDefault(s => s.Id == store)?.Calendar);

        Calendar? Find(string? id) => id is null ? null : calendars.FirstOrDefault(c => c.Id == id);
    }
}
