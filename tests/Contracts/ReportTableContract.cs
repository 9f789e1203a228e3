using HelpdeskMx.Platform;

namespace HelpdeskMx.Tests.Contracts;

/// <summary>What every report table keeps of <see cref="IReportTable"/>'s promise; a table's own class says only how to get a clean one.</summary>
public abstract class ReportTableContract : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The clean table under test.</summary>
    protected IReportTable Reports { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync() => Reports = await OpenAsync();

    /// <inheritdoc/>
    public abstract Task DisposeAsync();

    /// <summary>Opens a table in which nothing is.</summary>
    protected abstract Task<IReportTable> OpenAsync();

    [Fact]
    public async Task Rows_come_oldest_first_from_one_time_up_to_another()
    {
        foreach (var hour in (int[])[3, 1, 2, 0]) await Reports.UpsertAsync("desk", Row(hour, hour), default);

        var rows = await Reports.RangeAsync("desk", Noon.AddHours(1), Noon.AddHours(3), default);

        Assert.Equal([Noon.AddHours(1), Noon.AddHours(2)], rows.Select(r => r.At));
        Assert.Equal([1, 2], rows.Select(r => r.Values["waiting"]));
    }

    [Fact]
    public async Task Counting_again_changes_nothing_but_what_was_counted()
    {
        await Reports.UpsertAsync("desk", Row(0, 5), default);
        await Reports.UpsertAsync("desk", new ReportRow(Noon, new Dictionary<string, double> { ["outbox"] = 0.5 }), default);

        var row = Assert.Single(await Reports.RangeAsync("desk", Noon, Noon.AddHours(1), default));
        Assert.Equal([new KeyValuePair<string, double>("outbox", 0.5)], row.Values);
    }

    [Fact]
    public async Task Reports_do_not_mix()
    {
        await Reports.UpsertAsync("desk", Row(0, 5), default);

        Assert.Empty(await Reports.RangeAsync("volume", Noon, Noon.AddHours(1), default));
    }

    [Fact]
    public async Task Thousands_of_rows_are_read_whole()
    {
        const int Hours = 2_500;
        await Parallel.ForAsync(0, Hours, async (i, ct) => await Reports.UpsertAsync("desk", Row(i, i), ct));

        var rows = await Reports.RangeAsync("desk", Noon, Noon.AddHours(Hours), default);

        Assert.Equal(Enumerable.Range(0, Hours).Select(i => (double)i), rows.Select(r => r.Values["waiting"]));
    }

    private static ReportRow Row(int hour, double waiting) => new(Noon.AddHours(hour), new Dictionary<string, double> { ["waiting"] = waiting });
}
