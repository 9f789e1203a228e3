using HelpdeskMx.Agents;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Channels;

/// <summary>A channel as settings show it.</summary>
/// <param name="Key">Only for admins.</param>
/// <param name="Url">Its door, below the address the desk is at.</param>
/// <param name="Providers">Which providers' secrets are set; the secrets themselves are shown to nobody.</param>
/// <param name="LastMessageAt">When something was last said in a ticket that came by it; null if nothing ever came.</param>
public sealed record ChannelView(
    string Id, ChannelKind Kind, string Name, string Store, string Department, string? Address, string? Key, string Url, IReadOnlyList<FormField> Fields,
    ProvidersSet Providers, DateTimeOffset? LastMessageAt)
{
    /// <summary>The channel as this agent may see it.</summary>
    public static ChannelView Of(Channel channel, Agent by, DateTimeOffset? lastMessageAt = null) => new(
        channel.Id, channel.Kind, channel.Name, channel.Store, channel.Department, channel.Address, by.Role == Role.Admin ? channel.Key : null,
        $"/api/ingest/{(channel.Kind == ChannelKind.Form ? "form" : "email")}/{channel.Id}", channel.Fields, ProvidersSet.Of(channel.Secrets), lastMessageAt);
}

/// <summary>Lists the channels with when each was last alive.</summary>
public sealed class ListChannels(Settings settings, Tickets.Tickets tickets)
{
    private static readonly bool[] Both = [true, false];

    /// <summary>Every channel.</summary>
    public async Task<IReadOnlyList<ChannelView>> RunAsync(Agent by, CancellationToken ct) =>
        [.. (await LastAsync(ct)).Select(c => ChannelView.Of(c.Channel, by, c.At))];

    /// <summary>Every channel with when something was last said in a ticket that came by it.</summary>
    public async Task<IReadOnlyList<(Channel Channel, DateTimeOffset? At)>> LastAsync(CancellationToken ct) =>
        await Task.WhenAll((await settings.ChannelsAsync(ct)).Select(async c => (c, await LastAsync(c, ct))));

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
