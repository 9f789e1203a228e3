using HelpdeskMx.Agents;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Channels;

/// <summary>How a channel's key is changed.</summary>
/// <param name="OverlapHours">For so long the old one opens the door as well, 0 to 720; null for a day.</param>
public sealed record KeyChange(int? OverlapHours);

/// <summary>Gives a channel a new key, with time to tell it to whoever sends.</summary>
public sealed class ChangeKey(Settings settings, ListChannels list, TimeProvider clock)
{
    private const int Usual = 24, Most = 720;
    private static readonly Problem ChangedMeanwhile = new("changed-meanwhile", "Somebody else changed this key just now, and it was not changed again. Look at the new one.", 409);

    /// <summary>The channel with its new key; of those before it at most one goes on.</summary>
    public async Task<Outcome<ChannelView>> RunAsync(string id, KeyChange change, Agent by, CancellationToken ct)
    {
        if (await settings.ChannelAsync(id, ct) is not { } seen) return IntakeProblems.NoSuchChannel;
        if (change.OverlapHours is < 0 or > Most) return Problems.Field("overlapHours", $"Give a number of hours from 0 to {Most}.");
        var hours = change.OverlapHours ?? Usual;
        var (key, endsAt) = (Ids.Random(), clock.GetUtcNow().AddHours(hours));
        return await list.ChangeAsync(id, channel => channel.Key == seen.Key
            ? channel with { Key = key, OldKey = hours == 0 ? null : new OldKey(channel.Key, endsAt) }
            : ChangedMeanwhile, by, ct);
    }
}
