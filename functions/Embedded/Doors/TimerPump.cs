using HelpdeskMx.Platform;
using NCrontab;

namespace HelpdeskMx.Embedded.Doors;

/// <summary>Opens the timer doors by their schedules. When a door last opened is kept, so that a restart neither skips a run nor doubles one.</summary>
public sealed class TimerPump(TimerRuns runs, IServiceProvider services, TimeProvider clock, ILogger<TimerPump> log) : BackgroundService
{
    private static readonly CrontabSchedule.ParseOptions WithSeconds = new() { IncludingSeconds = true };

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(DoorList.Of<TimerTriggerAttribute>().Select(d => RunAsync(d.Door, CrontabSchedule.Parse(d.Trigger.Schedule, WithSeconds), stoppingToken))).UntilStoppedAsync(stoppingToken);

    private async Task RunAsync(FoundDoor door, CrontabSchedule schedule, CancellationToken ct)
    {
        var create = ActivatorUtilities.CreateFactory(door.Method.DeclaringType!, []);
        var run = Opening.With<TimerInfo>(door.Method);
        while (!ct.IsCancellationRequested)
        {
            try
            {
                var now = clock.GetUtcNow();
                var last = await runs.LastAsync(door.Name, ct) ?? now;
                // A clock set back must not silence a timer until it has caught up.
                var next = new DateTimeOffset(schedule.GetNextOccurrence((last > now ? now : last).UtcDateTime), TimeSpan.Zero);
                if (next > now) await Task.Delay(next - now, clock, ct);
                await runs.KeepAsync(door.Name, clock.GetUtcNow(), ct);
                await run(create(services, null), new TimerInfo(next < now), ct);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                log.LogError(e, "The timer {Door} failed; it runs again by its schedule.", door.Name);
            }
        }
    }
}

/// <summary>When timers last ran.</summary>
public sealed class TimerRuns(IDocumentStore store)
{
    private const string Partition = "timers";

    /// <summary>When this timer last ran, null if it never did.</summary>
    public async Task<DateTimeOffset?> LastAsync(string timer, CancellationToken ct) =>
        await store.ReadAsync(Containers.Config, Partition, timer, ct) is { } item
            ? System.Text.Json.JsonDocument.Parse(item.Body).RootElement.GetProperty("at").GetDateTimeOffset()
            : null;

    /// <summary>Keeps that it runs now.</summary>
    public Task KeepAsync(string timer, DateTimeOffset at, CancellationToken ct) => store.CommitAsync(
        Containers.Config, Partition, [new Write.Upsert(timer, "timer", System.Text.Encoding.UTF8.GetBytes($$"""{"at":"{{UtcTime.Text(at)}}"}"""))], ct);
}
