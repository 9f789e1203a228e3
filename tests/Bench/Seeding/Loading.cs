using System.Threading.Channels;
using HelpdeskMx.Embedded.Storage;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Bench.Seeding;

/// <summary>Puts batches into the store, every container by a load of its own, as fast as the slowest of them goes.</summary>
public sealed class Loading
{
    private const int Waiting = 10_000;
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
            foreach (var item in batch.Of(container)) await channel.Writer.WriteAsync(item, ct);
        }
    }

    /// <summary>Waits until everything is stored.</summary>
    public Task FinishAsync()
    {
        foreach (var channel in waiting.Values) channel.Writer.TryComplete();
        return loads;
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
