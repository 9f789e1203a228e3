using HelpdeskMx.Platform;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>Rows of reports as documents beside the settings.</summary>
public sealed class DocumentReports(IDocumentStore store) : IReportTable
{
    private readonly Collection<ReportRow> rows = new(store, Containers.Config, "report", AppJson.Of<ReportRow>());

    /// <inheritdoc/>
    public Task UpsertAsync(string report, ReportRow row, CancellationToken ct) =>
        rows.CommitAsync(Partition(report), rows.Upsert(UtcTime.Text(row.At), row), ct);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReportRow>> RangeAsync(string report, DateTimeOffset from, DateTimeOffset before, CancellationToken ct)
    {
        List<ReportRow> found = [];
        string? next = null;
        do
        {
            var page = await rows.QueryAsync(q => q with
            {
                Where = [new Condition.Between("at", UtcTime.Text(from), UtcTime.Text(before))],
                OrderBy = [new Order("at")],
                PageSize = 1000,
                Continuation = next,
            }, ct, Partition(report));
            found.AddRange(page.Items.Select(r => r.Value));
            next = page.Next;
        } while (next is not null);
        return found;
    }

    private static string Partition(string report) => $"report:{report}";
}
