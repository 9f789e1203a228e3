using HelpdeskMx.Agents;
using Microsoft.Extensions.Hosting;

namespace HelpdeskMx.Worker;

/// <summary>Adds the demo desk at the start, for <c>HELPDESKMX_DEMO=true</c>. Never for real customers.</summary>
public sealed class DemoDesk(Demo demo) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => demo.RunAsync(cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
