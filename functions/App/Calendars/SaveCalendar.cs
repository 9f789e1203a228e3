using HelpdeskMx.Platform;

namespace HelpdeskMx.Calendars;

/// <summary>A calendar as an admin gives it, whole: what is left out is not there.</summary>
public sealed record CalendarChange(string? Name, string? TimeZone, Week? Week, IReadOnlyList<Holiday>? Holidays)
{
    /// <summary>The calendar it makes, once it has no faults: spans by time, holidays by date.</summary>
    public Calendar As(string id) => new(id, Name!.Trim(), TimeZone!, new Week
    {
        Monday = Ordered(Week!.Monday),
        Tuesday = Ordered(Week.Tuesday),
        Wednesday = Ordered(Week.Wednesday),
        Thursday = Ordered(Week.Thursday),
        Friday = Ordered(Week.Friday),
        Saturday = Ordered(Week.Saturday),
        Sunday = Ordered(Week.Sunday),
    }, [.. (Holidays ?? []).Select(h => h with { Name = h.Name.Trim(), Spans = Ordered(h.Spans) }).OrderBy(h => h.Date, StringComparer.Ordinal)]);

    private static IReadOnlyList<Span> Ordered(IReadOnlyList<Span>? spans) => [.. (spans ?? []).OrderBy(s => s.From, StringComparer.Ordinal)];
}

/// <summary>Adds calendars and changes them.</summary>
public sealed class SaveCalendar(Settings settings, ListCalendars list)
{
    private const int Most = 100;

    /// <summary>A new calendar.</summary>
    public async Task<Outcome<CalendarView>> AddAsync(CalendarChange told, CancellationToken ct)
    {
        if (await FaultAsync(null, told, ct) is { } fault) return fault;
        if ((await settings.CalendarsAsync(ct)).Count >= Most) return CalendarProblems.TooMany(Most);
        var calendar = told.As(Ids.Random());
        await settings.AddAsync(Kinds.Calendars, calendar.Id, calendar, ct);
        return await list.ViewAsync(calendar, ct);
    }

    /// <summary>The calendar as it is then.</summary>
    public async Task<Outcome<CalendarView>> RunAsync(string id, CalendarChange told, CancellationToken ct)
    {
        if (await FaultAsync(id, told, ct) is { } fault) return fault;
        return await settings.ChangeAsync(Kinds.Calendars, id, _ => told.As(id), ct) is { } saved ? await list.ViewAsync(saved, ct) : CalendarProblems.NoSuchCalendar;
    }

    private async Task<Problem?> FaultAsync(string? id, CalendarChange told, CancellationToken ct)
    {
        var calendars = await settings.CalendarsAsync(ct);
        if (id is not null && calendars.All(c => c.Id != id)) return CalendarProblems.NoSuchCalendar;
        if (CalendarFaults.In(told) is { } faults) return faults;
        return calendars.Any(c => c.Id != id && string.Equals(c.Name, told.Name!.Trim(), StringComparison.OrdinalIgnoreCase))
            ? Problems.Field("name", "Another calendar has this name.")
            : null;
    }
}
