using HelpdeskMx.Agents;
using HelpdeskMx.Channels.Connections;
using HelpdeskMx.Intake;
using HelpdeskMx.Intake.Mailboxes;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Channels;

/// <summary>What admins may change about a channel; null leaves it.</summary>
/// <param name="QuietAfterHours">After so many hours without a message it counts as silent; 0 never.</param>
/// <param name="Name">As agents call it.</param>
/// <param name="Store">Where tickets begin that come by it from now on.</param>
/// <param name="Department">Whose work they are.</param>
/// <param name="Address">For mail: the address customers write to, and answers come from.</param>
/// <param name="PlusAddressing">For mail: answers ask to be answered at <c>name+token@domain</c>.</param>
/// <param name="Active">False: nothing comes in by it.</param>
public sealed record ChannelChange(
    int? QuietAfterHours = null, string? Name = null, string? Store = null, string? Department = null, string? Address = null, bool? PlusAddressing = null, bool? Active = null);

/// <summary>Changes a channel, or parts it from a server.</summary>
public sealed class ChangeChannel(Settings settings, GraphSubscriptions subscriptions, ListChannels list)
{
    private const int MostHours = 24 * 365;

    /// <summary>The channel as it is then.</summary>
    public async Task<Outcome<ChannelView>> RunAsync(string id, ChannelChange change, Agent by, CancellationToken ct)
    {
        var neighbours = await Neighbours.OfAsync(settings, ct);
        return await list.ChangeAsync(id, channel => Changed(channel, change, neighbours), by, ct);
    }

    /// <summary>The channel without its connection.</summary>
    public async Task<Outcome<ChannelView>> DisconnectAsync(string id, ConnectionWay way, Agent by, CancellationToken ct)
    {
        if (await settings.ChannelAsync(id, ct) is not { } seen) return IntakeProblems.NoSuchChannel;
        if (way == ConnectionWay.Microsoft) await subscriptions.ForgetAsync(seen, ct);
        return await list.SaveAsync(id, channel => way switch
        {
            ConnectionWay.Imap => channel with { Mailbox = null },
            ConnectionWay.Microsoft => channel with { Microsoft = null },
            ConnectionWay.Meta => channel with { Meta = null },
            _ => channel with { Smtp = null },
        }, by, ct);
    }

    private static Outcome<Channel> Changed(Channel channel, ChannelChange change, Neighbours neighbours)
    {
        if (change.QuietAfterHours is < 0 or > MostHours) return Problems.Field("quietAfterHours", $"Give a number of hours from 0 to {MostHours}.");
        if (change.PlusAddressing == true && channel.Kind != ChannelKind.Email) return Problems.Field("plusAddressing", "Only a mail channel has an address.");
        return neighbours.Admit(channel with
        {
            QuietAfterHours = change.QuietAfterHours ?? channel.QuietAfterHours,
            Name = change.Name ?? channel.Name,
            Store = change.Store ?? channel.Store,
            Department = change.Department ?? channel.Department,
            Address = change.Address ?? channel.Address,
            PlusAddressing = change.PlusAddressing ?? channel.PlusAddressing,
            Active = change.Active ?? channel.Active,
        }, channel);
    }
}
