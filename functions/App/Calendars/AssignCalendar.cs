using HelpdeskMx.Channels;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Calendars;

/// <summary>Which calendar a department goes by.</summary>
/// <param name="Calendar">Its id; null for the calendar of the store.</param>
public sealed record DepartmentCalendar(string? Calendar);

/// <summary>Says which calendar a department goes by.</summary>
public sealed class AssignCalendar(Settings settings)
{
    /// <summary>The department as it is then.</summary>
    public async Task<Outcome<Department>> RunAsync(string department, DepartmentCalendar told, CancellationToken ct)
    {
        if (told.Calendar is { } id && await FaultAsync(settings, id, ct) is { } fault) return fault;
        return await settings.ChangeAsync(Kinds.Departments, department, d => d with { Calendar = told.Calendar }, ct) is { } changed ? changed : CalendarProblems.NoSuchDepartment;
    }

    /// <summary>Why a calendar cannot be given to somebody; null where it can.</summary>
    public static async Task<Problem?> FaultAsync(Settings settings, string calendar, CancellationToken ct) =>
        (await settings.CalendarsAsync(ct)).Any(c => c.Id == calendar) ? null : Problems.Field("calendar", "There is no such calendar; somebody may have deleted it.");
}
