using HelpdeskMx.Channels;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Operations;

/// <summary>Measures how the desk stands, shows it as metrics, and keeps one row for each hour.</summary>
public sealed class MeasureDesk(IQueue queues, Poison poison, Tickets.Tickets tickets, ListChannels channels, IReportTable reports, Measures measures, TimeProvider clock)
{
    /// <summary>The report the rows are kept in.</summary>
    public const string Report = "desk";

    /// <summary>Measures and keeps it.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var state = await LookAsync(ct);
        measures.Show(state);
        var hour = new DateTimeOffset(state.At.Year, state.At.Month, state.At.Day, state.At.Hour, 0, 0, TimeSpan.Zero);
        await reports.UpsertAsync(Report, new ReportRow(hour, new Dictionary<string, double>
        {
            ["waiting"] = state.Queues.Sum(q => q.Waiting),
            ["problems"] = state.Problems,
            ["outbox"] = state.Outbox,
        }), ct);
    }

    /// <summary>How the desk stands now.</summary>
    public async Task<DeskState> LookAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        string[] names = [Queues.Inbound, Queues.Outbound];
        var lengths = await Task.WhenAll(names.Select(async name => new QueueState(name, await queues.CountAsync(name, ct))));
        var due = await tickets.DueAsync(now, null, ct);
        var heard = await channels.PulseAsync(ct);
        return new DeskState(now, lengths, await poison.CountAsync(ct), await tickets.CountDueAsync(now, ct), due.Items is [var oldest, ..] ? oldest.Value.DueAt : null,
            [.. heard.Select(c => new ChannelState(c.Channel.Id, c.Channel.Name, c.LastMessageAt, c.Quiet, c.Connections))]);
    }
}
