using System.Globalization;

namespace HelpdeskMx.Bench.Cost;

/// <summary>Shows forecasts beside each other, as a table of Markdown.</summary>
public static class CostTable
{
    /// <summary>The sizes that docs/guides/scale.md shows.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [10_000, 100_000, 1_000_000];

    /// <summary>The table.</summary>
    public static string Of(IEnumerable<Forecast> forecasts)
    {
        Forecast[] columns = [.. forecasts];
        (string What, Func<Forecast, string> Value)[] rows =
        [
            ("agents at work", f => Whole(f.Agents)),
            ("RU/s, average / peak", f => $"{Whole(f.AverageRu)} / {Whole(f.PeakRu)}"),
            ("of these for lists", f => (f.ListRu / f.DayRu).ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal)),
            ("Cosmos DB", f => f.IsServerless ? "serverless" : "autoscale"),
            ("documents after a year, GB", f => Whole(f.StoredGb)),
            ("physical partitions of tickets", f => Whole(f.Partitions)),
            ("blobs after a year, GB", f => Whole(f.BlobGb)),
            ("messages in a second at peak", f => Tenth(f.PeakInbound)),
            ("depth of `inbound` at peak", f => Whole(f.QueueDepth)),
            ("executions a day", f => Whole(f.Executions)),
            ("instances at peak", f => Whole(f.PeakInstances)),
            ("SignalR units", f => f.SignalRUnits == 0 ? "free" : Whole(f.SignalRUnits)),
            ("mails a minute at peak (default limit 30)", f => Whole(f.PeakMailsPerMinute)),
            ("mails an hour at peak (default limit 100)", f => Whole(f.PeakMailsPerMinute * 60)),
            .. columns[0].Costs.Select((c, i) => ($"{c.Component}, $ a month", (Func<Forecast, string>)(f => Whole(f.Costs[i].Cost)))),
            ("**all, $ a month**", f => Whole(f.MonthlyCost)),
            ("**$ per 1,000 tickets**", f => f.CostPerThousand.ToString("N2", CultureInfo.InvariantCulture)),
            ("first bottleneck, as first deployed", f => f.FirstBottleneck),
            ("next, with mail raised and SignalR standard", f => f.NextBottleneck),
        ];
        IEnumerable<string> lines =
        [
            $"| tickets a day | {string.Join(" | ", columns.Select(f => Whole(f.Tickets)))} |",
            $"|---|{string.Concat(columns.Select(_ => "---:|"))}",
            .. rows.Select(r => $"| {r.What} | {string.Join(" | ", columns.Select(r.Value))} |"),
        ];
        return string.Join('\n', lines) + "\n";
    }

    private static string Whole(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Tenth(double value) => value.ToString("N1", CultureInfo.InvariantCulture);
}
