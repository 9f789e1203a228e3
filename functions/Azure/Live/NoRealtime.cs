using HelpdeskMx.Platform;

namespace HelpdeskMx.OnAzure.Live;

/// <summary>No pushes: browsers see changes when they ask.</summary>
public sealed class NoRealtime : IRealtime
{
    /// <inheritdoc/>
    public Task PublishAsync(string audience, string message, ReadOnlyMemory<byte> json, CancellationToken ct) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<RealtimeConnection> NegotiateAsync(string agentId, IReadOnlyList<string> audiences, CancellationToken ct) =>
        Task.FromResult(new RealtimeConnection("", ""));
}
