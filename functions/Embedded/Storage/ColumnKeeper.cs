using System.Diagnostics.CodeAnalysis;
using HelpdeskMx.Embedded.Storage.Sqlite;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>Has the columns of a type made, at the latest when a list is asked for, and keeps them up with what is written.</summary>
/// <remarks>
/// A commit only notes which items it wrote; the next question reads those. What was noted is done with once a snapshot shows that write or a later one,
/// so an older snapshot never undoes what a newer one showed. Until the columns are made, lists are walked.
/// </remarks>
internal sealed class ColumnKeeper(SqliteDatabase desk, DocumentTable table, string type, ILogger log) : IAsyncDisposable
{
    /// <summary>So many noted items are followed without waiting for a question.</summary>
    private const int ManyWritten = 1_000;

    /// <summary>Beyond so many, making the columns anew is cheaper.</summary>
    private const int TooManyWritten = 50_000;

    private readonly Lock noting = new();
    private readonly Lock following = new();
    private readonly ReaderWriterLockSlim looking = new();
    private readonly CancellationTokenSource stop = new();
    private Dictionary<long, long>? written;
    private volatile Columns? columns;
    private Task working = Task.CompletedTask;

    /// <summary>Notes items that were written.</summary>
    public void Note(IReadOnlyList<WrittenItem> items)
    {
        lock (noting)
        {
            if (written is null) return;
            foreach (var (row, seq, was, now) in items)
            {
                if (was != type && now != type) continue;
                if (!written.TryGetValue(row, out var known) || Math.Abs(known) < Math.Abs(seq)) written[row] = seq;
            }
            if (written.Count > TooManyWritten) Forget();
            else if (written.Count > ManyWritten && columns is not null && working.IsCompleted) working = Work(ct => desk.ReadAsync(Followed, ct));
        }
    }

    /// <summary>Has the columns made, if nobody did.</summary>
    public Task MakeAsync()
    {
        if (columns is not null) return Task.CompletedTask;
        lock (noting)
        {
            if (columns is null && working.IsCompleted && !stop.IsCancellationRequested)
            {
                // Whatever is written from here on is noted, and what was written before is in the snapshot.
                var from = written = [];
                working = Work(ct => MakeAsync(from, ct));
            }
            return working;
        }
    }

    /// <summary>Asks the columns about a query; false where they are not made, or cannot tell.</summary>
    public bool Ask<T>(Connection snapshot, Query query, Func<ColumnScan, T> ask, [NotNullWhen(true)] out T? answer)
    {
        answer = default;
        if (query.Partition is not null || Followed(snapshot) is not { } made) return false;
        looking.EnterReadLock();
        try
        {
            if (ColumnScan.Of(made, query) is not { } scan) return false;
            answer = ask(scan);
            return answer is not null;
        }
        finally
        {
            looking.ExitReadLock();
        }
    }

    /// <summary>Forgets everything; the next list has the columns made anew.</summary>
    public void Forget()
    {
        lock (noting) (written, columns) = (null, null);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (stop.IsCancellationRequested) return;
        await stop.CancelAsync();
        await working.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private Task Work(Func<CancellationToken, Task> work) => Task.Run(async () =>
    {
        try
        {
            await work(stop.Token);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "What lists are narrowed by could not be brought into memory; long lists are slower until it succeeds");
            Forget();
        }
    });

    private async Task MakeAsync(Dictionary<long, long> from, CancellationToken ct)
    {
        using var snapshot = await desk.SnapshotAsync(ct);
        var made = new ColumnBuild(snapshot.Connection, table, type, ct).Run();
        lock (noting) if (written == from) columns = made;
    }

    /// <summary>The columns, brought up to what is noted; null when there are none, or no longer.</summary>
    private Columns? Followed(Connection snapshot)
    {
        lock (following)
        {
            Columns made;
            Dictionary<long, long> from;
            KeyValuePair<long, long>[] items;
            lock (noting)
            {
                if (columns is null || written is null) return null;
                (made, from, items) = (columns, written, [.. written]);
            }
            if (items.Length == 0) return made;
            if (Follow(snapshot, made, items) is not { } done)
            {
                Forget();
                return null;
            }
            lock (noting) foreach (var item in done) ((ICollection<KeyValuePair<long, long>>)from).Remove(item);
            return made;
        }
    }

    /// <summary>Those of the noted items that the snapshot told of; null when the columns cannot hold what was written.</summary>
    private List<KeyValuePair<long, long>>? Follow(Connection snapshot, Columns made, KeyValuePair<long, long>[] items)
    {
        var done = new List<KeyValuePair<long, long>>(items.Length);
        looking.EnterWriteLock();
        try
        {
            foreach (var item in items.OrderBy(i => i.Key))
            {
                if (made.Follow(snapshot, item.Key, item.Value, out var isWhole)) done.Add(item);
                if (!isWhole) return null;
            }
        }
        finally
        {
            looking.ExitWriteLock();
        }
        return done;
    }
}
