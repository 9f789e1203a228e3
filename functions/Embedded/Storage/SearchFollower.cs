using HelpdeskMx.Embedded.Storage.Sqlite;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>Brings written items into the search index, in the background and in batches: four times cheaper than within each commit, and
/// in nobody's way.</summary>
/// <remarks>The index says up to which write it knows; a search reads what came after itself. So following late loses nothing, and a lost
/// index is made again.</remarks>
internal sealed class SearchFollower : IAsyncDisposable
{
    private const int BatchSize = 2_000;
    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(250);
    private readonly SqliteDatabase desk;
    private readonly SqliteDatabase search;
    private readonly IReadOnlyList<DocumentTable> tables;
    private readonly TimeProvider clock;
    private readonly ILogger log;
    private readonly Bell written = new();
    private readonly SemaphoreSlim one = new(1);
    private readonly CancellationTokenSource stop = new();
    private readonly Task following;

    public SearchFollower(SqliteDatabase desk, SqliteDatabase search, IEnumerable<DocumentTable> tables, TimeProvider clock, ILogger log)
    {
        (this.desk, this.search, this.clock, this.log) = (desk, search, clock, log);
        this.tables = [.. tables.Where(t => t.Container.TextField is not null)];
        following = Task.Run(FollowAsync);
    }

    /// <summary>Something was written.</summary>
    public void Wake() => written.Ring();

    /// <summary>Returns when everything written before is indexed.</summary>
    public async Task CatchUpAsync(CancellationToken ct)
    {
        foreach (var table in tables)
        {
            while (await StepAsync(table, ct)) { }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (stop.IsCancellationRequested) return;
        await stop.CancelAsync();
        await following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
        one.Dispose();
    }

    private async Task FollowAsync()
    {
        while (true)
        {
            var next = written.Next;
            try
            {
                await CatchUpAsync(stop.Token);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "New items could not be brought into the search index; they are found more slowly until it succeeds");
            }
            await next.WaitAsync(stop.Token);
            await Task.Delay(pause, clock, stop.Token);
        }
    }

    /// <summary>Indexes the next batch; false when there was none.</summary>
    private async Task<bool> StepAsync(DocumentTable table, CancellationToken ct)
    {
        await one.WaitAsync(ct);
        try
        {
            var since = await search.ReadAsync(c => new SearchIndex(c, table).Followed, ct);
            if (since > await desk.ReadAsync(Sequence.Last, ct)) since = 0; // the desk was restored from a backup that is older than the index
            var (items, last) = await desk.ReadAsync(c => Read(c, table, since), ct);
            if (last == since) return false;
            return await search.WriteAsync(
                c =>
                {
                    var upkeep = new SearchUpkeep(c, table);
                    if (since == 0) upkeep.Clear();
                    upkeep.Follow(items, last);
                    return true;
                }, ct);
        }
        finally
        {
            one.Release();
        }
    }

    private static (List<Words> Items, long Last) Read(Connection connection, DocumentTable table, long since)
    {
        var items = new List<Words>();
        using var statement = connection.Prepare($"""
            SELECT row, seq, words, iif(words IS NULL, NULL, body) FROM {table.Name} INDEXED BY {table.Name}_seq WHERE seq > ?1 ORDER BY seq LIMIT ?2
            """);
        statement.Bind(1, since).Bind(2, BatchSize);
        var last = since;
        while (statement.Step())
        {
            last = statement.Number(1);
            var (row, hasWords) = (statement.Number(0), !statement.IsNull(2));
            if (hasWords) items.Add(new Words(row, row <= since, statement.Number(2), ItemValues.Of(table, statement.Bytes(3).ToArray()).Text));
            else if (row <= since) items.Add(new Words(row, true, null, default));
        }
        return (items, last);
    }
}
