using Microsoft.Extensions.Logging;

namespace HelpdeskMx.Embedded.Storage.Sqlite;

/// <summary>Keeps the write-ahead log short without making the writer wait: the bulk is copied beside it, the little that came meanwhile
/// between two of its groups.</summary>
/// <remarks>The log starts over at its beginning only when a copy has caught up with the writer, and a copy made beside it never does
/// under load.</remarks>
internal sealed class Checkpointer(Func<Connection> open, ILogger log, int mostPages) : IDisposable
{
    private readonly Lazy<Connection> beside = new(open);
    private Task? copy;
    private long written;

    /// <summary>Called by the writer between two groups, with its own connection.</summary>
    public void Check(Connection writer)
    {
        written += writer.TakePagesWritten();
        if (copy is { IsCompleted: true })
        {
            copy = null;
            Copy(writer);
        }
        else if (copy is null && written >= mostPages)
        {
            written = 0;
            copy = Task.Run(() => Copy(beside.Value));
        }
    }

    /// <summary>Waits for the copy under way.</summary>
    public void Dispose()
    {
        copy?.Wait();
        if (beside.IsValueCreated) beside.Value.Dispose();
    }

    /// <summary>A copy that fails costs nothing but a longer log: everything stays readable there, and the next one tries again.</summary>
    private void Copy(Connection connection)
    {
        try
        {
            connection.Checkpoint();
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "The log of the database could not be copied into its file; it will be tried again");
        }
    }
}
