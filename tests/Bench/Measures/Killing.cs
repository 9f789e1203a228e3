using HelpdeskMx.Bench.Crashes;
using HelpdeskMx.Bench.Figures;
using HelpdeskMx.Bench.Hosting;

namespace HelpdeskMx.Bench.Measures;

/// <summary>Whether anything is lost or doubled when the process is killed again and again under load.</summary>
public sealed record Killing() : Measure("kill")
{
    private const int Connections = 16;

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Figure>> RunAsync(Setting setting, CancellationToken ct)
    {
        setting.Dispose();
        using var folder = new ScratchFolder();
        var outcome = await new KillTest(setting.Host, folder.Path, Connections).RunAsync(setting.Kills, ct);
        var details = $"{outcome.Kills} kills, {outcome.Acknowledged:N0} mails acknowledged, {outcome.Unanswered:N0} posted again because the answer was lost; {outcome.Lost.Count} lost, {outcome.Doubled.Count} doubled";
        return [Figure.AtMost("kill -9 under load, lost or doubled", 0, outcome.Lost.Count + outcome.Doubled.Count, "mails", details)];
    }
}
