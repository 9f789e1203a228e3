using System.Text.Json;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tests.Embedded;

/// <summary>How SQLite is made to walk: by an index that serves the order, never over the archive.</summary>
public sealed class IndexChoiceTests : IAsyncLifetime
{
    private static readonly Container tickets = Containers.Tickets;
    private static readonly Query newestFirst = new(tickets, "ticket") { OrderBy = [new Order("lastMessageAt", Descending: true)] };
    private readonly TemporaryFolder folder = new();
    private OpenStore open = null!;

    public async Task InitializeAsync()
    {
        open = new OpenStore(folder);
        await open.Store.LoadAsync(tickets, Tickets().ToAsyncEnumerable(), default);
    }

    public async Task DisposeAsync()
    {
        await open.DisposeAsync();
        folder.Dispose();
    }

    private static readonly Condition active = new Condition.Is("active", true);

    public static TheoryData<string, Condition[]> Listings => new()
    {
        { "tickets_by_ticket_lastMessageAt", [] },
        { "tickets_by_ticket_active_lastMessageAt (f_active=?)", [active] },
        { "tickets_by_ticket_department_active_lastMessageAt (f_department=? AND f_active=?)", [active, new Condition.Is("department", "d1")] },
        { "tickets_by_ticket_department_active_lastMessageAt (f_department=? AND f_active=?)", [new Condition.Is("department", "d1")] },
        { "tickets_by_ticket_assignee_active_lastMessageAt (f_assignee=? AND f_active=?)", [active, new Condition.Is("assignee", null)] },
        { "tickets_by_ticket_category_lastMessageAt (f_category=?)", [new Condition.OneOf("category", ["new", "open"])] },
        { "tickets_by_ticket_customer_lastMessageAt (f_customer=?)", [new Condition.Is("customer", "c1"), new Condition.Is("state", "open")] },
        { "USING PRIMARY KEY (type=? AND field=? AND value=?)", [new Condition.Has("labels", "rare"), new Condition.Is("state", "open")] },
    };

    [Theory]
    [MemberData(nameof(Listings))]
    public async Task A_listing_walks_the_index_that_fits_it_best_and_sorts_nothing_in_it(string expected, Condition[] where)
    {
        var steps = await open.Store.ExplainAsync(newestFirst with { Where = where }, default);

        Assert.Contains(steps, s => s.Contains(expected, StringComparison.Ordinal));
        Assert.DoesNotContain(steps, s => s.StartsWith("SCAN t", StringComparison.Ordinal) && !s.Contains("INDEX", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_no_index_serves_the_order_a_short_way_is_sorted()
    {
        var few = newestFirst with { Where = [new Condition.Is("customer", "c1")], OrderBy = [new Order("number")] };

        var steps = await open.Store.ExplainAsync(few, default);

        Assert.Contains(steps, s => s.Contains("tickets_by_ticket_customer_lastMessageAt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_every_way_is_long_the_one_that_serves_the_order_is_walked()
    {
        var many = newestFirst with { Where = [new Condition.Is("store", "s1")], OrderBy = [new Order("createdAt")] };

        var steps = await open.Store.ExplainAsync(many, default);

        Assert.Contains(steps, s => s.Contains("tickets_by_ticket_createdAt", StringComparison.Ordinal));
        Assert.DoesNotContain(steps, s => s.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    public static TheoryData<Condition[], Order> Narrowed => new()
    {
        { [new Condition.Has("labels", "rare"), new Condition.OneOf("state", ["open", "new"]), new Condition.OneOf("department", ["d1", "d2"])], new Order("lastMessageAt", true) },
        { [new Condition.HasNot("readBy", "anna"), active], new Order("lastMessageAt", true) },
        { [new Condition.Is("store", "s1"), new Condition.Is("department", "d1"), new Condition.Is("assignee", null)], new Order("createdAt", true) },
        { [active, new Condition.Between("dueAt", "", null), new Condition.Is("store", "s1")], new Order("dueAt") },
    };

    [Theory]
    [MemberData(nameof(Narrowed))]
    public async Task What_no_index_narrows_is_looked_for_in_memory_once_it_is_there(Condition[] where, Order order)
    {
        var query = new Query(tickets, "ticket") { Where = where, OrderBy = [order] };
        Assert.DoesNotContain("LOOK THROUGH COLUMNS", await open.Store.ExplainAsync(query, default));

        await open.Store.KeepColumnsAsync(tickets);

        Assert.Equal(["LOOK THROUGH COLUMNS"], await open.Store.ExplainAsync(query, default));
    }

    [Fact]
    public async Task What_an_index_answers_by_itself_is_walked_all_the_same()
    {
        await open.Store.KeepColumnsAsync(tickets);

        var steps = await open.Store.ExplainAsync(newestFirst with { Where = [active, new Condition.OneOf("department", ["d1", "d2"])] }, default);

        Assert.Contains(steps, s => s.Contains("tickets_by_ticket_department_active_lastMessageAt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_partition_is_walked_by_its_key()
    {
        var steps = await open.Store.ExplainAsync(new Query(tickets, "message", "t1") { OrderBy = [new Order("at")] }, default);

        Assert.Contains(steps, s => s.Contains("tickets_key (pk=?)", StringComparison.Ordinal));
    }

    private static IEnumerable<(string, Write.Create)> Tickets() =>
        Enumerable.Range(0, 4_500).Select(i => ($"t{i}", new Write.Create($"t{i}", "ticket", Ticket(i))));

    private static byte[] Ticket(int i) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        number = i,
        state = i % 2 == 0 ? "open" : "closed",
        category = i % 3 == 0 ? "new" : "closed",
        active = i % 5 == 0,
        department = $"d{i % 3}",
        store = $"s{i % 2}",
        customer = $"c{i % 900}",
        labels = i % 700 == 0 ? new[] { "rare" } : [],
        lastMessageAt = UtcTime.Text(DateTimeOffset.UnixEpoch.AddMinutes(i)),
        createdAt = UtcTime.Text(DateTimeOffset.UnixEpoch.AddMinutes(i)),
    });
}
