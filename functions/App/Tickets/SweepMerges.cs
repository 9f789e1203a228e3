namespace HelpdeskMx.Tickets;

/// <summary>Finishes every merge that was left half done.</summary>
public sealed class SweepMerges(Tickets tickets, FinishMerge finish, TimeProvider clock)
{
    /// <summary>Sweeps once.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        string? next = null;
        do
        {
            var page = await tickets.DueMergesAsync(clock.GetUtcNow(), next, ct);
            foreach (var merge in page.Items) await finish.RunAsync(merge, ct);
            next = page.Next;
        } while (next is not null);
    }
}
