using System.Globalization;
using HelpdeskMx.Channels;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Intake.Providers;

/// <summary>Whether a signed post is new enough, and new at all.</summary>
/// <remarks>A token is claimed before its mail is stored and marked used after: of two posts with one token only one gets in, yet a post whose mail a crash lost may come again.</remarks>
public sealed class Freshness(Lookups lookups, TimeProvider clock)
{
    /// <summary>How far a signature's time may lie from ours, where the provider signs each try anew.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromMinutes(15);

    private const string Used = ":used";

    /// <summary>True for a time in Unix seconds that is not too far from now, either way.</summary>
    public bool IsNear(string? unixSeconds, TimeSpan window) =>
        long.TryParse(unixSeconds, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253402300800 && IsNear(DateTimeOffset.FromUnixTimeSeconds(seconds), window);

    /// <summary>True for a time that is not older than the window, nor further ahead than clocks may differ.</summary>
    public bool IsNear(DateTimeOffset at, TimeSpan window) => clock.GetUtcNow() is var now && at > now - window && at < now + Usual;

    /// <summary>Lets in what came with this token, once.</summary>
    /// <param name="provider">Whose token it is.</param>
    /// <param name="channel">Where it came.</param>
    /// <param name="token">What the provider never uses twice.</param>
    /// <param name="digest">Tells one body from another.</param>
    /// <param name="store">Stores it durably.</param>
    /// <param name="ct">Stops; it may have been stored.</param>
    public async Task<Outcome<Accepted>> OnceAsync(string provider, Channel channel, string token, string digest, Func<Task<Outcome<Accepted>>> store, CancellationToken ct)
    {
        var pointer = $"replay:{Ids.Derive(provider, channel.Id, token)}";
        if (!await ClaimAsync(pointer, digest, ct)) return ProviderProblems.Replayed;
        var stored = await store();
        if (stored.Problem is null) await lookups.AddAsync(pointer + Used, new Target(""), ct);
        return stored;
    }

    /// <summary>False when the token was used, or is being used for other bytes.</summary>
    private async Task<bool> ClaimAsync(string pointer, string digest, CancellationToken ct)
    {
        var found = await lookups.FindManyAsync([pointer, pointer + Used], ct);
        if (found.ContainsKey(pointer + Used)) return false;
        if (!found.ContainsKey(pointer) && await lookups.AddAsync(pointer, new Target(digest), ct)) return true;
        return await lookups.FindAsync(pointer, ct) is { } first && first.Id == digest && await lookups.FindAsync(pointer + Used, ct) is null;
    }
}
