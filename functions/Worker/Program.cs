using HelpdeskMx.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<Unexpected>();
builder.Configuration.AddEnvironmentVariables("HELPDESKMX_");
try
{
    builder.Services.AddDesk(builder.Configuration);
}
catch (FormatException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
await builder.Build().RunAsync();
return 0;
