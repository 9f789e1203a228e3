using System.Diagnostics;
using HelpdeskMx.Bench.Figures;

namespace HelpdeskMx.Bench.Load;

/// <summary>What came of posting mail for a while.</summary>
/// <param name="Times">Of every accepted mail.</param>
/// <param name="Length">How long it lasted.</param>
/// <param name="Refused">Mails that were not accepted.</param>
public sealed record Posted(Latencies Times, TimeSpan Length, int Refused)
{
    /// <summary>Mails accepted in a second.</summary>
    public double PerSecond => Times.Count / Length.TotalSeconds;
}

/// <summary>Posts mail over many connections as fast as it is taken.</summary>
public static class Posting
{
    /// <summary>Posts for so long, after a while that does not count.</summary>
    public static async Task<Posted> RunAsync(int port, MailStock stock, int connections, TimeSpan warmUp, TimeSpan length, CancellationToken ct)
    {
        var number = 0L;
        var refused = 0;
        var begins = Stopwatch.GetTimestamp() + (long)(warmUp.TotalSeconds * Stopwatch.Frequency);
        var ends = begins + (long)(length.TotalSeconds * Stopwatch.Frequency);
        var times = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            var mine = new List<double>();
            using var line = await MailLine.OpenAsync(port, ct);
            while (Stopwatch.GetTimestamp() < ends)
            {
                var mail = stock.Mail(Interlocked.Increment(ref number));
                var began = Stopwatch.GetTimestamp();
                if (await line.PostAsync(mail, ct) != 202) Interlocked.Increment(ref refused);
                else if (began >= begins) mine.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
            return mine;
        }, ct)));
        return new Posted(new Latencies(times.SelectMany(t => t)), length, refused);
    }
}
