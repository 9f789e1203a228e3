using HelpdeskMx.Embedded.Storage;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Bench.Seeding;

/// <summary>Loads items by ordinary commits, many at once so that they share their fsyncs.</summary>
public static class Committing
{
    private const int AtOnce = 200;

    /// <summary>Stores what is not there yet.</summary>
    public static Task LoadAsync(this SqliteDocumentStore store, Container container, IAsyncEnumerable<(string Partition, Write.Create Item)> items, CancellationToken ct) =>
        Parallel.ForEachAsync(Partitions(items), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (together, stop) => await store.CommitAsync(container, together.Partition, together.Items, stop));

    private static async IAsyncEnumerable<(string Partition, List<Write> Items)> Partitions(IAsyncEnumerable<(string Partition, Write.Create Item)> items)
    {
        (string Partition, List<Write> Items)? open = null;
        await foreach (var (partition, item) in items)
        {
            if (open is { } same && same.Partition == partition)
            {
                same.Items.Add(item);
                continue;
            }
            if (open is { } full) yield return full;
            open = (partition, [item]);
        }
        if (open is { } last) yield return last;
    }
}
