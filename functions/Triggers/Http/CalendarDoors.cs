using HelpdeskMx.Calendars;
using HelpdeskMx.Channels;
using HelpdeskMx.Http;
using Microsoft.AspNetCore.Http;

namespace HelpdeskMx.Triggers.Http;

/// <summary>Doors to the calendars, and to which departments go by them.</summary>
public sealed class CalendarDoors(Door door, ListCalendars listCalendars, SaveCalendar saveCalendar, DeleteCalendar deleteCalendar, AssignCalendar assignCalendar, ListTimeZones listTimeZones)
{
    [Function("calendars")]
    [Says("Every calendar, whether it is open now and when that changes; for admins.", Returns = typeof(All<CalendarView>), Problems = [403])]
    public Task<IResult> Calendars([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Calendars)] HttpRequest request, CancellationToken ct) =>
        door.AdminAsync(request, async _ => Answers.Json(new All<CalendarView>(await listCalendars.RunAsync(ct))));

    [Function("calendar-add")]
    [Says("Adds a calendar; for admins. Times are HH:mm up to 24:00; a holiday's date is 2026-12-24, or --12-25 for every year. A fault is named with its place, as week.monday[1].to.",
        Takes = typeof(CalendarChange), Returns = typeof(CalendarView), Status = 201, Problems = [400, 403, 409, 422])]
    public Task<IResult> Add([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Calendars)] HttpRequest request, CancellationToken ct) =>
        door.AdminAsync(request, async _ => (await saveCalendar.AddAsync(await request.ReadAsync<CalendarChange>(ct), ct)).ToResult(StatusCodes.Status201Created));

    [Function("calendar-change")]
    [Says("Changes a calendar as a whole; for admins.", Takes = typeof(CalendarChange), Returns = typeof(CalendarView), Problems = [400, 403, 404, 422])]
    public Task<IResult> Change([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.Calendar)] HttpRequest request, string id, CancellationToken ct) =>
        door.AdminAsync(request, async _ => (await saveCalendar.RunAsync(id, await request.ReadAsync<CalendarChange>(ct), ct)).ToResult());

    [Function("calendar-delete")]
    [Says("Deletes a calendar that no store and no department goes by; for admins.", Status = 204, Problems = [403, 404, 409])]
    public Task<IResult> Delete([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Routes.Calendar)] HttpRequest request, string id, CancellationToken ct) =>
        door.AdminAsync(request, async _ => (await deleteCalendar.RunAsync(id, ct)).ToNoContent());

    [Function("department-calendar")]
    [Says("Says which calendar a department goes by, or that its store's counts where it is null; for admins.", Takes = typeof(DepartmentCalendar), Returns = typeof(Department), Problems = [400, 403, 404, 422])]
    public Task<IResult> Department([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.DepartmentCalendar)] HttpRequest request, string id, CancellationToken ct) =>
        door.AdminAsync(request, async _ => (await assignCalendar.RunAsync(id, await request.ReadAsync<DepartmentCalendar>(ct), ct)).ToResult());

    [Function("time-zones")]
    [Says("The time zones a calendar can have, with how far each is ahead of UTC now; for admins.", Returns = typeof(All<TimeZoneView>), Problems = [403])]
    public Task<IResult> TimeZones([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.TimeZones)] HttpRequest request, CancellationToken ct) =>
        door.AdminAsync(request, _ => Task.FromResult(Answers.Json(new All<TimeZoneView>(listTimeZones.Run()))));
}
