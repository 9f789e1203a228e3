using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using HelpdeskMx.Platform;

namespace HelpdeskMx.OnAzure.Storage;

/// <summary>Rows of reports in a table: a partition for each report, a row for each time. The table is made when it is first needed.</summary>
public sealed class TableReports(TableClient table) : IReportTable
{
    /// <summary>The table's name.</summary>
    public const string Table = "rollups";

    /// <inheritdoc/>
    public async Task UpsertAsync(string report, ReportRow row, CancellationToken ct)
    {
        var entity = new TableEntity(report, UtcTime.Text(row.At));
        foreach (var (name, value) in row.Values) entity[name] = value;
        try
        {
            await table.UpsertEntityAsync(entity, TableUpdateMode.Replace, ct);
        }
        catch (RequestFailedException e) when (e.ErrorCode == TableErrorCode.TableNotFound)
        {
            await table.CreateIfNotExistsAsync(ct);
            await table.UpsertEntityAsync(entity, TableUpdateMode.Replace, ct);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReportRow>> RangeAsync(string report, DateTimeOffset from, DateTimeOffset before, CancellationToken ct)
    {
        var asked = TableClient.CreateQueryFilter($"PartitionKey eq {report} and RowKey ge {UtcTime.Text(from)} and RowKey lt {UtcTime.Text(before)}");
        List<ReportRow> rows = [];
        try
        {
            await foreach (var entity in table.QueryAsync<TableEntity>(asked, maxPerPage: 1000, cancellationToken: ct)) rows.Add(Read(entity));
        }
        catch (RequestFailedException e) when (e.ErrorCode == TableErrorCode.TableNotFound)
        {
            return [];
        }
        return rows;
    }

    private static ReportRow Read(TableEntity entity) => new(
        DateTimeOffset.Parse(entity.RowKey, System.Globalization.CultureInfo.InvariantCulture),
        entity.Where(p => p.Value is double).ToDictionary(p => p.Key, p => (double)p.Value));
}
