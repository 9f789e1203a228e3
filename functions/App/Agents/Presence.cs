using HelpdeskMx.Platform;

namespace HelpdeskMx.Agents;

/// <summary>Whether an agent is there: their browser says so every minute while the desk is open in it, unless they say they are away.</summary>
/// <param name="Id">The agent's id.</param>
/// <param name="SeenAt">When their browser last said so.</param>
/// <param name="Away">They said they are not there, whatever is open.</param>
public sealed record Presence(string Id, DateTimeOffset SeenAt, bool Away)
{
    /// <summary>How long nothing may be heard from whoever is there.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>True if they are there now.</summary>
    public bool IsThere(DateTimeOffset now) => !Away && now - SeenAt < Patience;
}

/// <summary>What an agent's browser says of them; null leaves whether they are away.</summary>
public sealed record PresenceChange(bool? Away);

/// <summary>Whether a colleague is there, as agents see it.</summary>
/// <param name="Agent">The agent's id.</param>
/// <param name="There">They are there now.</param>
/// <param name="Away">They said they are not.</param>
public sealed record PresenceView(string Agent, bool There, bool Away);

/// <summary>Who is there.</summary>
public sealed class Presences(Settings settings, TimeProvider clock)
{
    /// <summary>How every agent stands who ever was there.</summary>
    public async Task<IReadOnlyList<PresenceView>> ListAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return [.. (await settings.PresencesAsync(ct)).Select(p => new PresenceView(p.Id, p.IsThere(now), p.Away))];
    }

    /// <summary>Ids of the agents who are there.</summary>
    public async Task<IReadOnlySet<string>> ThereAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return (await settings.PresencesAsync(ct)).Where(p => p.IsThere(now)).Select(p => p.Id).ToHashSet();
    }

    /// <summary>Notes that an agent is there or away; true if they have just come.</summary>
    public async Task<bool> SayAsync(Agent by, PresenceChange change, CancellationToken ct)
    {
        var (now, before) = (clock.GetUtcNow(), (await settings.PresencesAsync(ct)).FirstOrDefault(p => p.Id == by.Id));
        var after = new Presence(by.Id, now, change.Away ?? before?.Away ?? false);
        await settings.SaveAsync(Kinds.Presences, by.Id, after, ct);
        return after.IsThere(now) && before?.IsThere(now) is not true;
    }
}
