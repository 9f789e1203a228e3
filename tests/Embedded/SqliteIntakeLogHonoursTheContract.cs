using HelpdeskMx.Embedded.Storage;
using HelpdeskMx.Embedded.Storage.Sqlite;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Contracts;

namespace HelpdeskMx.Tests.Embedded;

/// <summary>The intake log over SQLite.</summary>
public sealed class SqliteIntakeLogHonoursTheContract : IntakeLogContract
{
    private readonly TemporaryFolder folder = new();
    private SqliteDatabase? database;
    private SqliteQueue? queues;

    protected override Task<(IIntakeLog Log, IBlobs Blobs)> OpenAsync()
    {
        database = folder.Open("intake.db", IntakeSchema.Instance);
        queues = new SqliteQueue(database, TimeProvider.System);
        var blobs = new FileBlobs(database, System.IO.Path.Combine(folder.Path, "blobs"));
        return Task.FromResult<(IIntakeLog, IBlobs)>((new SqliteIntakeLog(blobs, queues), blobs));
    }

    protected override async Task<IReadOnlyList<string>> DrainAsync()
    {
        if ((await queues!.LengthAsync(Queues.Inbound, default)).Visible == 0) return [];
        var messages = await queues.ReceiveAsync(Queues.Inbound, 32, TimeSpan.FromMinutes(1), default);
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
