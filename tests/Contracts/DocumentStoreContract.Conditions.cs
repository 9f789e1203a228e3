using HelpdeskMx.Platform;

namespace HelpdeskMx.Tests.Contracts;

public abstract partial class DocumentStoreContract
{
    private static Query InT1(params Condition[] where) => new Query(tickets, "ticket", "t1") { Where = where };

    [Fact]
    public async Task A_query_finds_only_its_type_and_its_partition()
    {
        await StoreAsync("t1", Ticket("a", new { }), new Write.Create("m", "message", Json(new { })));
        await StoreAsync("t2", Ticket("b", new { }));

        Assert.Equal(["a"], await IdsAsync(InT1()));
    }

    [Fact]
    public async Task Is_compares_texts_numbers_and_flags()
    {
        await StoreAsync(
            "t1", Ticket("a", new { state = "open", number = 5, active = true }), Ticket("b", new { state = "Open", number = 50, active = false }));

        Assert.Equal(["a"], await IdsAsync(InT1(new Condition.Is("state", "open"))));
        Assert.Equal(["b"], await IdsAsync(InT1(new Condition.Is("number", 50L))));
        Assert.Equal(["b"], await IdsAsync(InT1(new Condition.Is("active", false))));
        Assert.Empty(await IdsAsync(InT1(new Condition.Is("state", "open"), new Condition.Is("active", false))));
    }

    [Fact]
    public async Task Is_null_asks_for_items_without_the_value()
    {
        await StoreAsync(
            "t1", Ticket("missing", new { }), Ticket("null", new { assignee = (string?)null }),
            Ticket("set", new { assignee = "anna" }), Ticket("empty", new { assignee = "" }));

        Assert.Equal(["missing", "null"], (await IdsAsync(InT1(new Condition.Is("assignee", null)))).Order());
        Assert.Equal(["empty"], await IdsAsync(InT1(new Condition.Is("assignee", ""))));
    }

    [Fact]
    public async Task A_value_of_another_kind_than_declared_counts_as_missing()
    {
        await StoreAsync("t1", Ticket("a", new { number = "five", active = 1, state = new { key = "open" }, labels = "vip" }));

        Assert.Equal(["a"], await IdsAsync(InT1(
            new Condition.Is("number", null), new Condition.Is("active", null), new Condition.Is("state", null),
            new Condition.HasNot("labels", "vip"))));
    }

    [Fact]
    public async Task OneOf_finds_any_of_the_values_and_nothing_when_none_is_given()
    {
        await StoreAsync(
            "t1", Ticket("a", new { state = "new" }), Ticket("b", new { state = "open" }), Ticket("c", new { state = "closed" }), Ticket("d", new { }));

        Assert.Equal(["a", "c"], (await IdsAsync(InT1(new Condition.OneOf("state", ["closed", "new", "no such"])))).Order());
        Assert.Empty(await IdsAsync(InT1(new Condition.OneOf("state", []))));
    }

    [Fact]
    public async Task Has_and_HasNot_look_into_lists()
    {
        await StoreAsync(
            "t1", Ticket("a", new { labels = new[] { "vip", "late" } }), Ticket("b", new { labels = new[] { "late" } }),
            Ticket("c", new { labels = Array.Empty<string>() }), Ticket("d", new { }));

        Assert.Equal(["a", "b"], (await IdsAsync(InT1(new Condition.Has("labels", "late")))).Order());
        Assert.Equal(["b", "c", "d"], (await IdsAsync(InT1(new Condition.HasNot("labels", "vip")))).Order());
        Assert.Equal(["b"], await IdsAsync(InT1(new Condition.Has("labels", "late"), new Condition.HasNot("labels", "vip"))));
        Assert.Empty(await IdsAsync(InT1(new Condition.Has("followers", "late"))));
    }

    [Fact]
    public async Task A_list_is_asked_across_partitions_in_its_order_and_follows_changes()
    {
        await StoreEachAsync(
            Ticket("a", new { labels = new[] { "vip" }, lastMessageAt = "2026-01-01" }),
            Ticket("b", new { labels = new[] { "vip", "vip" }, lastMessageAt = "2026-01-03" }),
            Ticket("c", new { labels = new[] { "late" }, lastMessageAt = "2026-01-02" }));
        var vips = new Query(tickets, "ticket") { Where = [new Condition.Has("labels", "vip")], OrderBy = [newestFirst] };
        Assert.Equal(["b", "a"], await IdsAsync(vips));

        await StoreAsync("a", new Write.Upsert("a", "ticket", Json(new { labels = new[] { "vip" }, lastMessageAt = "2026-01-04" })));
        await StoreAsync("b", new Write.Upsert("b", "ticket", Json(new { labels = new[] { "late" }, lastMessageAt = "2026-01-05" })));
        await StoreAsync("c", new Write.Upsert("c", "ticket", Json(new { labels = new[] { "late", "vip" }, lastMessageAt = "2026-01-06" })));
        Assert.Equal(["c", "a"], await IdsAsync(vips));

        await StoreAsync("c", new Write.Delete("c"));
        Assert.Equal(["a"], await IdsAsync(vips));
    }

    [Fact]
    public async Task Between_holds_its_beginning_but_not_its_end_and_may_be_open()
    {
        await StoreAsync(
            "t1", [.. Enumerable.Range(1, 5).Select(i => Ticket($"i{i}", new { number = i, at = $"2026-01-0{i}" })), Ticket("none", new { })]);

        Assert.Equal(["i2", "i3"], (await IdsAsync(InT1(new Condition.Between("number", 2L, 4L)))).Order());
        Assert.Equal(["i4", "i5"], (await IdsAsync(InT1(new Condition.Between("at", "2026-01-04", null)))).Order());
        Assert.Equal(["i1"], await IdsAsync(InT1(new Condition.Between("at", null, "2026-01-02"))));
    }

    [Fact]
    public async Task Texts_are_values_whatever_stands_in_them()
    {
        const string odd = "a'); DROP TABLE tickets; -- \" \\ % _ é 📦";
        await StoreAsync("t1", Ticket("a", new { state = odd, labels = new[] { odd } }));

        Assert.Equal(["a"], await IdsAsync(InT1(new Condition.Is("state", odd), new Condition.Has("labels", odd))));
        Assert.Empty(await IdsAsync(new Query(tickets, odd, odd)));
    }

    [Fact]
    public async Task What_is_not_declared_cannot_be_asked()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.QueryAsync(InT1(new Condition.Is("colour", "red")), default));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.QueryAsync(InT1() with { OrderBy = [new Order("colour")] }, default));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.QueryAsync(InT1(new Condition.Is("labels", "vip")), default));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.QueryAsync(InT1(new Condition.Has("state", "open")), default));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.QueryAsync(InT1(new Condition.Is("number", "5")), default));
    }

    [Fact]
    public async Task Counting_stops_at_its_cap()
    {
        await StoreEachAsync([.. Enumerable.Range(0, 20).Select(i => Ticket($"i{i}", new { active = i % 2 == 0, department = "sales" }))]);
        var active = new Query(tickets, "ticket") { Where = [new Condition.Is("active", true)] };

        Assert.Equal(10, await Store.CountAsync(active, 100, default));
        Assert.Equal(10, await Store.CountAsync(active, 10, default));
        Assert.Equal(4, await Store.CountAsync(active, 4, default));
        var activeSales = active with { Where = [new Condition.OneOf("active", [true]), new Condition.Is("department", "sales")] };
        Assert.Equal(10, await Store.CountAsync(activeSales, 100, default));
        Assert.Equal(20, await Store.CountAsync(active with { Where = [new Condition.Is("department", "sales")] }, 100, default));
        Assert.Equal(0, await Store.CountAsync(active with { Where = [new Condition.OneOf("active", [])] }, 100, default));
    }
}
