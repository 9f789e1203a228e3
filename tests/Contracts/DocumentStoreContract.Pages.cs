using HelpdeskMx.Platform;

namespace HelpdeskMx.Tests.Contracts;

public abstract partial class DocumentStoreContract
{
    private static readonly Order newestFirst = new("lastMessageAt", Descending: true);

    private static Query Active(int pageSize) =>
        new(tickets, "ticket") { Where = [new Condition.Is("active", true)], OrderBy = [newestFirst], PageSize = pageSize };

    [Theory]
    [InlineData(false, new[] { "null", "missing", "a", "b1", "b2", "c" })]
    [InlineData(true, new[] { "c", "b2", "b1", "a", "missing", "null" })]
    public async Task One_field_orders_with_missing_values_first_when_ascending(bool descending, string[] expected)
    {
        await StoreEachAsync(
            Ticket("null", new { lastMessageAt = (string?)null }), Ticket("missing", new { }), Ticket("a", new { lastMessageAt = "1" }),
            Ticket("c", new { lastMessageAt = "3" }), Ticket("b1", new { lastMessageAt = "2" }), Ticket("b2", new { lastMessageAt = "2" }));
        var query = new Query(tickets, "ticket") { OrderBy = [new Order("lastMessageAt", descending)] };

        foreach (var size in new[] { 1, 2, 4, 50 })
        {
            var ids = await AllIdsAsync(query with { PageSize = size });
            Assert.Equal(expected.Length, ids.Count);
            Assert.Equal(expected.Select(Rank), ids.Select(Rank));
        }

        static int Rank(string id) => id switch { "null" or "missing" => 0, "a" => 1, "c" => 3, _ => 2 };
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Two_fields_order_each_in_its_own_direction_and_ties_keep_a_place(bool first, bool second)
    {
        var known = new List<(string Id, string? State, long? Number)>();
        foreach (var state in new[] { null, "a", "b" })
        {
            foreach (var number in new long?[] { null, 1, 2 })
            {
                for (var twin = 0; twin < 3; twin++) known.Add(($"{state}-{number}-{twin}", state, number));
            }
        }
        var shuffled = known.OrderBy(k => k.Id, StringComparer.Ordinal);
        await StoreAsync("t1", [.. shuffled.Select(k => Ticket(k.Id, new { state = k.State, number = k.Number }))]);
        var query = new Query(tickets, "ticket", "t1") { OrderBy = [new Order("state", first), new Order("number", second)] };
        var states = first ? known.OrderByDescending(k => k.State, StringComparer.Ordinal) : known.OrderBy(k => k.State, StringComparer.Ordinal);
        var expected = (second ? states.ThenByDescending(k => k.Number) : states.ThenBy(k => k.Number)).Select(k => (k.State, k.Number));

        var whole = await AllIdsAsync(query);
        Assert.Equal(expected, whole.Select(id => known.Single(k => k.Id == id)).Select(k => (k.State, k.Number)));
        foreach (var size in new[] { 1, 4, 5 }) Assert.Equal(whole, await AllIdsAsync(query with { PageSize = size }));
    }

    [Fact]
    public async Task Texts_are_ordered_by_code_point()
    {
        string[] words = ["A", "Z", "a", "z", "é", "中", "\uFFFD", "📦"];
        await StoreAsync("t1", [.. words.Reverse().Select((word, i) => Ticket($"i{i}", new { state = word }))]);

        var page = await Store.QueryAsync(InT1() with { OrderBy = [new Order("state")] }, default);

        Assert.Equal(words, page.Items.Select(i => Field<string>(i, "state")));
    }

    [Fact]
    public async Task A_page_without_an_order_finds_everything_once()
    {
        await StoreAsync("t1", [.. Enumerable.Range(0, 23).Select(i => Ticket($"i{i}", new { }))]);
        await StoreEachAsync([.. Enumerable.Range(0, 11).Select(i => Ticket($"e{i}", new { customer = "anna", lastMessageAt = $"{i % 3}" }))]);

        Assert.Equal(23, (await AllIdsAsync(InT1() with { PageSize = 5 })).Distinct().Count());
        var annas = new Query(tickets, "ticket") { Where = [new Condition.Is("customer", "anna")], PageSize = 2 };
        Assert.Equal(11, (await AllIdsAsync(annas)).Distinct().Count());
    }

    [Fact]
    public async Task The_last_page_has_no_continuation_even_when_it_is_full()
    {
        await StoreAsync("t1", [.. Enumerable.Range(0, 4).Select(i => Ticket($"i{i}", new { }))]);

        Assert.Null((await Store.QueryAsync(InT1() with { PageSize = 4 }, default)).Next);
        Assert.NotNull((await Store.QueryAsync(InT1() with { PageSize = 3 }, default)).Next);
    }

    [Fact]
    public async Task Pages_neither_skip_nor_repeat_what_stays_while_others_come_go_and_change()
    {
        await StoreEachAsync([.. Enumerable.Range(10, 40).Select(i => Ticket($"i{i}", new { active = true, lastMessageAt = $"2026-01-{i}" }))]);
        var first = await Store.QueryAsync(Active(10), default);

        await StoreEachAsync(Ticket("new", new { active = true, lastMessageAt = "2026-02-01" }));
        await StoreAsync("i45", new Write.Delete("i45"));
        await StoreAsync("i40", new Write.Delete("i40"));
        await StoreAsync("i20", new Write.Upsert("i20", "ticket", Json(new { active = true, lastMessageAt = "2026-02-02" })));

        var seen = first.Items.Select(i => i.Id).Concat(await AllIdsAsync(Active(10) with { Continuation = first.Next })).ToList();
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(Enumerable.Range(10, 40).Except([20]).Select(i => $"i{i}").OrderDescending(), seen);
    }

    [Fact]
    public async Task A_listing_of_several_values_is_one_listing_in_one_order()
    {
        await StoreEachAsync([.. Enumerable.Range(10, 30).Select(i =>
            Ticket($"i{i}", new { active = i % 2 == 0, department = $"d{i % 3}", lastMessageAt = $"{i}" }))]);
        var query = new Query(tickets, "ticket") { OrderBy = [newestFirst], PageSize = 4 };

        Assert.Equal(
            Enumerable.Range(10, 30).Where(i => i % 3 != 1 && i % 2 == 0).Select(i => $"i{i}").OrderDescending(),
            await AllIdsAsync(query with { Where = [new Condition.OneOf("department", ["d0", "d2"]), new Condition.Is("active", true)] }));
        Assert.Equal(
            Enumerable.Range(10, 30).Where(i => i % 3 == 1).Select(i => $"i{i}").OrderDescending(),
            await AllIdsAsync(query with { Where = [new Condition.Is("department", "d1")] }));
    }

    [Fact]
    public async Task A_span_of_the_order_is_paged_from_both_ends()
    {
        await StoreEachAsync([.. Enumerable.Range(10, 20).Select(i => Ticket($"i{i}", new { createdAt = $"{i}" }))]);
        var span = new Query(tickets, "ticket") { Where = [new Condition.Between("createdAt", "12", "25")], PageSize = 3 };
        var expected = Enumerable.Range(12, 13).Select(i => $"i{i}").ToList();

        Assert.Equal(expected, await AllIdsAsync(span with { OrderBy = [new Order("createdAt")] }));
        Assert.Equal(Enumerable.Reverse(expected), await AllIdsAsync(span with { OrderBy = [new Order("createdAt", Descending: true)] }));
    }

    [Fact]
    public async Task A_continuation_of_another_query_is_refused()
    {
        await StoreEachAsync([.. Enumerable.Range(0, 5).Select(i =>
            Ticket($"i{i}", new { active = true, department = "d", lastMessageAt = $"{i}" }))]);
        var next = (await Store.QueryAsync(Active(2), default)).Next;

        foreach (var other in new[]
        {
            Active(2) with { Where = [new Condition.Is("active", false)] },
            Active(2) with { Where = [new Condition.Is("active", true), new Condition.Is("department", "d")] },
            Active(2) with { OrderBy = [new Order("lastMessageAt")] },
            Active(2) with { Type = "message", Partition = "i1" },
        })
        {
            await Assert.ThrowsAsync<FormatException>(() => Store.QueryAsync(other with { Continuation = next }, default));
        }
        await Assert.ThrowsAsync<FormatException>(() => Store.QueryAsync(Active(2) with { Continuation = "not one" }, default));
        await Assert.ThrowsAsync<FormatException>(() => Store.QueryAsync(Active(2) with { Continuation = next![..^3] }, default));
        Assert.Equal(3, (await Store.QueryAsync(Active(20) with { Continuation = next }, default)).Items.Count);
    }

    [Fact]
    public async Task A_query_across_partitions_stands_on_something_declared()
    {
        var undeclared = new Query(tickets, "draft") { Where = [new Condition.Is("state", "x")] };

        await Assert.ThrowsAsync<ArgumentException>(() => Store.QueryAsync(undeclared, default));
    }
}
