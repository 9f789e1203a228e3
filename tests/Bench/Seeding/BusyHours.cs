namespace HelpdeskMx.Bench.Seeding;

/// <summary>When customers write over a year: evenings more than nights, Mondays more than Sundays, December more than July.</summary>
public sealed class BusyHours
{
    private const int Days = 365;
    private static readonly double[] byHour = [1, 0.6, 0.4, 0.3, 0.4, 0.8, 2, 4, 7, 9, 10, 9, 8, 8, 8, 8, 7, 7, 8, 9, 9, 8, 5, 2.5];
    private static readonly double[] byWeekday = [0.6, 1.35, 1.2, 1.1, 1.05, 1, 0.7];
    private static readonly double[] byMonth = [1.1, 0.9, 0.9, 0.95, 0.95, 0.9, 0.8, 0.85, 1, 1.05, 1.3, 1.5];
    private readonly double[] sums = new double[Days * 24];
    private readonly DateTimeOffset from;

    /// <summary>The year that ends here.</summary>
    public BusyHours(DateTimeOffset until)
    {
        from = until.AddDays(-Days);
        var sum = 0.0;
        for (var hour = 0; hour < sums.Length; hour++)
        {
            var at = from.AddHours(hour);
            sums[hour] = sum += byHour[at.Hour] * byWeekday[(int)at.DayOfWeek] * byMonth[at.Month - 1];
        }
    }

    /// <summary>When this share of the year's mail had come.</summary>
    public DateTimeOffset At(double share)
    {
        var wanted = share * sums[^1];
        var found = Array.BinarySearch(sums, wanted);
        var hour = found >= 0 ? found + 1 : ~found;
        var before = hour == 0 ? 0 : sums[hour - 1];
        return from.AddHours(hour + (wanted - before) / (sums[hour] - before));
    }
}
