using HelpdeskMx.Platform;

namespace HelpdeskMx.Operations;

/// <summary>How the desk stands now, and how it stood in each hour of the last day.</summary>
public sealed record DeskHealth(DeskState Now, IReadOnlyList<ReportRow> Hours);

/// <summary>Shows admins how the desk stands.</summary>
public sealed class ShowHealth(MeasureDesk measure, IReportTable reports)
{
    private static readonly TimeSpan Shown = TimeSpan.FromHours(24);

    /// <summary>Looks now, and into the kept rows.</summary>
    public async Task<DeskHealth> RunAsync(CancellationToken ct)
    {
        var now = await measure.LookAsync(ct);
        return new DeskHealth(now, await reports.RangeAsync(MeasureDesk.Report, now.At - Shown, now.At, ct));
    }
}
