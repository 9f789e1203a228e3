using HelpdeskMx.Agents;
using HelpdeskMx.Channels.Connections;
using HelpdeskMx.Chat;
using HelpdeskMx.Forms;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Channels;

/// <summary>A channel as settings show it.</summary>
/// <param name="Key">Only for admins, as are its connections.</param>
/// <param name="Url">Its door, below the address the desk is at.</param>
/// <param name="Providers">Which providers' secrets are set; the secrets themselves are shown to nobody.</param>
/// <param name="LastMessageAt">When something was last said in a ticket that came by it; null if nothing ever came.</param>
/// <param name="Quiet">Nothing was said for longer than the channel's hours of silence.</param>
/// <param name="Connections">How those it has stand.</param>
/// <param name="Form">What a form says around its fields, where it leads and how it is protected; null for what is no form.</param>
/// <param name="Chat">How a chat looks and where it may stand; for admins, null for what is no chat.</param>
public sealed record ChannelView(
    string Id, ChannelKind Kind, string Name, string Store, string Department, string? Address, string? Key, string Url, IReadOnlyList<FormField> Fields,
    ProvidersSet Providers, DateTimeOffset? LastMessageAt, int QuietAfterHours, bool Quiet, MailboxView? Mailbox, SharedMailboxView? Microsoft, AccountView? Smtp, MetaAccountView? Meta, IReadOnlyList<ConnectionView> Connections,
    FormSettings? Form, ChatSettingsView? Chat)
{
    /// <summary>Nothing comes in by it while this is false.</summary>
    public bool Active { get; init; } = true;

    /// <summary>For mail: answers ask to be answered at <c>name+token@domain</c>.</summary>
    public bool PlusAddressing { get; init; }

    /// <summary>When the key before this one ends; null where only this one opens. Only for admins.</summary>
    public DateTimeOffset? OldKeyEndsAt { get; init; }
}

/// <summary>A mailbox as admins may see it.</summary>
public sealed record MailboxView(AccountView Account, string Folder, string? MoveTo);

/// <summary>How one of a channel's connections stands.</summary>
/// <param name="SucceededAt">When it last worked; null if it never did.</param>
/// <param name="Fault">Null while it works.</param>
/// <param name="NextAt">When it is tried again after a fault.</param>
/// <param name="ExpiresAt">When somebody has to renew it; null where that is not known.</param>
public sealed record ConnectionView(ConnectionWay Way, DateTimeOffset? SucceededAt, ConnectionFault? Fault, DateTimeOffset? NextAt, DateTimeOffset? ExpiresAt);

/// <summary>A channel with when something was last said by it and how its connections stand.</summary>
public sealed record ChannelPulse(Channel Channel, DateTimeOffset? LastMessageAt, bool Quiet, IReadOnlyList<ConnectionView> Connections);

/// <summary>Lists the channels with how they stand.</summary>
public sealed class ListChannels(Settings settings, Tickets.Tickets tickets, Connections.Connections connections, TimeProvider clock)
{
    private static readonly bool[] Both = [true, false];

    /// <summary>Every channel.</summary>
    public async Task<IReadOnlyList<ChannelView>> RunAsync(Agent by, CancellationToken ct) => [.. (await PulseAsync(ct)).Select(p => View(p, by))];

    /// <summary>Changes a channel as it is stored now and shows it; what somebody else changed meanwhile stays.</summary>
    public Task<Outcome<ChannelView>> SaveAsync(string id, Func<Channel, Channel> change, Agent by, CancellationToken ct) => ChangeAsync(id, channel => change(channel), by, ct);

    /// <summary>The same for a change that may be refused.</summary>
    public async Task<Outcome<ChannelView>> ChangeAsync(string id, Func<Channel, Outcome<Channel>> change, Agent by, CancellationToken ct)
    {
        var changed = await settings.ChangeAsync(Kinds.Channels, id, change, ct) ?? IntakeProblems.NoSuchChannel;
        return changed.Problem is { } problem ? problem : await ViewAsync(changed.Value, by, ct);
    }

    /// <summary>One channel.</summary>
    public async Task<ChannelView> ViewAsync(Channel channel, Agent by, CancellationToken ct) => View(await PulseAsync(channel, ct), by);

    /// <summary>How every channel stands.</summary>
    public async Task<IReadOnlyList<ChannelPulse>> PulseAsync(CancellationToken ct) => await Task.WhenAll((await settings.ChannelsAsync(ct)).Select(c => PulseAsync(c, ct)));

    private async Task<ChannelPulse> PulseAsync(Channel channel, CancellationToken ct)
    {
        var last = await LastAsync(channel, ct);
        var quiet = channel is { Active: true, QuietAfterHours: > 0 } && last is not null && clock.GetUtcNow() - last > TimeSpan.FromHours(channel.QuietAfterHours);
        return new(channel, last, quiet, await Task.WhenAll(Ways(channel).Select(async way => View(way, await connections.StateAsync(channel.Id, way, ct)))));
    }

    private static IEnumerable<ConnectionWay> Ways(Channel channel)
    {
        if (channel is { Active: true, Mailbox: not null }) yield return ConnectionWay.Imap;
        if (channel is { Active: true, Microsoft: not null }) yield return ConnectionWay.Microsoft;
        if (channel.Smtp is not null) yield return ConnectionWay.Smtp;
        if (channel.Meta is not null) yield return ConnectionWay.Meta;
    }

    private static ConnectionView View(ConnectionWay way, ConnectionState state) => new(way, state.SucceededAt, state.Fault, state.Fault is null ? null : state.NextAt, state.ExpiresAt);

    private static string Door(Channel channel) => channel.Kind switch
    {
        ChannelKind.Email => $"/api/ingest/email/{channel.Id}",
        ChannelKind.Form => $"/api/ingest/form/{channel.Id}",
        ChannelKind.Chat => $"/api/chat/{channel.Id}",
        _ => $"/api/ingest/meta/{channel.Id}",
    };

    private ChannelView View(ChannelPulse pulse, Agent by)
    {
        var (channel, admin) = (pulse.Channel, by.IsAdmin);
        return new(
            channel.Id, channel.Kind, channel.Name, channel.Store, channel.Department, channel.Address, admin ? channel.Key : null,
            Door(channel), channel.Fields, ProvidersSet.Of(channel.Secrets),
            pulse.LastMessageAt, channel.QuietAfterHours, pulse.Quiet,
            admin && channel.Mailbox is { } mailbox ? new(AccountView.Of(mailbox.Account), mailbox.Folder, mailbox.MoveTo) : null,
            admin && channel.Microsoft is { } shared ? SharedMailboxView.Of(shared) : null,
            admin && channel.Smtp is { } smtp ? AccountView.Of(smtp) : null,
            admin && channel.Meta is { } meta ? MetaAccountView.Of(meta) : null,
            admin ? pulse.Connections : [],
            channel.Kind == ChannelKind.Form ? channel.Form : null,
            admin && channel.Kind == ChannelKind.Chat ? ChatSettingsView.Of(channel.Chat) : null)
        {
            Active = channel.Active,
            PlusAddressing = channel.PlusAddressing,
            OldKeyEndsAt = admin && channel.OldKey is { } old && clock.GetUtcNow() < old.EndsAt ? old.EndsAt : null,
        };
    }

    private async Task<DateTimeOffset?> LastAsync(Channel channel, CancellationToken ct)
    {
        // Two questions, because the index by channel tells active tickets from the rest.
        var newest = await Task.WhenAll(Both.Select(active => tickets.ListAsync(q => q with
        {
            Where = [new Condition.Is("channel", channel.Id), new Condition.Is("active", active)],
            OrderBy = [new Order("lastMessageAt", true)],
            PageSize = 1,
        }, ct)));
        return newest.SelectMany(p => p.Items).Select(t => (DateTimeOffset?)t.Value.LastMessageAt).Max();
    }
}
