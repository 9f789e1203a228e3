using System.Text;
using System.Text.Json;
using HelpdeskMx.Embedded.Storage;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;

namespace HelpdeskMx.Tests.Intake;

/// <summary>What one message asks of the document store, which on Cosmos DB is what it costs. Settings and the block of ticket numbers are in memory, as they are but for one message in fifty.</summary>
public sealed class IntakeCostTests
{
    private const string First = "From: Anna <anna@x.cz>\nTo: support@demo.test\nSubject: Hello\nMessage-ID: <c1@x.cz>\n\nHello\n";

    [Fact]
    public async Task A_first_mail_of_a_new_customer_costs_five_point_operations_and_a_batch()
    {
        await using var desk = await StartAsync();
        Assert.Equal(["lookup many", "lookup one", "lookup one", "customers one", "lookup one", "tickets batch"], await CostAsync(desk, First));
    }

    [Fact]
    public async Task Another_mail_of_a_known_customer_costs_three_point_operations_and_a_batch()
    {
        await using var desk = await StartAsync();
        await CostAsync(desk, First);
        Assert.Equal(["lookup many", "lookup one", "lookup one", "tickets batch"], await CostAsync(desk, First.Replace("c1@", "c2@", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_reply_costs_three_point_operations_and_a_batch_however_long_its_thread()
    {
        await using var desk = await StartAsync();
        await CostAsync(desk, First);
        var thread = string.Join("\n ", Enumerable.Range(0, 30).Select(i => $"<elsewhere{i}@x.cz>"));
        var reply = First.Replace("<c1@x.cz>", $"<c3@x.cz>\nReferences: <c1@x.cz>\n {thread}\nIn-Reply-To: <unknown@x.cz>", StringComparison.Ordinal);
        Assert.Equal(["lookup many", "tickets read", "lookup one", "tickets batch"], await CostAsync(desk, reply));
    }

    [Fact]
    public async Task An_answer_to_what_never_came_here_costs_as_much_as_a_first_mail()
    {
        await using var desk = await StartAsync();
        Assert.Equal(["lookup many", "lookup one", "lookup one", "customers one", "lookup one", "tickets batch"], await CostAsync(desk, First.Replace("<c1@x.cz>", "<c4@x.cz>\nIn-Reply-To: <unknown@x.cz>", StringComparison.Ordinal)));
    }

    private static async Task<RunningDesk> StartAsync()
    {
        var desk = await RunningDesk.StartAsync(s => s.AddSingleton<IDocumentStore>(p => new CountingStore(p.GetRequiredService<SqliteDocumentStore>())));
        await desk.ReceiveAsync("From: Warm <warm@x.cz>\nTo: support@demo.test\nSubject: Up\n\nHello\n");
        return desk;
    }

    /// <summary>Runs intake on a mail and returns what it asked of the store.</summary>
    private static async Task<IReadOnlyList<string>> CostAsync(RunningDesk desk, string mail)
    {
        var blob = await desk.Services.GetRequiredService<IBlobs>().CreateAsync(Encoding.UTF8.GetBytes(mail), default);
        var queued = JsonSerializer.Serialize(new Pointer("support", blob, DateTimeOffset.UtcNow), AppJson.Of<Pointer>());
        var settings = desk.Services.GetRequiredService<Settings>();
        await Task.WhenAll(settings.ChannelsAsync(default), settings.WorkflowAsync(default), settings.LabelLearningAsync(default), settings.BlocksAsync(default), settings.SpamLearningAsync(default), settings.StoresAsync(default)); // so that their memory is fresh
        return await CountingStore.CountAsync(() => desk.Services.GetRequiredService<NormalizeMessage>().RunAsync(queued, default));
    }

    /// <summary>Notes what one flow of work asks; what timers and other messages ask meanwhile is not counted.</summary>
    private sealed class CountingStore(IDocumentStore store) : IDocumentStore
    {
        private static readonly AsyncLocal<List<string>?> Asked = new();

        public static async Task<IReadOnlyList<string>> CountAsync(Func<Task> work)
        {
            List<string> asked = [];
            Asked.Value = asked;
            await work();
            Asked.Value = null;
            return asked;
        }

        public Task<Item?> ReadAsync(Container container, string partition, string id, CancellationToken ct)
        {
            Note(container, "read");
            return store.ReadAsync(container, partition, id, ct);
        }

        public Task<IReadOnlyList<Item>> ReadManyAsync(Container container, IReadOnlyList<(string Partition, string Id)> keys, CancellationToken ct)
        {
            Note(container, "many");
            return store.ReadManyAsync(container, keys, ct);
        }

        public Task<Page> QueryAsync(Query query, CancellationToken ct)
        {
            Note(query.Container, query.Partition is null ? "query across partitions" : "query");
            return store.QueryAsync(query, ct);
        }

        public Task<int> CountAsync(Query query, int atMost, CancellationToken ct)
        {
            Note(query.Container, "count");
            return store.CountAsync(query, atMost, ct);
        }

        public Task<Commit> CommitAsync(Container container, string partition, IReadOnlyList<Write> writes, CancellationToken ct)
        {
            Note(container, writes.Count == 1 ? "one" : "batch");
            return store.CommitAsync(container, partition, writes, ct);
        }

        public Task<Changes> ChangesAsync(Container container, string? since, int limit, CancellationToken ct)
        {
            Note(container, "changes");
            return store.ChangesAsync(container, since, limit, ct);
        }

        public Task<string> NowAsync(Container container, CancellationToken ct)
        {
            Note(container, "changes");
            return store.NowAsync(container, ct);
        }

        private static void Note(Container container, string what)
        {
            if (Asked.Value is not { } asked) return;
            lock (asked) asked.Add($"{container.Name} {what}");
        }
    }
}
