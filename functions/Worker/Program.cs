using HelpdeskMx;
using HelpdeskMx.Cosmos;
using HelpdeskMx.OnAzure;
using HelpdeskMx.Operations;
using HelpdeskMx.Platform;
using HelpdeskMx.Worker;
using HelpdeskMx.Worker.Outgoing;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<Unexpected>();
builder.Configuration.AddEnvironmentVariables("HELPDESKMX_");
try
{
    var azure = AzureOptions.Read(builder.Configuration);
    builder.Services.AddSingleton(TimeProvider.System).AddSingleton(DeskOptions.Read(builder.Configuration)).AddHelpdesk();
    builder.Services.AddCosmos(CosmosOptions.Parse("HELPDESKMX_COSMOS", builder.Configuration["COSMOS"])).AddAzureStorage(azure).AddAzureSignalR(azure);
    builder.Services.AddMailer(MailOptions.Read(builder.Configuration), azure.Credential);
    builder.Services.AddOpenTelemetry().UseFunctionsWorkerDefaults();
    builder.Services.AddTelemetry(builder.Configuration).ToAzureMonitor(builder.Configuration, azure.Credential);
    if (builder.Configuration["DEMO"] is "true" or "1") builder.Services.AddHostedService<DemoDesk>();
}
catch (FormatException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
await builder.Build().RunAsync();
return 0;
