using HelpdeskMx.Agents;
using HelpdeskMx.Channels.Connections;
using HelpdeskMx.Intake;
using HelpdeskMx.Intake.Mailboxes;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Channels;

/// <summary>What admins may change about a channel; null leaves it.</summary>
public sealed record ChannelChange(int? QuietAfterHours);

/// <summary>Changes a channel, or parts it from a server.</summary>
public sealed class ChangeChannel(Settings settings, GraphSubscriptions subscriptions, ListChannels list)
{
    private const int MostHours = 24 * 365;

    /// <summary>The channel as it is then.</summary>
    public async Task<Outcome<ChannelView>> RunAsync(string id, ChannelChange change, Agent by, CancellationToken ct)
    {
        if (await settings.ChannelAsync(id, ct) is not { } channel) return IntakeProblems.NoSuchChannel;
        if (change.QuietAfterHours is < 0 or > MostHours) return Problems.Field("quietAfterHours", $"Give a number of hours from 0 to {MostHours}.");
        return await list.SaveAsync(channel with { QuietAfterHours = change.QuietAfterHours ?? channel.QuietAfterHours }, by, ct);
    }

    /// <summary>The channel without its connection.</summary>
    public async Task<Outcome<ChannelView>> DisconnectAsync(string id, ConnectionWay way, Agent by, CancellationToken ct)
    {
        if (await settings.ChannelAsync(id, ct) is not { } channel) return IntakeProblems.NoSuchChannel;
        if (way == ConnectionWay.Microsoft) await subscriptions.ForgetAsync(channel, ct);
        return await list.SaveAsync(way switch
        {
            ConnectionWay.Imap => channel with { Mailbox = null },
            ConnectionWay.Microsoft => channel with { Microsoft = null },
            ConnectionWay.Meta => channel with { Meta = null },
            _ => channel with { Smtp = null },
        }, by, ct);
    }
}
