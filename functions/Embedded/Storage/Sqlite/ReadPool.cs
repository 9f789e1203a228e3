using System.Collections.Concurrent;

namespace HelpdeskMx.Embedded.Storage.Sqlite;

/// <summary>A few read connections, each lent to one caller at a time; the one used last is lent first, its pages are warm.</summary>
internal sealed class ReadPool(int size, Func<Connection> open) : IDisposable
{
    private readonly ConcurrentStack<Connection> idle = new();
    private readonly SemaphoreSlim free = new(size, size);

    /// <summary>Reads within one snapshot of the database.</summary>
    public async Task<T> RunAsync<T>(Func<Connection, T> work, CancellationToken ct)
    {
        await free.WaitAsync(ct);
        try
        {
            var connection = idle.TryPop(out var warm) ? warm : open();
            try
            {
                connection.Run("BEGIN");
                return work(connection);
            }
            finally
            {
                if (connection.InTransaction) connection.Run("COMMIT");
                idle.Push(connection);
            }
        }
        finally
        {
            free.Release();
        }
    }

    /// <summary>Waits for the readers to finish, then closes their connections.</summary>
    public void Dispose()
    {
        for (var i = 0; i < size; i++) free.Wait();
        while (idle.TryPop(out var connection)) connection.Dispose();
        free.Dispose();
    }
}
