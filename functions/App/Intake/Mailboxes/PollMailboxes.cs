using HelpdeskMx.Platform;
using Microsoft.Extensions.Logging;

namespace HelpdeskMx.Intake.Mailboxes;

/// <summary>Reads every mailbox that is connected, a few at a time; one that fails keeps none of the others waiting for the next round.</summary>
public sealed class PollMailboxes(Settings settings, ReadMailbox readMailbox, ReadSharedMailbox readSharedMailbox, ILogger<PollMailboxes> log)
{
    private const int AtOnce = 8;

    /// <summary>Reads each once.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var channels = (await settings.ChannelsAsync(ct)).Where(c => c is { Active: true } and ({ Mailbox: not null } or { Microsoft: not null }));
        await Parallel.ForEachAsync(channels, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (channel, stop) =>
        {
            try
            {
                await readMailbox.RunAsync(channel, stop);
                await readSharedMailbox.RunAsync(channel, null, stop);
            }
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                log.LogError(e, "Reading the mailbox of channel {Channel} failed inside the desk; it is read again in a minute.", channel.Id);
            }
        });
    }
}
