using HelpdeskMx.Embedded.Storage;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Contracts;

namespace HelpdeskMx.Tests.Embedded;

/// <summary>Reports as documents over SQLite.</summary>
public sealed class DocumentReportsHonourTheContract : ReportTableContract
{
    private readonly TemporaryFolder folder = new();
    private OpenStore? open;

    protected override Task<IReportTable> OpenAsync()
    {
        open = new OpenStore(folder);
        return Task.FromResult<IReportTable>(new DocumentReports(open.Store));
    }

    public override async Task DisposeAsync()
    {
        await open!.DisposeAsync();
        folder.Dispose();
    }
}
