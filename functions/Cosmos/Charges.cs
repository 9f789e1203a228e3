using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Logging;

namespace HelpdeskMx.Cosmos;

/// <summary>Keeps account of what requests cost: a histogram of request units by container and operation, and a line with the SDK's diagnostics for those slow or dear.</summary>
internal sealed partial class Charges(ILogger log, TimeSpan slow, double dear)
{
    /// <summary>The name under which telemetry finds the metric.</summary>
    public const string MeterName = "HelpdeskMx.Cosmos";

    private static readonly Meter meter = new(MeterName);

    private static readonly Histogram<double> units =
        meter.CreateHistogram<double>("helpdeskmx.cosmos.request_charge", "{request_unit}", "Request units of one request to Cosmos DB.");

    /// <summary>Accounts for one request that began at this timestamp.</summary>
    public void Add(string container, string operation, long began, Headers headers, CosmosDiagnostics? diagnostics)
    {
        var (charge, took) = (headers.RequestCharge, Stopwatch.GetElapsedTime(began));
        units.Record(charge, new("container", container), new("operation", operation));
        if (took > slow || charge > dear) Notable(log, operation, container, took.TotalMilliseconds, charge, diagnostics?.ToString());
    }

    [LoggerMessage(LogLevel.Warning, "Cosmos DB: {Operation} in {Container} took {Milliseconds:F0} ms and cost {Charge:F1} RU. {Diagnostics}")]
    private static partial void Notable(ILogger log, string operation, string container, double milliseconds, double charge, string? diagnostics);
}
