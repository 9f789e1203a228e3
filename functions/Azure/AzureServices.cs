using HelpdeskMx.OnAzure.Live;
using HelpdeskMx.OnAzure.Storage;
using HelpdeskMx.Platform;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HelpdeskMx.OnAzure;

/// <summary>Wires the adapters that stand on Azure's own services.</summary>
public static class AzureServices
{
    /// <summary>Keeps queues, blobs and reports in a storage account.</summary>
    public static IServiceCollection AddAzureStorage(this IServiceCollection services, AzureOptions options) => services
        .AddSingleton<IQueue>(new StorageQueues(options.Storage.Queues(options.Credential)))
        .AddSingleton<IBlobs>(new StorageBlobs(options.Storage.Blobs(options.Credential).GetBlobContainerClient(StorageBlobs.Container)))
        .AddSingleton<IIntakeLog, BlobThenQueue>()
        .AddSingleton<IReportTable>(new TableReports(options.Storage.Tables(options.Credential).GetTableClient(TableReports.Table)));

    /// <summary>Pushes through Azure SignalR where there is one.</summary>
    public static IServiceCollection AddAzureSignalR(this IServiceCollection services, AzureOptions options) => options.SignalR is not { } service
        ? services.AddSingleton<IRealtime, NoRealtime>()
        : services.AddSingleton<IRealtime>(provider => new SignalRRealtime(
            new HttpClient { Timeout = TimeSpan.FromSeconds(5) }, service, options.Credential, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<SignalRRealtime>>()));
}
