using HelpdeskMx.Platform;
using HelpdeskMx.Sending.Meta;
using Microsoft.Extensions.Logging;

namespace HelpdeskMx.Channels.Connections;

/// <summary>Tries the token of every channel connected to Meta, so that one that ran out is seen before an answer fails.</summary>
public sealed class ProbeMeta(Settings settings, MetaAccess access, Connections connections, ILogger<ProbeMeta> log)
{
    /// <summary>Tries each once.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var channel in await settings.ChannelsAsync(ct))
        {
            if (channel.Meta is not { } account) continue;
            try
            {
                var (_, expiresAt) = await access.TryAsync(channel.Kind, account, ct);
                await connections.SucceededAsync(channel.Id, ConnectionWay.Meta, ct);
                await connections.ExpiresAsync(channel.Id, ConnectionWay.Meta, expiresAt, ct);
            }
            catch (MetaException e)
            {
                await connections.FailedAsync(channel.Id, ConnectionWay.Meta, e.FaultCode ?? "reconnect", e.Message, ct, e.After);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                log.LogError(e, "Trying the Meta account of channel {Channel} failed inside the desk; it is tried again tomorrow.", channel.Id);
            }
        }
    }
}
