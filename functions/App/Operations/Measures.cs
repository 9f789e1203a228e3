using System.Diagnostics.Metrics;
using HelpdeskMx.Channels;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Operations;

/// <summary>How a queue stands.</summary>
/// <param name="Name">One of <see cref="Queues"/>.</param>
/// <param name="Waiting">Messages not yet done.</param>
public sealed record QueueState(string Name, int Waiting);

/// <summary>How a channel stands.</summary>
/// <param name="LastMessageAt">When something last came or went by it; null if it never did.</param>
/// <param name="Quiet">That is longer ago than its hours of silence.</param>
/// <param name="Connections">How its connections stand.</param>
public sealed record ChannelState(string Id, string Name, DateTimeOffset? LastMessageAt, bool Quiet, IReadOnlyList<ConnectionView> Connections);

/// <summary>How the desk stands at one moment.</summary>
/// <param name="Problems">Messages that failed too often and wait for an admin; counted up to a thousand.</param>
/// <param name="Outbox">Answers that should have left by now; counted up to a thousand.</param>
/// <param name="OldestDueAt">Since when the oldest of them should have.</param>
public sealed record DeskState(
    DateTimeOffset At, IReadOnlyList<QueueState> Queues, int Problems, int Outbox, DateTimeOffset? OldestDueAt, IReadOnlyList<ChannelState> Channels);

/// <summary>The desk's own metrics, for whoever collects them; each shows the newest measurement of this process.</summary>
public sealed class Measures : IDisposable
{
    /// <summary>An older measurement is another instance's to renew, and says nothing any more.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(12);

    /// <summary>The meter's name.</summary>
    public const string Meter = "HelpdeskMx";

    private readonly Meter meter = new(Meter);
    private readonly TimeProvider clock;
    private DeskState? newest;

    /// <summary>Begins to show them.</summary>
    public Measures(TimeProvider clock)
    {
        this.clock = clock;
        meter.CreateObservableGauge("helpdesk.queue.length", () => From(s => s.Queues.Select(q => new Measurement<double>(q.Waiting, new KeyValuePair<string, object?>("queue", q.Name)))), "{message}", "Messages waiting in a queue.");
        meter.CreateObservableGauge("helpdesk.poison.count", () => From(s => [new Measurement<double>(s.Problems)]), "{message}", "Messages that failed too often.");
        meter.CreateObservableGauge("helpdesk.outbox.oldest", () => From(s => [new Measurement<double>(s.OldestDueAt is { } due ? (s.At - due).TotalSeconds : 0)]), "s", "How long the oldest answer is overdue.");
        meter.CreateObservableGauge("helpdesk.channel.silence", () => From(s => s.Channels.Where(c => c.LastMessageAt is not null)
            .Select(c => new Measurement<double>((s.At - c.LastMessageAt!.Value).TotalHours, new KeyValuePair<string, object?>("channel", c.Id)))), "h", "How long a channel has been silent.");
        meter.CreateObservableGauge("helpdesk.channel.faults", () => From(s => s.Channels.Where(c => c.Connections.Count > 0)
            .Select(c => new Measurement<double>(c.Connections.Count(w => w.Fault is not null), new KeyValuePair<string, object?>("channel", c.Id)))), "{connection}", "Connections of a channel that do not work.");
    }

    /// <summary>Shows this measurement from now on.</summary>
    public void Show(DeskState state) => newest = state;

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();

    private IEnumerable<Measurement<double>> From(Func<DeskState, IEnumerable<Measurement<double>>> read) => newest is { } state && clock.GetUtcNow() - state.At < Fresh ? read(state) : [];
}
