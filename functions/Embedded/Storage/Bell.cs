namespace HelpdeskMx.Embedded.Storage;

/// <summary>Wakes everyone who waits. Who takes the wait before looking, looks, and then waits, misses no ring.</summary>
internal sealed class Bell
{
    private TaskCompletionSource next = Fresh();

    /// <summary>Completes at the next ring.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    public void Ring() => Interlocked.Exchange(ref next, Fresh()).SetResult();

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
