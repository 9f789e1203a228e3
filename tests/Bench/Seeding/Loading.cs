using System.Threading.Channels;
using HelpdeskMx.Embedded.Storage;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Bench.Seeding;

/// <summary>Puts batches into the store, every container by a load of its own, as fast as the slowest of them goes.</summary>
public sealed class Loading
{
    private const int Waiting = 10_000;

    // Pointers lie by their names, which are digests: loaded as they come, every one of them would rewrite a page of its own.
    private const int SortedTogether = 300_000;

    private readonly List<(string Partition, Write.Create Item)> pointers = [];
    private readonly Dictionary<Container, Channel<(string, Write.Create)>> waiting;
    private readonly Task loads;

    /// <summary>Begins to load.</summary>
    public Loading(SqliteDocumentStore store, CancellationToken ct)
    {
        waiting = Containers.All.ToDictionary(c => c, _ => Channel.CreateBounded<(string, Write.Create)>(Waiting));
        loads = Task.WhenAll(waiting.Select(w => LoadAsync(store, w.Key, w.Value, ct)));
    }

    /// <summary>Hands a batch over; waits while the store is behind.</summary>
    public async Task AddAsync(Capture batch, CancellationToken ct)
    {
        foreach (var (container, channel) in waiting)
        {
            if (container == Containers.Lookup) pointers.AddRange(batch.Of(container));
            else foreach (var item in batch.Of(container)) await channel.Writer.WriteAsync(item, ct);
        }
        if (pointers.Count >= SortedTogether) await AddPointersAsync(ct);
    }

    /// <summary>Waits until everything is stored.</summary>
    public async Task FinishAsync(CancellationToken ct)
    {
        await AddPointersAsync(ct);
        foreach (var channel in waiting.Values) channel.Writer.TryComplete();
        await loads;
    }

    private async Task AddPointersAsync(CancellationToken ct)
    {
        pointers.Sort((one, other) => string.CompareOrdinal(one.Partition, other.Partition));
        foreach (var pointer in pointers) await waiting[Containers.Lookup].Writer.WriteAsync(pointer, ct);
        pointers.Clear();
    }

    /// <summary>A load that fails fails whoever hands it more.</summary>
    private static async Task LoadAsync(SqliteDocumentStore store, Container container, Channel<(string, Write.Create)> items, CancellationToken ct)
    {
        try
        {
            await store.LoadAsync(container, items.Reader.ReadAllAsync(ct), ct);
        }
        catch (Exception failure)
        {
            items.Writer.TryComplete(failure);
            throw;
        }
    }
}
