using HelpdeskMx.Cosmos;
using HelpdeskMx.OnAzure;
using HelpdeskMx.Operations;
using HelpdeskMx.Platform;
using HelpdeskMx.Worker.Outgoing;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelpdeskMx.Worker;

/// <summary>The desk as Azure Functions runs it.</summary>
public static class WorkerServices
{
    /// <summary>Adds the product and its adapters on Azure. Settings are the desk's own without their prefix <c>HELPDESKMX_</c>, and those of Azure Functions.</summary>
    /// <exception cref="FormatException">A setting is missing or cannot be read; the sentence says which, and gives an example.</exception>
    public static IServiceCollection AddDesk(this IServiceCollection services, IConfiguration configuration)
    {
        var azure = AzureOptions.Read(configuration);
        var cosmos = CosmosOptions.Parse("HELPDESKMX_COSMOS", configuration["COSMOS"]);
        cosmos = cosmos with { ClientId = cosmos.ClientId ?? configuration["IDENTITY"] };

        services.AddSingleton(TimeProvider.System).AddHelpdesk(DeskOptions.Read(configuration));
        services.AddCosmos(cosmos).AddAzureStorage(azure).AddAzureSignalR(azure).AddMailer(MailOptions.Read(configuration), azure.Credential);
        services.AddOpenTelemetry().UseFunctionsWorkerDefaults();
        services.AddTelemetry(configuration).ToAzureMonitor(configuration, azure.Credential);
        return configuration["DEMO"] is "true" or "1" ? services.AddSingleton(cosmos).AddHostedService<DemoDesk>() : services;
    }
}
