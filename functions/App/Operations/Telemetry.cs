using System.Diagnostics;
using HelpdeskMx.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace HelpdeskMx.Operations;

/// <summary>Traces, metrics and logs of the desk by OpenTelemetry.</summary>
public static class Telemetry
{
    /// <summary>The standard setting that names a collector.</summary>
    public const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>The desk's own work, which no library traces.</summary>
    public static ActivitySource Traces { get; } = new("HelpdeskMx");

    /// <summary>Collects what the desk, its web server and its outgoing calls tell, and sends it to the collector where one is set.</summary>
    public static IOpenTelemetryBuilder AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("helpdesk-mx", serviceVersion: Health.Now.Version))
            .WithTracing(traces => traces.AddSource(Traces.Name, "Microsoft.AspNetCore", "System.Net.Http"))
            .WithMetrics(metrics => metrics.AddMeter($"{Measures.Meter}*", "Microsoft.AspNetCore.Hosting", "System.Net.Http"))
            .WithLogging();
        return string.IsNullOrEmpty(configuration[Collector]) ? telemetry : telemetry.UseOtlpExporter();
    }
}
