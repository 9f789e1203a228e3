using HelpdeskMx.Agents;
using HelpdeskMx.Cosmos;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HelpdeskMx.Worker;

/// <summary>Adds the demo desk once its emulator answers, for <c>HELPDESKMX_DEMO=true</c>. Never for real customers.</summary>
public sealed class DemoDesk(Demo demo, CosmosClient client, CosmosOptions cosmos, ILogger<DemoDesk> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                if (cosmos.Key is not null) await CosmosServices.CreateAsync(client, cosmos, stoppingToken);
                await demo.RunAsync(stoppingToken);
                return;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("The demo desk waits for Cosmos DB at {Cosmos}: {Reason}", cosmos, e.Message.Split('\n')[0]);
                await Task.Delay(Pause, stoppingToken);
            }
        }
    }
}
