using HelpdeskMx.Embedded.Storage;
using HelpdeskMx.Embedded.Storage.Sqlite;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Contracts;

namespace HelpdeskMx.Tests.Embedded;

/// <summary>The queue over SQLite.</summary>
public sealed class SqliteQueueHonoursTheContract : QueueContract
{
    private readonly TemporaryFolder folder = new();
    private SqliteDatabase? database;
    private SqliteQueue? queues;

    protected override Task<IQueue> OpenAsync()
    {
        database = folder.Open("intake.db", IntakeSchema.Instance);
        queues = new SqliteQueue(database, TimeProvider.System);
        return Task.FromResult<IQueue>(queues);
    }

    protected override async Task<IReadOnlyList<string>> DrainAsync(string queue)
    {
        if ((await queues!.LengthAsync(queue, default)).Visible == 0) return [];
        var messages = await queues.ReceiveAsync(queue, 32, TimeSpan.FromMinutes(1), default);
        foreach (var message in messages) Assert.True(await queues.DeleteAsync(message, default));
        return [.. messages.Select(m => m.Text)];
    }

    public override Task DisposeAsync()
    {
        database!.Dispose();
        folder.Dispose();
        return Task.CompletedTask;
    }
}
