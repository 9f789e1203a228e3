using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HelpdeskMx.Calendars;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using static HelpdeskMx.Tests.Calendars.Shop;

namespace HelpdeskMx.Tests.Calendars;

public sealed class CalendarDoorTests
{
    private static readonly object Hours = new
    {
        name = " Shop ",
        timeZone = "Europe/Prague",
        week = new { monday = new[] { new { from = "13:00", to = "17:00" }, new { from = "09:00", to = "12:00" } } },
        holidays = new[] { new { date = "--12-25", name = "Christmas", spans = Array.Empty<object>() } },
    };

    [Fact]
    public async Task A_calendar_is_added_shown_with_how_it_stands_changed_and_deleted()
    {
        await using var desk = await StartAsync("2026-06-01T06:00Z"); // a Monday
        var answer = await desk.Admin.PostAsJsonAsync("/api/calendars", Hours);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var added = await RunningDesk.JsonAsync(answer);
        Assert.Equal(("Shop", "09:00"), (added.GetProperty("name").GetString(), added.GetProperty("week").GetProperty("monday")[0].GetProperty("from").GetString()));
        Assert.Equal((false, "2026-06-01T07:00:00.000Z"), (added.GetProperty("now").GetProperty("open").GetBoolean(), added.GetProperty("now").GetProperty("until").GetString()));

        var path = $"/api/calendars/{added.GetProperty("id").GetString()}";
        var changed = await desk.Admin.PutAsJsonAsync(path, new { name = "Night", timeZone = "Asia/Seoul", week = new { } });
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        var listed = Assert.Single((await desk.GetAsync("/api/calendars")).GetProperty("items").EnumerateArray());
        Assert.Equal(("Night", JsonValueKind.Null, 0), (listed.GetProperty("name").GetString(), listed.GetProperty("now").GetProperty("until").ValueKind, listed.GetProperty("holidays").GetArrayLength()));

        Assert.Equal(HttpStatusCode.NoContent, (await desk.Admin.DeleteAsync(path)).StatusCode);
        Assert.Empty((await desk.GetAsync("/api/calendars")).GetProperty("items").EnumerateArray());
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Admin.DeleteAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Admin.PutAsJsonAsync(path, Hours)).StatusCode);
    }

    [Fact]
    public async Task A_departments_calendar_goes_before_its_stores_and_without_one_it_is_always_open()
    {
        await using var desk = await StartAsync("2026-06-01T08:00Z");
        var hours = desk.Services.GetRequiredService<Hours>();
        Assert.Equal(HoursNow.Always, await hours.NowAsync("support", "demo", default));

        var (shop, never) = (await AddAsync(desk, Hours), await AddAsync(desk, new { name = "Never", timeZone = "Etc/UTC", week = new { } }));
        var store = await RunningDesk.JsonAsync(await desk.Admin.PutAsJsonAsync("/api/stores/demo", new { calendar = shop }));
        Assert.Equal(shop, store.GetProperty("calendar").GetString());
        Assert.Equal(new HoursNow(true, At("2026-06-01T07:00Z"), At("2026-06-01T10:00Z")), await hours.NowAsync("support", "demo", default));

        (await desk.Admin.PutAsJsonAsync("/api/departments/support/calendar", new { calendar = never })).EnsureSuccessStatusCode();
        Assert.False((await hours.NowAsync("support", "demo", default)).Open);
        Assert.True((await hours.NowAsync(null, "demo", default)).Open);

        (await desk.Admin.PutAsJsonAsync("/api/departments/support/calendar", new { calendar = (string?)null })).EnsureSuccessStatusCode();
        (await desk.Admin.PutAsJsonAsync("/api/stores/demo", new { signature = "Bye" })).EnsureSuccessStatusCode();
        Assert.True((await hours.NowAsync("support", "demo", default)).Open);
        (await desk.Admin.PutAsJsonAsync("/api/stores/demo", new { calendar = "" })).EnsureSuccessStatusCode();
        Assert.Equal(HoursNow.Always, await hours.NowAsync("support", "demo", default));
    }

    [Fact]
    public async Task A_calendar_somebody_goes_by_is_not_deleted_and_it_says_by_whom()
    {
        await using var desk = await StartAsync("2026-06-01T08:00Z");
        var id = await AddAsync(desk, Hours);
        await desk.Admin.PutAsJsonAsync("/api/stores/demo", new { calendar = id });
        await desk.Admin.PutAsJsonAsync("/api/departments/support/calendar", new { calendar = id });

        var refused = await desk.Admin.DeleteAsync($"/api/calendars/{id}");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var problem = await RunningDesk.JsonAsync(refused);
        Assert.Equal(("calendar-in-use", "demo", "support"), (problem.GetProperty("code").GetString(), problem.GetProperty("stores")[0].GetString(), problem.GetProperty("departments")[0].GetString()));
        Assert.Contains("Demo Shop, Support", problem.GetProperty("title").GetString(), StringComparison.Ordinal);
        var shown = (await desk.GetAsync("/api/calendars")).GetProperty("items")[0];
        Assert.Equal(("demo", "support"), (shown.GetProperty("stores")[0].GetString(), shown.GetProperty("departments")[0].GetString()));
    }

    [Fact]
    public async Task Bad_input_is_refused_with_its_place_and_changes_nothing()
    {
        await using var desk = await StartAsync("2026-06-01T08:00Z");
        var id = await AddAsync(desk, Hours);
        var answer = await desk.Admin.PutAsJsonAsync($"/api/calendars/{id}", new { name = "Shop", timeZone = "Europe/Prague", week = new { sunday = new[] { new { from = "12:00", to = "09:00" } } } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.True((await RunningDesk.JsonAsync(answer)).GetProperty("errors").TryGetProperty("week.sunday[0].to", out _));
        Assert.Equal(2, (await desk.GetAsync("/api/calendars")).GetProperty("items")[0].GetProperty("week").GetProperty("monday").GetArrayLength());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.Admin.PostAsJsonAsync("/api/calendars", Hours)).StatusCode); // the name is taken
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.Admin.PutAsJsonAsync("/api/stores/demo", new { calendar = "none" })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.Admin.PutAsJsonAsync("/api/departments/support/calendar", new { calendar = "none" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Admin.PutAsJsonAsync("/api/departments/none/calendar", new { calendar = id })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.Admin.PostAsJsonAsync("/api/calendars", new { week = "always" })).StatusCode);
    }

    [Fact]
    public async Task Agents_who_are_no_admins_and_strangers_are_kept_out()
    {
        await using var desk = await RunningDesk.StartAsync();
        foreach (var (client, status) in new[] { (desk.Agent, HttpStatusCode.Forbidden), (desk.Anybody, HttpStatusCode.Unauthorized) })
        {
            Assert.Equal(status, (await client.GetAsync("/api/calendars")).StatusCode);
            Assert.Equal(status, (await client.PostAsJsonAsync("/api/calendars", Hours)).StatusCode);
            Assert.Equal(status, (await client.PutAsJsonAsync("/api/calendars/x", Hours)).StatusCode);
            Assert.Equal(status, (await client.DeleteAsync("/api/calendars/x")).StatusCode);
            Assert.Equal(status, (await client.PutAsJsonAsync("/api/departments/support/calendar", new { })).StatusCode);
            Assert.Equal(status, (await client.GetAsync("/api/time-zones")).StatusCode);
        }
    }

    [Fact]
    public async Task The_time_zones_are_those_of_places_with_their_offset_now()
    {
        await using var desk = await StartAsync("2026-06-01T08:00Z");
        var zones = (await desk.GetAsync("/api/time-zones")).GetProperty("items").EnumerateArray().ToDictionary(z => z.GetProperty("id").GetString()!, z => z.GetProperty("offsetMinutes").GetInt32());
        Assert.InRange(zones.Count, 350, 450);
        Assert.Equal((120, 540, 630, 0), (zones["Europe/Prague"], zones["Asia/Seoul"], zones["Australia/Lord_Howe"], zones["Etc/UTC"]));
        Assert.False(zones.ContainsKey("US/Eastern"));
    }

    private static async Task<RunningDesk> StartAsync(string now)
    {
        var clock = new FakeTimeProvider(At(now));
        return await RunningDesk.StartAsync(s => s.AddSingleton<TimeProvider>(clock));
    }

    private static async Task<string> AddAsync(RunningDesk desk, object calendar) =>
        (await RunningDesk.JsonAsync(await desk.Admin.PostAsJsonAsync("/api/calendars", calendar))).GetProperty("id").GetString()!;
}
