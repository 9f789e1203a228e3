using HelpdeskMx.Bench.Figures;
using HelpdeskMx.Bench.Hosting;
using HelpdeskMx.Bench.Load;

namespace HelpdeskMx.Bench.Measures;

/// <summary>How fast mail is taken in for good, while what was taken in becomes tickets.</summary>
public sealed record Acknowledging() : Measure("acknowledge")
{
    private const int Connections = 64;
    private static readonly TimeSpan warmUp = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Figure>> RunAsync(Setting setting, CancellationToken ct)
    {
        using var folder = new ScratchFolder();
        using var host = await HostProcess.StartAsync(setting.Host, folder.Path);
        var posted = await Posting.RunAsync(host.Port, new MailStock("ack"), Connections, warmUp, setting.Length, ct);
        var work = host.Worked.TotalMilliseconds / posted.Times.Count;
        var details = $"{posted.Times.Count:N0} mails of 4 KB over {Connections} connections, {posted.Refused} refused, {work:N2} ms of the host's processor a mail with what became tickets meanwhile; p50 {posted.Times.Within(0.5):N1} ms, p99 {posted.Times.Within(0.99):N1} ms";
        return
        [
            Figure.AtLeast("durable acknowledgement, rate", 3_000, posted.PerSecond, "/s", details),
            Figure.AtMost("durable acknowledgement, p99", 50, posted.Times.Within(0.99), "ms", details),
        ];
    }
}
