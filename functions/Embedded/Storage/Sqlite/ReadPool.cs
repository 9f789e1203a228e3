using System.Collections.Concurrent;

namespace HelpdeskMx.Embedded.Storage.Sqlite;

/// <summary>A few read connections, each lent to one caller at a time; the one used last is lent first, its pages are warm.</summary>
internal sealed class ReadPool(int size, Func<Connection> open) : IDisposable
{
    private readonly ConcurrentStack<Connection> idle = new();
    private readonly SemaphoreSlim free = new(size, size);

    /// <summary>Lends a connection with a snapshot of the database; disposing it hands it back.</summary>
    public async Task<Snapshot> TakeAsync(CancellationToken ct)
    {
        await free.WaitAsync(ct);
        try
        {
            var connection = idle.TryPop(out var warm) ? warm : open();
            return new Snapshot(connection, GiveBack);
        }
        catch
        {
            free.Release();
            throw;
        }
    }

    /// <summary>Waits for the readers to finish, then closes their connections.</summary>
    public void Dispose()
    {
        for (var i = 0; i < size; i++) free.Wait();
        while (idle.TryPop(out var connection)) connection.Dispose();
        free.Dispose();
    }

    private void GiveBack(Connection connection)
    {
        idle.Push(connection);
        free.Release();
    }
}
