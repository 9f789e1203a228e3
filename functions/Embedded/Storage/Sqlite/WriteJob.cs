namespace HelpdeskMx.Embedded.Storage.Sqlite;

/// <summary>Work for the writer, and the task of whoever waits for it.</summary>
internal abstract class WriteJob
{
    /// <summary>Does the work inside the open transaction. May be called again after a rollback.</summary>
    public abstract void Run(Connection connection);

    /// <summary>Tells the caller: the work is durable.</summary>
    public abstract void Succeed();

    /// <summary>Tells the caller: nothing of the work was stored.</summary>
    public abstract void Fail(Exception reason);

    /// <summary>True when the caller gave up before the work began; the caller has been told.</summary>
    public abstract bool IsAbandoned();
}

/// <inheritdoc/>
internal sealed class WriteJob<T>(Func<Connection, T> work, CancellationToken ct) : WriteJob
{
    private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T result = default!;

    public Task<T> Task => done.Task;

    public override void Run(Connection connection) => result = work(connection);

    public override void Succeed() => done.SetResult(result);

    public override void Fail(Exception reason) => done.SetException(reason);

    public override bool IsAbandoned()
    {
        if (!ct.IsCancellationRequested) return false;
        done.SetCanceled(ct);
        return true;
    }
}
