using HelpdeskMx.Bench.Figures;
using HelpdeskMx.Bench.Hosting;

namespace HelpdeskMx.Bench.Measures;

/// <summary>How long the process takes from its start to its first answer.</summary>
public sealed record Starting() : Measure("start")
{
    private const int Times = 5;

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Figure>> RunAsync(Setting setting, CancellationToken ct)
    {
        setting.Dispose();
        var full = await SeededFolders.OfAsync(setting.Largest, ct);
        using var empty = new ScratchFolder();
        return
        [
            await StartAsync("start on an empty folder", setting.Host, () => Path.Combine(empty.Path, Path.GetRandomFileName())),
            await StartAsync($"start on {setting.Largest:N0} tickets", setting.Host, () => full),
        ];
    }

    private static async Task<Figure> StartAsync(string name, string program, Func<string> folder)
    {
        List<double> times = [];
        for (var i = 0; i < Times; i++)
        {
            using var host = await HostProcess.StartAsync(program, folder());
            times.Add(host.StartedIn.TotalMilliseconds);
        }
        return Figure.AtMost(name, 1_000, new Latencies(times).Within(0.5), "ms", $"to the first answer of /api/health, the middle of {string.Join(", ", times.Select(t => $"{t:N0}"))} ms");
    }
}
