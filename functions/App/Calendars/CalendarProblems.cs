using HelpdeskMx.Channels;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Calendars;

/// <summary>Why a calendar is not changed.</summary>
public static class CalendarProblems
{
    /// <summary>Nothing of that id is here.</summary>
    public static Problem NoSuchCalendar { get; } = new("no-such-calendar", "There is no such calendar; somebody may have deleted it.", 404);

    /// <summary>No department has that id.</summary>
    public static Problem NoSuchDepartment { get; } = new("no-such-department", "There is no such department.", 404);

    /// <summary>The desk has as many as it may have.</summary>
    public static Problem TooMany(int most) => new("too-many-calendars", $"A desk has at most {most} calendars. Delete one first.", 409);

    /// <summary>A calendar that somebody goes by.</summary>
    public static Problem InUse(IReadOnlyList<Store> stores, IReadOnlyList<Department> departments) =>
        new("calendar-in-use", $"This calendar is used by {string.Join(", ", [.. stores.Select(s => s.Name), .. departments.Select(d => d.Name)])}. Give them another one first; nothing was deleted.", 409)
        {
            With = new Dictionary<string, object> { ["stores"] = stores.Select(s => s.Id), ["departments"] = departments.Select(d => d.Id) },
        };
}
