using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using OpenTelemetry;

namespace HelpdeskMx.OnAzure;

/// <summary>Sends traces, metrics and logs to Application Insights.</summary>
public static class AzureTelemetry
{
    /// <summary>The setting that names it; Azure Functions' host reads the same.</summary>
    public const string Setting = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>Sends them as the desk's identity, where the setting is there.</summary>
    public static IOpenTelemetryBuilder ToAzureMonitor(this IOpenTelemetryBuilder telemetry, IConfiguration configuration, TokenCredential credential) =>
        string.IsNullOrEmpty(configuration[Setting]) ? telemetry : telemetry.UseAzureMonitorExporter(options => options.Credential = credential);
}
