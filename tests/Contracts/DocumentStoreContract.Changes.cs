using HelpdeskMx.Platform;

namespace HelpdeskMx.Tests.Contracts;

public abstract partial class DocumentStoreContract
{
    [Fact]
    public async Task Changes_of_a_partition_come_oldest_write_first_each_item_once_in_its_newest_form()
    {
        foreach (var id in new[] { "a", "b", "c" }) await StoreAsync("t1", Ticket(id, new { state = "1" }));
        await StoreAsync("t1", new Write.Upsert("a", "ticket", Json(new { state = "2" })));
        await StoreAsync("t1", new Write.Delete("c"));

        var changes = await Store.ChangesAsync(tickets, null, 100, default);

        Assert.Equal([("b", "1"), ("a", "2")], changes.Items.Select(i => (i.Id, Field<string>(i, "state"))));
    }

    [Fact]
    public async Task Changes_go_on_where_they_stopped_also_after_a_restart()
    {
        foreach (var id in new[] { "a", "b", "c" }) await StoreAsync("t1", Ticket(id, new { }));
        var first = await Store.ChangesAsync(tickets, null, 2, default);
        var store = await ReopenAsync();

        var second = await store.ChangesAsync(tickets, first.Continuation, 2, default);
        var third = await store.ChangesAsync(tickets, second.Continuation, 2, default);
        await store.CommitAsync(tickets, "t1", [Ticket("d", new { })], default);
        var fourth = await store.ChangesAsync(tickets, third.Continuation, 2, default);

        Assert.Equal(["a", "b"], first.Items.Select(i => i.Id));
        Assert.Equal(["c"], second.Items.Select(i => i.Id));
        Assert.Empty(third.Items);
        Assert.Equal(["d"], fourth.Items.Select(i => i.Id));
    }

    [Fact]
    public async Task Changes_are_those_of_every_partition_each_item_once()
    {
        await StoreEachAsync([.. Enumerable.Range(0, 9).Select(i => Ticket($"i{i}", new { }))]);
        var ids = new List<string>();

        var changes = await Store.ChangesAsync(tickets, null, 4, default);
        for (; changes.Items.Count > 0; changes = await Store.ChangesAsync(tickets, changes.Continuation, 4, default)) ids.AddRange(changes.Items.Select(i => i.Id));

        Assert.Equal(Enumerable.Range(0, 9).Select(i => $"i{i}"), ids.Order());
    }

    [Fact]
    public async Task Changes_are_those_of_one_container()
    {
        await StoreEachAsync(Ticket("a", new { }));
        await Store.CommitAsync(Containers.Lookup, "email:a@x", [new Write.Create("email:a@x", "email", Json(new { }))], default);

        Assert.Equal(["email:a@x"], (await Store.ChangesAsync(Containers.Lookup, null, 10, default)).Items.Select(i => i.Id));
    }

    [Fact]
    public async Task From_now_on_only_what_comes_is_read()
    {
        await StoreEachAsync(Ticket("a", new { }), Ticket("b", new { }));
        var now = await Store.NowAsync(tickets, default);
        var before = await Store.ChangesAsync(tickets, now, 10, default);
        await StoreEachAsync(Ticket("c", new { }));

        Assert.Empty(before.Items);
        Assert.Equal(["c"], (await Store.ChangesAsync(tickets, now, 10, default)).Items.Select(i => i.Id));
    }

    [Fact]
    public async Task A_continuation_that_is_none_is_refused()
        => await Assert.ThrowsAsync<FormatException>(() => Store.ChangesAsync(tickets, "yesterday", 10, default));
}
