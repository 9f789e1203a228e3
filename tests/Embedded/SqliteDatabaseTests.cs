using HelpdeskMx.Embedded.Storage;
using HelpdeskMx.Embedded.Storage.Sqlite;

namespace HelpdeskMx.Tests.Embedded;

/// <summary>Group commit and what happens to it when something fails.</summary>
public sealed class SqliteDatabaseTests : IDisposable
{
    private static readonly Schema notes = new(
        1, (connection, _) => connection.Execute("CREATE TABLE IF NOT EXISTS note (id INTEGER PRIMARY KEY, text TEXT NOT NULL)"));
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_job_that_fails_in_a_group_fails_alone()
    {
        using var database = folder.Open("a.db", notes);
        var twenty = Enumerable.Range(1, 20).Select(i => (Func<Connection, int>)(c => i == 7 ? Fail(c) : Note(c, i, "x")));
        var jobs = await InOneGroupAsync(database, [.. twenty]);

        await Assert.ThrowsAsync<InvalidDataException>(() => jobs[6]);
        await Task.WhenAll(jobs.Where((_, i) => i != 6));
        Assert.Equal(19, await CountAsync(database));
        Assert.Equal(0, await database.ReadAsync(c => c.Scalar("SELECT count(*) FROM note WHERE id = 1000"), default));

        static int Fail(Connection connection)
        {
            Note(connection, 1000, "half");
            throw new InvalidDataException("on purpose");
        }
    }

    [Fact]
    public async Task Jobs_that_wait_share_a_transaction()
    {
        using var database = folder.Open("a.db", notes);

        var twenty = Enumerable.Range(1, 20).Select(i => (Func<Connection, int>)(c => Note(c, i, "x")));
        var seen = await Task.WhenAll(await InOneGroupAsync(database, [.. twenty, _ => CountAsync(database).GetAwaiter().GetResult()]));

        Assert.Equal(20, seen[19]);
        Assert.Equal(0, seen[20]); // a reader beside the writer: nothing of the group is there before all of it is
        Assert.Equal(20, await CountAsync(database));
    }

    [Fact]
    public async Task A_job_given_up_before_it_began_is_not_done()
    {
        using var database = folder.Open("a.db", notes);
        using var givenUp = new CancellationTokenSource();
        using var gate = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        var first = database.WriteAsync(_ => Wait(begun, gate), default);
        begun.Wait();
        var second = database.WriteAsync(c => Note(c, 1, "x"), givenUp.Token);

        await givenUp.CancelAsync();
        gate.Set();

        await first;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.Equal(0, await CountAsync(database));
    }

    [Fact]
    public async Task A_full_disk_is_said_loses_nothing_and_is_over_when_there_is_room()
    {
        using var database = folder.Open("a.db", notes);
        await database.WriteAsync(c => Note(c, 1, "before"), default);
        await PragmaAsync(database, "max_page_count = 40");

        var full = await Assert.ThrowsAsync<StorageFullException>(() => database.WriteAsync(c => Note(c, 2, new string('x', 500_000)), default));
        await database.WriteAsync(c => Note(c, 3, "small, and fits"), default);
        await PragmaAsync(database, "max_page_count = 100000");
        await database.WriteAsync(c => Note(c, 4, new string('x', 500_000)), default);

        Assert.Contains("Free some space", full.Message);
        Assert.Equal(3, await CountAsync(database));
    }

    [Fact]
    public async Task A_file_of_a_newer_program_is_refused_in_words()
    {
        using (folder.Open("a.db", notes with { Version = 3 })) { }

        var refused = Assert.Throws<InvalidOperationException>(() => folder.Open("a.db", notes));

        Assert.Contains("newer version", refused.Message);
        using var database = folder.Open("a.db", notes with { Version = 3 });
        Assert.Equal(0, await CountAsync(database));
    }

    [Fact]
    public async Task What_was_acknowledged_is_in_the_files_of_a_process_that_was_killed()
    {
        using var database = folder.Open("a.db", notes);
        await Task.WhenAll(Enumerable.Range(1, 500).Select(i => database.WriteAsync(c => Note(c, i, "x"), default)));

        using var copy = folder.CopyAsAfterACrash();
        using var after = copy.Open("a.db", notes);

        Assert.Equal(500, await CountAsync(after));
    }

    [Fact]
    public async Task Closing_finishes_what_waits_and_folds_the_log_in()
    {
        var database = folder.Open("a.db", notes);
        var writes = Enumerable.Range(1, 300).Select(i => database.WriteAsync(c => Note(c, i, "x"), default)).ToList();
        database.Dispose();

        await Task.WhenAll(writes);
        Assert.False(File.Exists(Path.Combine(folder.Path, "a.db-wal")));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => database.WriteAsync(c => Note(c, 1, "late"), default));
    }

    [Fact]
    public async Task The_log_stays_short_under_lasting_writes()
    {
        using var database = folder.Open("a.db", notes, new Sizing(MostLogPages: 50));
        for (var i = 1; i <= 200; i++) await database.WriteAsync(c => Note(c, i, new string('x', 80_000)), default);

        Assert.InRange(new FileInfo(Path.Combine(folder.Path, "a.db-wal")).Length, 1, 8_000_000);
    }

    private static int Note(Connection connection, int id, string text)
    {
        using var insert = connection.Prepare("INSERT INTO note (id, text) VALUES (?1, ?2)").Bind(1, id).Bind(2, text);
        insert.Run();
        return (int)connection.Scalar("SELECT count(*) FROM note");
    }

    /// <summary>Holds the writer up until all jobs wait.</summary>
    private static async Task<IReadOnlyList<Task<int>>> InOneGroupAsync(SqliteDatabase database, IReadOnlyList<Func<Connection, int>> jobs)
    {
        using var gate = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        var holdUp = database.WriteAsync(_ => Wait(begun, gate), default);
        begun.Wait();
        var waiting = jobs.Select(job => database.WriteAsync(job, default)).ToList();
        gate.Set();
        await holdUp;
        return waiting;
    }

    /// <summary>Holds the writer up; what is queued once it has begun falls into the next group.</summary>
    private static int Wait(ManualResetEventSlim begun, ManualResetEventSlim gate)
    {
        begun.Set();
        gate.Wait();
        return 0;
    }

    private static Task<int> CountAsync(SqliteDatabase database) => database.ReadAsync(c => (int)c.Scalar("SELECT count(*) FROM note"), default);

    private static Task<bool> PragmaAsync(SqliteDatabase database, string pragma) => database.WriteAsync(
        c =>
        {
            c.Execute($"PRAGMA {pragma}");
            return true;
        },
        default);
}
