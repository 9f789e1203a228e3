namespace HelpdeskMx.Tickets;

/// <summary>Finishes every split that was left half done.</summary>
public sealed class SweepSplits(Tickets tickets, FinishSplit finish, TimeProvider clock)
{
    /// <summary>Sweeps once.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        string? next = null;
        do
        {
            var page = await tickets.DueSplitsAsync(clock.GetUtcNow(), next, ct);
            foreach (var split in page.Items) await finish.RunAsync(split, ct);
            next = page.Next;
        } while (next is not null);
    }
}
