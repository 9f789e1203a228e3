using HelpdeskMx.Calendars;
using HelpdeskMx.Channels;

namespace HelpdeskMx.Chat;

/// <summary>Says whether somebody is there in a chat: within the hours of its department or store, unless an admin says otherwise.</summary>
public sealed class ChatHours(Hours hours)
{
    /// <summary>True while visitors are told that somebody is there.</summary>
    public async Task<bool> IsOpenAsync(Channel channel, CancellationToken ct) => !channel.Chat.Offline && (await hours.NowAsync(channel.Department, channel.Store, ct)).Open;
}
