using HelpdeskMx.Bench.Hosting;

namespace HelpdeskMx.Bench.Measures;

/// <summary>What all measures share: how they were asked to run, and a host on a seeded folder that stays up between them.</summary>
/// <param name="Host">The host's program.</param>
/// <param name="Sizes">Sizes of archive to compare, smallest first.</param>
/// <param name="Length">How long load lasts.</param>
/// <param name="Kills">How often the host is killed.</param>
public sealed record Setting(string Host, IReadOnlyList<int> Sizes, TimeSpan Length, int Kills) : IDisposable
{
    private (int Size, HostProcess Host)? running;

    /// <summary>Tickets of the largest archive.</summary>
    public int Largest => Sizes[^1];

    /// <summary>A host that serves an archive of this size.</summary>
    public async Task<HostProcess> ServingAsync(int size, CancellationToken ct)
    {
        if (running is var (at, host) && at == size) return host;
        Dispose();
        running = (size, await HostProcess.StartAsync(Host, await SeededFolders.OfAsync(size, ct), InboxPage.Served));
        return running.Value.Host;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        running?.Host.Dispose();
        running = null;
    }
}
