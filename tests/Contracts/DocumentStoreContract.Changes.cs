using HelpdeskMx.Platform;

namespace HelpdeskMx.Tests.Contracts;

public abstract partial class DocumentStoreContract
{
    [Fact]
    public async Task Changes_come_oldest_write_first_each_item_once_in_its_newest_form()
    {
        await StoreEachAsync(Ticket("a", new { state = "1" }), Ticket("b", new { state = "1" }), Ticket("c", new { state = "1" }));
        await StoreAsync("a", new Write.Upsert("a", "ticket", Json(new { state = "2" })));
        await StoreAsync("c", new Write.Delete("c"));

        var changes = await Store.ChangesAsync(tickets, null, 100, default);

        Assert.Equal([("b", "1"), ("a", "2")], changes.Items.Select(i => (i.Id, Field<string>(i, "state"))));
    }

    [Fact]
    public async Task Changes_go_on_where_they_stopped_also_after_a_restart()
    {
        await StoreEachAsync(Ticket("a", new { }), Ticket("b", new { }), Ticket("c", new { }));
        var first = await Store.ChangesAsync(tickets, null, 2, default);
        var store = await ReopenAsync();

        var second = await store.ChangesAsync(tickets, first.Continuation, 2, default);
        var third = await store.ChangesAsync(tickets, second.Continuation, 2, default);
        await store.CommitAsync(tickets, "d", [Ticket("d", new { })], default);
        var fourth = await store.ChangesAsync(tickets, third.Continuation, 2, default);

        Assert.Equal(["a", "b"], first.Items.Select(i => i.Id));
        Assert.Equal(["c"], second.Items.Select(i => i.Id));
        Assert.Empty(third.Items);
        Assert.Equal(["d"], fourth.Items.Select(i => i.Id));
    }

    [Fact]
    public async Task Changes_are_those_of_one_container()
    {
        await StoreEachAsync(Ticket("a", new { }));
        await Store.CommitAsync(Containers.Lookup, "email:a@x", [new Write.Create("email:a@x", "email", Json(new { }))], default);

        Assert.Equal(["email:a@x"], (await Store.ChangesAsync(Containers.Lookup, null, 10, default)).Items.Select(i => i.Id));
    }

    [Fact]
    public async Task A_continuation_that_is_none_is_refused()
        => await Assert.ThrowsAsync<FormatException>(() => Store.ChangesAsync(tickets, "yesterday", 10, default));
}
