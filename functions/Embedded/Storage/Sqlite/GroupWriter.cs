using System.Threading.Channels;

namespace HelpdeskMx.Embedded.Storage.Sqlite;

/// <summary>The one thread that writes: all jobs that wait share a transaction and its fsync, and hear of success only after it.</summary>
/// <remarks>
/// A job that throws undoes its group; then every job of the group is run again in a transaction of its own, so that the failing one
/// fails alone.
/// So a job decides before it writes, and can be run twice.
/// </remarks>
internal sealed class GroupWriter : IDisposable
{
    private const int MostJobs = 256;
    private readonly Channel<WriteJob> waiting = Channel.CreateUnbounded<WriteJob>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Connection connection;
    private readonly Action<Connection> between;
    private readonly Thread thread;

    public GroupWriter(Connection connection, string name, Action<Connection> between)
    {
        this.connection = connection;
        this.between = between;
        thread = new Thread(Loop) { Name = $"writer of {name}", IsBackground = true };
        thread.Start();
    }

    public Task<T> RunAsync<T>(Func<Connection, T> work, CancellationToken ct)
    {
        var job = new WriteJob<T>(work, ct);
        ObjectDisposedException.ThrowIf(!waiting.Writer.TryWrite(job), this);
        return job.Task;
    }

    /// <summary>Finishes what waits, then stops the thread.</summary>
    public void Dispose()
    {
        if (waiting.Writer.TryComplete()) thread.Join();
    }

    private void Loop()
    {
        var group = new List<WriteJob>(MostJobs);
        while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (group.Count < MostJobs && waiting.Reader.TryRead(out var job))
            {
                if (!job.IsAbandoned()) group.Add(job);
            }
            Write(group);
            group.Clear();
            between(connection);
        }
    }

    private void Write(List<WriteJob> group)
    {
        if (group.Count == 0) return;
        if (Try(group) is not { } failure) return;
        if (group.Count == 1) group[0].Fail(failure);
        else foreach (var job in group) Write([job]);
    }

    /// <summary>Commits the jobs together and tells their callers, or undoes them and returns why.</summary>
    private Exception? Try(List<WriteJob> group)
    {
        try
        {
            connection.Run("BEGIN IMMEDIATE");
            foreach (var job in group) job.Run(connection);
            connection.Run("COMMIT");
        }
        catch (Exception failure)
        {
            if (connection.InTransaction) connection.Run("ROLLBACK");
            return failure;
        }
        foreach (var job in group) job.Succeed();
        return null;
    }
}
