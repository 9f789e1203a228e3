using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>Finishes every split that was left half done.</summary>
public sealed class SweepSplits(Tickets tickets, FinishSplit finish, TimeProvider clock)
{
    /// <summary>Sweeps once.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        await foreach (var split in Pages.AllAsync(next => tickets.DueSplitsAsync(clock.GetUtcNow(), next, ct), ct)) await finish.RunAsync(split, ct);
    }
}
