using System.Diagnostics;

namespace HelpdeskMx.Bench.Seeding;

/// <summary>Says every other second how far a long job is, how fast it goes and how long it will take.</summary>
public sealed class Progress(string what, int total, TextWriter to)
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private TimeSpan said;
    private int done;

    /// <summary>So many more are done.</summary>
    public void Add(int more)
    {
        done = Math.Min(total, done + more);
        if (done < total && clock.Elapsed - said < TimeSpan.FromSeconds(2)) return;
        said = clock.Elapsed;
        var left = TimeSpan.FromSeconds((total - done) / PerSecond);
        to.WriteLine(done < total ? $"{what}: {done:N0} of {total:N0}, {PerSecond:N0}/s, {left:m\\:ss} left" : $"{what}: {total:N0} in {clock.Elapsed:m\\:ss}, {PerSecond:N0}/s");
    }

    private double PerSecond => done / Math.Max(0.001, clock.Elapsed.TotalSeconds);
}
