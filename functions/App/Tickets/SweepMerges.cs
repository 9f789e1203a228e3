using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>Finishes every merge that was left half done.</summary>
public sealed class SweepMerges(Tickets tickets, FinishMerge finish, TimeProvider clock)
{
    /// <summary>Sweeps once.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        await foreach (var merge in Pages.AllAsync(next => tickets.DueMergesAsync(clock.GetUtcNow(), next, ct), ct)) await finish.RunAsync(merge, ct);
    }
}
