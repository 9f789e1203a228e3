using HelpdeskMx.Embedded.Storage.Sqlite;
using HelpdeskMx.Platform;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>Wires the stores of the one-process host.</summary>
public static class StorageServices
{
    /// <summary>Keeps documents, queues and blobs in this folder, which the process then holds alone.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, string folder)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton(provider => new StorageFolder(folder, provider.GetRequiredService<ILogger<SqliteDatabase>>()))
            .AddSingleton(provider => DocumentsIn(provider.GetRequiredService<StorageFolder>(), provider))
            .AddSingleton<IDocumentStore>(provider => provider.GetRequiredService<SqliteDocumentStore>())
            .AddSingleton<IReportTable, DocumentReports>()
            .AddSingleton(provider => QueuesIn(provider.GetRequiredService<StorageFolder>(), provider))
            .AddSingleton<IQueue>(provider => provider.GetRequiredService<SqliteQueue>())
            .AddSingleton(provider => new FileBlobs(provider.GetRequiredService<StorageFolder>().Intake, Path.Combine(folder, "blobs")))
            .AddSingleton<IBlobs>(provider => provider.GetRequiredService<FileBlobs>())
            .AddSingleton<IIntakeLog, SqliteIntakeLog>();
    }

    private static SqliteDocumentStore DocumentsIn(StorageFolder folder, IServiceProvider provider) => new(
        folder.Desk, folder.Search, Containers.All,
        provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<SqliteDocumentStore>>());

    private static SqliteQueue QueuesIn(StorageFolder folder, IServiceProvider provider) =>
        new(folder.Intake, provider.GetRequiredService<TimeProvider>());
}
