using HelpdeskMx.Mail;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Channels.Connections;

/// <summary>By what a channel is connected to somebody else's system.</summary>
public enum ConnectionWay { Imap, Smtp, Microsoft, Meta }

/// <summary>Why a connection does not work.</summary>
/// <param name="Code">Stable; see <see cref="MailServerException"/>.</param>
/// <param name="Text">A sentence without secrets.</param>
/// <param name="Since">When it first failed after it last worked.</param>
public sealed record ConnectionFault(string Code, string Text, DateTimeOffset Since);

/// <summary>How a connection stands.</summary>
/// <param name="SucceededAt">When it last worked; null if it never did.</param>
/// <param name="Fault">Null while it works.</param>
/// <param name="Failures">How often it failed since it last worked.</param>
/// <param name="NextAt">It is left alone until then.</param>
/// <param name="ExpiresAt">When somebody has to sign in anew or enter a new secret; null where that is not known.</param>
public sealed record ConnectionState(DateTimeOffset? SucceededAt, ConnectionFault? Fault, int Failures, DateTimeOffset? NextAt, DateTimeOffset? ExpiresAt)
{
    /// <summary>Never used yet.</summary>
    public static ConnectionState New { get; } = new(null, null, 0, null, null);
}

/// <summary>Keeps how the channels' connections stand.</summary>
public sealed class Connections(IDocumentStore store, TimeProvider clock)
{
    private const string Item = "connection";
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(30);
    private readonly Collection<ConnectionState> states = new(store, Containers.Lookup, "connection", AppJson.Of<ConnectionState>());

    /// <summary>How it stands.</summary>
    public async Task<ConnectionState> StateAsync(string channel, ConnectionWay way, CancellationToken ct) =>
        (await states.ReadAsync(Partition(channel, way), Item, ct))?.Value ?? ConnectionState.New;

    /// <summary>True while it is left alone after a failure.</summary>
    public async Task<bool> IsRestingAsync(string channel, ConnectionWay way, CancellationToken ct) =>
        (await StateAsync(channel, way, ct)).NextAt is { } next && next > clock.GetUtcNow() && next - clock.GetUtcNow() <= LongestPause;

    /// <summary>It worked.</summary>
    public async Task SucceededAsync(string channel, ConnectionWay way, CancellationToken ct)
    {
        var (state, now) = (await StateAsync(channel, way, ct), clock.GetUtcNow());
        if (state is { Failures: 0, SucceededAt: { } last } && now - last < Fresh && now >= last) return;
        await KeepAsync(channel, way, state with { SucceededAt = now, Fault = null, Failures = 0, NextAt = null }, ct);
    }

    /// <summary>It did not, and is left alone for a while: longer each time, and at once for long where trying again could lock an account.</summary>
    /// <param name="channel">Whose connection.</param>
    /// <param name="way">Which of them.</param>
    /// <param name="code">Stable.</param>
    /// <param name="text">A sentence without secrets.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <param name="asked">How long the other side asks to be left alone; null where it does not say.</param>
    public async Task FailedAsync(string channel, ConnectionWay way, string code, string text, CancellationToken ct, TimeSpan? asked = null)
    {
        var (state, now) = (await StateAsync(channel, way, ct), clock.GetUtcNow());
        var pause = code switch
        {
            _ when asked is not null => asked.Value < LongestPause ? asked.Value : LongestPause,
            MailServerException.SignInRefused => LongestPause,
            MailServerException.NotMoved or MailServerException.NotNotified => TimeSpan.Zero, // what matters works
            _ => FirstPause * Math.Min(1 << Math.Min(state.Failures, 10), LongestPause / FirstPause),
        };
        var fault = new ConnectionFault(code, text, state.Fault?.Since ?? now);
        await KeepAsync(channel, way, state with { Fault = fault, Failures = state.Failures + 1, NextAt = now + pause }, ct);
    }

    /// <summary>Somebody has to renew it by then.</summary>
    public async Task ExpiresAsync(string channel, ConnectionWay way, DateTimeOffset? at, CancellationToken ct)
    {
        var state = await StateAsync(channel, way, ct);
        if (state.ExpiresAt != at) await KeepAsync(channel, way, state with { ExpiresAt = at }, ct);
    }

    /// <summary>Begins anew, as one that was just set up and tried.</summary>
    public Task BeginAsync(string channel, ConnectionWay way, CancellationToken ct) => KeepAsync(channel, way, ConnectionState.New with { SucceededAt = clock.GetUtcNow() }, ct);

    private Task<CommitOutcome> KeepAsync(string channel, ConnectionWay way, ConnectionState state, CancellationToken ct) =>
        states.CommitAsync(Partition(channel, way), states.Upsert(Item, state), ct);

    private static string Partition(string channel, ConnectionWay way) => $"connection:{channel}:{way.ToString().ToLowerInvariant()}";
}
