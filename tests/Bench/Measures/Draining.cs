using System.Diagnostics;
using HelpdeskMx.Bench.Figures;
using HelpdeskMx.Bench.Hosting;
using HelpdeskMx.Bench.Load;

namespace HelpdeskMx.Bench.Measures;

/// <summary>How fast a full queue of raw mail becomes tickets.</summary>
public sealed record Draining() : Measure("drain")
{
    private const int Mails = 20_000;

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Figure>> RunAsync(Setting setting, CancellationToken ct)
    {
        using var folder = new ScratchFolder();
        var filling = Stopwatch.StartNew();
        await FullQueue.FillAsync(folder.Path, new MailStock("drain"), Mails, ct);
        var filled = Mails / filling.Elapsed.TotalSeconds;
        using var host = await HostProcess.StartAsync(setting.Host, folder.Path);
        using var queue = new FullQueue(folder.Path);
        var clock = Stopwatch.StartNew();
        var left = (double)queue.Length();
        while (queue.Length() > Mails * 3 / 4) await Task.Delay(20, ct);
        var (warm, warmAt, workedBefore) = (queue.Length(), clock.Elapsed, host.Worked);
        await queue.DrainedAsync(TimeSpan.FromMinutes(5), ct);
        var rate = warm / (clock.Elapsed - warmAt).TotalSeconds;
        var work = (host.Worked - workedBefore).TotalMilliseconds / warm;
        return [Figure.AtLeast("raw mail to finished ticket", 2_000, rate, "/s", $"{Mails:N0} mails; {left / clock.Elapsed.TotalSeconds:N0}/s with the first seconds of the process counted; {work:N2} ms of processor a mail; filled at {filled:N0}/s")];
    }
}
