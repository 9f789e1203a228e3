using System.Diagnostics;

namespace HelpdeskMx.Bench.Figures;

/// <summary>How long each of many requests took, in milliseconds.</summary>
public sealed class Latencies(IEnumerable<double> milliseconds)
{
    private readonly double[] sorted = [.. milliseconds.Order()];

    /// <summary>How many there were.</summary>
    public int Count => sorted.Length;

    /// <summary>The time within which this share of the requests was answered.</summary>
    public double Within(double share) => sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];

    /// <summary>Half of the requests and nearly all of them.</summary>
    public override string ToString() => $"p50 {Within(0.5):N2} ms, p95 {Within(0.95):N2} ms";

    /// <summary>Times requests one after the other.</summary>
    public static async Task<Latencies> OfAsync<T>(IEnumerable<T> requests, Func<T, Task> ask)
    {
        var times = new List<double>();
        foreach (var request in requests)
        {
            var began = Stopwatch.GetTimestamp();
            await ask(request);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        return new Latencies(times);
    }

    /// <summary>Several measurements taken together.</summary>
    public static Latencies Of(IEnumerable<Latencies> parts) => new(parts.SelectMany(p => p.sorted));
}
