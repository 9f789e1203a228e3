using System.Globalization;
using System.Text.Json.Serialization;

namespace HelpdeskMx.Calendars;

/// <summary>When somebody is there to answer: a time zone, the spans of each weekday, and the holidays on which others count.</summary>
/// <param name="Id">Stable.</param>
/// <param name="Name">As admins call it.</param>
/// <param name="TimeZone">Id in the IANA time zone database, as <c>Europe/Prague</c>; all times are local there.</param>
/// <param name="Week">The usual week.</param>
/// <param name="Holidays">Dates that are unlike their weekday; a date of one year goes before a yearly one.</param>
public sealed record Calendar(string Id, string Name, string TimeZone, Week Week, IReadOnlyList<Holiday> Holidays);

/// <summary>The spans of each weekday, from the earliest; a day without any is closed.</summary>
public sealed record Week
{
    public IReadOnlyList<Span> Monday { get; init; } = [];

    public IReadOnlyList<Span> Tuesday { get; init; } = [];

    public IReadOnlyList<Span> Wednesday { get; init; } = [];

    public IReadOnlyList<Span> Thursday { get; init; } = [];

    public IReadOnlyList<Span> Friday { get; init; } = [];

    public IReadOnlyList<Span> Saturday { get; init; } = [];

    public IReadOnlyList<Span> Sunday { get; init; } = [];

    /// <summary>The days by the name they have in JSON, from Monday.</summary>
    [JsonIgnore]
    public IReadOnlyList<(string Name, IReadOnlyList<Span>? Spans)> Days =>
        [("monday", Monday), ("tuesday", Tuesday), ("wednesday", Wednesday), ("thursday", Thursday), ("friday", Friday), ("saturday", Saturday), ("sunday", Sunday)];
}

/// <summary>A stretch of one day, as <c>09:00</c> to <c>12:30</c>; one that goes on over midnight is two, to <c>24:00</c> and from <c>00:00</c>.</summary>
/// <param name="From">Local time at which it opens, as <c>HH:mm</c>.</param>
/// <param name="To">Local time at which it is closed again, as <c>HH:mm</c>, later than <paramref name="From"/> and at most <c>24:00</c>.</param>
public sealed record Span(string From, string To)
{
    /// <summary>The minutes of a day.</summary>
    public const int Midnight = 24 * 60;

    /// <summary>A time of day in minutes; null where the text is none.</summary>
    public static int? Minutes(string? text)
    {
        if (text is not { Length: 5 } || text[2] != ':') return null;
        if (!int.TryParse(text.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hours) || !int.TryParse(text.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)) return null;
        var time = hours * 60 + minutes;
        return minutes < 60 && time <= Midnight ? time : null;
    }
}

/// <summary>A date that is unlike its weekday.</summary>
/// <param name="Date">One day as <c>2026-12-24</c>, or each year's as <c>--12-25</c> (RFC 6350 §4.3.1); <c>--02-29</c> comes in leap years only.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Spans">The spans of that day; none where it is closed.</param>
public sealed record Holiday(string Date, string Name, IReadOnlyList<Span> Spans);
