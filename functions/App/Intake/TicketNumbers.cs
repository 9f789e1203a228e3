using HelpdeskMx.Platform;

namespace HelpdeskMx.Intake;

/// <summary>A counter of which blocks have been taken.</summary>
/// <param name="Next">The first number nobody has taken.</param>
public sealed record Block(long Next);

/// <summary>Short, rising ticket numbers, taken in blocks so that the counter is not written for every ticket. A restart leaves a gap.</summary>
public sealed class TicketNumbers(IDocumentStore store) : IDisposable
{
    /// <summary>The number of a desk's first ticket.</summary>
    public const long First = 1001;

    private const int Size = 50;
    private readonly Collection<Block> blocks = new(store, Containers.Config, "counter", AppJson.Of<Block>());
    private readonly SemaphoreSlim one = new(1);
    private long next, end;

    /// <summary>A number nobody else has.</summary>
    public async Task<long> NextAsync(CancellationToken ct)
    {
        await one.WaitAsync(ct);
        try
        {
            if (next == end) (next, end) = await TakeAsync(Size, ct);
            return next++;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Takes a block of numbers: from the first up to but without the second.</summary>
    public async Task<(long From, long Before)> TakeAsync(int size, CancellationToken ct)
    {
        while (true)
        {
            var stored = await blocks.ReadAsync("counters", "ticket-number", ct);
            var from = stored?.Value.Next ?? First;
            var taken = new Block(from + size);
            var write = stored is null ? blocks.Create("ticket-number", taken) : blocks.Replace("ticket-number", taken, stored.ETag);
            if (await blocks.CommitAsync("counters", write, ct) == CommitOutcome.Committed) return (from, taken.Next);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();
}
