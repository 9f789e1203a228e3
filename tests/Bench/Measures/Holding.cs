using HelpdeskMx.Bench.Figures;

namespace HelpdeskMx.Bench.Measures;

/// <summary>How much memory the host of the largest archive holds, after whatever was asked of it before.</summary>
public sealed record Holding() : Measure("memory")
{
    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Figure>> RunAsync(Setting setting, CancellationToken ct)
    {
        var host = await setting.ServingAsync(setting.Largest, ct);
        return [Figure.AtMost($"memory serving {setting.Largest:N0} tickets", 400, host.Megabytes, "MB", "resident set after lists, conversations and searches")];
    }
}
