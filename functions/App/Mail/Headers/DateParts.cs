using System.Text;

namespace HelpdeskMx.Mail.Headers;

/// <summary>What a date's words and numbers have said so far.</summary>
internal struct DateParts
{
    private const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";

    private int _count, _first, _second, _third;
    private int _month, _hour, _minute, _seconds;
    private bool _offsetIsNumber;
    private TimeSpan _offset;

    public bool HasTime { get; private set; }

    public void Number(int number)
    {
        switch (_count++)
        {
            case 0: _first = number; break;
            case 1: _second = number; break;
            case 2: _third = number; break;
        }
    }

    public void Time(int hour, int minute, int second) => (HasTime, _hour, _minute, _seconds) = (true, hour, minute, Math.Min(second, 59));

    /// <summary>An offset such as 530 for +05:30; one no clock has counts as none.</summary>
    public void Offset(bool negative, int hoursAndMinutes)
    {
        var offset = new TimeSpan(hoursAndMinutes / 100, hoursAndMinutes % 100, 0);
        _offset = offset > TimeSpan.FromHours(14) ? TimeSpan.Zero : negative ? -offset : offset;
        _offsetIsNumber = true;
    }

    public void Word(ReadOnlySpan<byte> word)
    {
        Span<char> start = stackalloc char[4];
        Ascii.ToLower(word[..Math.Min(word.Length, 4)], start, out var length);
        start = start[..length];
        if (HasTime && start is "pm" && _hour < 12) _hour += 12;
        else if (HasTime && start is "am" && _hour == 12) _hour = 0;
        else if (_month == 0 && length >= 3 && Months.AsSpan().IndexOf(start[..3]) is var at and >= 0 && at % 3 == 0) _month = at / 3 + 1;
        else if (HasTime && !_offsetIsNumber && ZoneHours(start) is var hours and not 0) _offset = TimeSpan.FromHours(hours);
    }

    public readonly DateTimeOffset? ToDate()
    {
        if (!HasTime) return null;
        var (day, month, year) = _month > 0 ? _first > 31 ? (_second, _month, _first) : (_first, _month, _second)
            : _first > 31 ? (_third, _second, _first)
            : (_first, _second, _third);
        if (_count < (_month > 0 ? 2 : 3)) return null;
        if (year < 50) year += 2000;
        else if (year < 1000) year += 1900;
        var isReal = year is >= 1900 and < 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) && _hour < 24 && _minute < 60;
        return isReal ? new DateTimeOffset(year, month, day, _hour, _minute, _seconds, _offset) : null;
    }

    /// <summary>Hours east of Greenwich of a zone's name (RFC 5322 §4.3 and the usual others); military letters mean nothing.</summary>
    private static int ZoneHours(ReadOnlySpan<char> name) => name switch
    {
        "edt" => -4,
        "cest" or "eet" => 2,
        "cet" or "bst" or "mez" or "wat" => 1,
        "mesz" or "sast" => 2,
        "msk" or "eest" => 3,
        "hkt" => 8,
        "jst" or "kst" => 9,
        _ when name.StartsWith("est") || name.StartsWith("cdt") => -5,
        _ when name.StartsWith("cst") || name.StartsWith("mdt") => -6,
        _ when name.StartsWith("mst") || name.StartsWith("pdt") => -7,
        _ when name.StartsWith("pst") => -8,
        _ => 0,
    };
}
