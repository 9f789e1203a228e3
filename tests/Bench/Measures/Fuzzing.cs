using System.Diagnostics;
using HelpdeskMx.Bench.Figures;
using HelpdeskMx.Bench.Mails;

namespace HelpdeskMx.Bench.Measures;

/// <summary>Whether broken mail is read at all, how long the worst takes and how much memory it asks for.</summary>
public sealed record Fuzzing() : Measure("fuzz")
{
    private const int Mails = 200_000;

    /// <inheritdoc/>
    public override Task<IReadOnlyList<Figure>> RunAsync(Setting setting, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        var read = Fuzz.Run(0, Mails, ct);
        var details = $"{read.Read:N0} mails, {read.Bytes / 1e6:N0} MB, in {clock.Elapsed.TotalSeconds:N0} s; parser, answer, signature, cleaned HTML of each";
        return Task.FromResult<IReadOnlyList<Figure>>(
        [
            Figure.AtMost("broken mails that made the parser throw", 0, read.Thrown.Count, "mails", string.Join("; ", read.Thrown.Take(5).Select(t => $"#{t.Number} {t.Why}").Prepend(details))),
            Figure.AtMost("broken mail, slowest", 50, read.Slowest.Cost.Milliseconds, "ms", $"#{read.Slowest.Number}, the fastest of several readings where the first was slow"),
            Figure.AtMost("broken mail, most allocated", Fuzz.MostAllocated / 1_000_000, read.Hungriest.Cost.Allocated / 1e6, "MB",
                $"#{read.Hungriest.Number}; {(double)read.Allocated / read.Bytes:N1} bytes allocated a byte of all; the process held {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0} MB at most"),
        ]);
    }
}
