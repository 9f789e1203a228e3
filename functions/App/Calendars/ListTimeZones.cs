using NodaTime;
using NodaTime.TimeZones;

namespace HelpdeskMx.Calendars;

/// <summary>A time zone to choose.</summary>
/// <param name="Id">In the IANA time zone database.</param>
/// <param name="OffsetMinutes">How far its clocks are ahead of UTC now.</param>
public sealed record TimeZoneView(string Id, int OffsetMinutes);

/// <summary>Lists the time zones of the world's places, and UTC, from NodaTime's own copy of the IANA database.</summary>
public sealed class ListTimeZones(TimeProvider clock)
{
    private static readonly IReadOnlyList<string> Zones =
        [.. TzdbDateTimeZoneSource.Default.ZoneLocations!.Select(l => l.ZoneId).Append("Etc/UTC").Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Every zone, by id.</summary>
    public IReadOnlyList<TimeZoneView> Run()
    {
        var now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        return [.. Zones.Select(id => new TimeZoneView(id, DateTimeZoneProviders.Tzdb[id].GetUtcOffset(now).Seconds / 60))];
    }
}
