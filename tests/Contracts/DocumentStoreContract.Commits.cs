using HelpdeskMx.Platform;

namespace HelpdeskMx.Tests.Contracts;

public abstract partial class DocumentStoreContract
{
    [Fact]
    public async Task What_was_created_is_read_as_it_was_written()
    {
        var body = Json(new { subject = "Where is my order? 📦", number = 7, nested = new { a = new[] { 1, 2 } } });
        var commit = await CommitAsync("t1", new Write.Create("t1", "ticket", body));

        var item = await ReadAsync("t1", "t1");

        Assert.Equal(("t1", "t1", "ticket"), (item!.Partition, item.Id, item.Type));
        Assert.Equal(body.ToArray(), item.Body.ToArray());
        Assert.Equal(commit.ETags[0], item.ETag);
    }

    [Fact]
    public async Task What_is_not_there_reads_as_null() => Assert.Null(await ReadAsync("nowhere", "nothing"));

    [Fact]
    public async Task A_second_create_of_an_id_ends_in_Exists_and_changes_nothing()
    {
        await StoreAsync("t1", Ticket("t1", new { state = "new" }));

        var second = await CommitAsync("t1", Ticket("t1", new { state = "open" }));

        Assert.Equal(CommitOutcome.Exists, second.Outcome);
        Assert.Equal("new", Field<string>((await ReadAsync("t1", "t1"))!, "state"));
    }

    [Fact]
    public async Task The_same_id_in_another_partition_is_another_item()
    {
        await StoreAsync("t1", Ticket("x", new { state = "new" }));
        await StoreAsync("t2", Ticket("x", new { state = "open" }));

        Assert.Equal("new", Field<string>((await ReadAsync("t1", "x"))!, "state"));
        Assert.Equal("open", Field<string>((await ReadAsync("t2", "x"))!, "state"));
    }

    [Fact]
    public async Task The_same_key_in_another_container_is_another_item()
    {
        await StoreAsync("t1", Ticket("t1", new { state = "new" }));

        Assert.Null(await Store.ReadAsync(Containers.Lookup, "t1", "t1", default));
    }

    [Fact]
    public async Task A_replace_of_the_newest_reading_is_stored_under_a_new_tag()
    {
        await StoreAsync("t1", Ticket("t1", new { state = "new" }));
        var read = (await ReadAsync("t1", "t1"))!;

        var commit = await CommitAsync("t1", new Write.Replace("t1", "ticket", Json(new { state = "open" }), read.ETag!));

        var now = (await ReadAsync("t1", "t1"))!;
        Assert.Equal("open", Field<string>(now, "state"));
        Assert.Equal(commit.ETags[0], now.ETag);
        Assert.NotEqual(read.ETag, now.ETag);
    }

    [Fact]
    public async Task A_second_replace_of_the_same_reading_is_stale()
    {
        await StoreAsync("t1", Ticket("t1", new { state = "new" }));
        var read = (await ReadAsync("t1", "t1"))!;
        await StoreAsync("t1", new Write.Replace("t1", "ticket", Json(new { state = "open" }), read.ETag!));

        var second = await CommitAsync("t1", new Write.Replace("t1", "ticket", Json(new { state = "closed" }), read.ETag!));

        Assert.Equal(CommitOutcome.Stale, second.Outcome);
        Assert.Equal("open", Field<string>((await ReadAsync("t1", "t1"))!, "state"));
    }

    [Fact]
    public async Task A_replace_of_what_is_gone_is_stale()
    {
        await StoreAsync("t1", Ticket("t1", new { state = "new" }));
        var read = (await ReadAsync("t1", "t1"))!;
        await StoreAsync("t1", new Write.Delete("t1"));

        var replace = await CommitAsync("t1", new Write.Replace("t1", "ticket", Json(new { }), read.ETag!));

        Assert.Equal(CommitOutcome.Stale, replace.Outcome);
    }

    [Fact]
    public async Task A_tag_is_not_used_again_by_an_item_that_takes_the_place_of_a_deleted_one()
    {
        await StoreAsync("t1", Ticket("t1", new { state = "first" }));
        var first = (await ReadAsync("t1", "t1"))!;
        await StoreAsync("t1", new Write.Delete("t1"));
        await StoreAsync("t1", Ticket("t1", new { state = "second" }));

        var replace = await CommitAsync("t1", new Write.Replace("t1", "ticket", Json(new { }), first.ETag!));

        Assert.Equal(CommitOutcome.Stale, replace.Outcome);
    }

    [Fact]
    public async Task An_upsert_stores_whatever_was_there()
    {
        await StoreAsync("t1", new Write.Upsert("t1", "ticket", Json(new { state = "new" })));
        await StoreAsync("t1", new Write.Upsert("t1", "ticket", Json(new { state = "open" })));

        Assert.Equal("open", Field<string>((await ReadAsync("t1", "t1"))!, "state"));
    }

    [Fact]
    public async Task An_upsert_may_change_the_type()
    {
        await StoreAsync("t1", new Write.Upsert("x", "draft", Json(new { at = "1" })));
        await StoreAsync("t1", new Write.Upsert("x", "message", Json(new { at = "2" })));

        Assert.Empty(await IdsAsync(new Query(tickets, "draft", "t1")));
        Assert.Equal(["x"], await IdsAsync(new Query(tickets, "message", "t1")));
    }

    [Fact]
    public async Task A_delete_without_a_tag_succeeds_even_where_there_is_nothing()
    {
        await StoreAsync("t1", Ticket("t1", new { }));
        await StoreAsync("t1", new Write.Delete("t1"));
        await StoreAsync("t1", new Write.Delete("t1"));

        Assert.Null(await ReadAsync("t1", "t1"));
    }

    [Fact]
    public async Task A_delete_with_an_old_tag_is_stale_and_with_the_newest_succeeds()
    {
        await StoreAsync("t1", Ticket("t1", new { }));
        var old = (await ReadAsync("t1", "t1"))!;
        await StoreAsync("t1", new Write.Upsert("t1", "ticket", Json(new { state = "open" })));
        var newest = (await ReadAsync("t1", "t1"))!;

        Assert.Equal(CommitOutcome.Stale, (await CommitAsync("t1", new Write.Delete("t1", old.ETag))).Outcome);
        Assert.Equal(CommitOutcome.Committed, (await CommitAsync("t1", new Write.Delete("t1", newest.ETag))).Outcome);
        Assert.Equal(CommitOutcome.Stale, (await CommitAsync("t1", new Write.Delete("t1", newest.ETag))).Outcome);
    }

    [Theory]
    [InlineData(CommitOutcome.Stale)]
    [InlineData(CommitOutcome.Exists)]
    public async Task One_write_that_fails_undoes_all_others(CommitOutcome expected)
    {
        await StoreAsync("t1", Ticket("t1", new { state = "new" }), Ticket("old", new { }));
        Write failing = expected == CommitOutcome.Exists ? Ticket("t1", new { }) : new Write.Replace("t1", "ticket", Json(new { }), "no such tag");

        var commit = await CommitAsync(
            "t1", Ticket("m1", new { }), new Write.Upsert("m2", "message", Json(new { })), new Write.Delete("old"), failing);

        Assert.Equal(expected, commit.Outcome);
        Assert.Null(await ReadAsync("t1", "m1"));
        Assert.Null(await ReadAsync("t1", "m2"));
        Assert.NotNull(await ReadAsync("t1", "old"));
    }

    [Fact]
    public async Task Tags_come_back_in_the_order_of_the_writes_and_none_for_a_delete()
    {
        await StoreAsync("t1", Ticket("old", new { }));

        var commit = await CommitAsync("t1", Ticket("a", new { }), new Write.Delete("old"), Ticket("b", new { }));

        Assert.Equal([(await ReadAsync("t1", "a"))!.ETag, null, (await ReadAsync("t1", "b"))!.ETag], commit.ETags);
    }

    [Fact]
    public async Task Of_a_hundred_writers_that_raise_one_number_none_is_lost()
    {
        await StoreAsync("t1", Ticket("t1", new { number = 0 }));

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(RaiseAsync)));

        Assert.Equal(100, Field<int>((await ReadAsync("t1", "t1"))!, "number"));

        async Task RaiseAsync()
        {
            CommitOutcome outcome;
            do
            {
                var read = (await ReadAsync("t1", "t1"))!;
                var raised = Json(new { number = Field<int>(read, "number") + 1 });
                outcome = (await CommitAsync("t1", new Write.Replace("t1", "ticket", raised, read.ETag!))).Outcome;
            }
            while (outcome == CommitOutcome.Stale);
        }
    }

    [Fact]
    public async Task A_hundred_writes_fit_into_a_commit_and_one_more_does_not()
    {
        await StoreAsync("t1", [.. Enumerable.Range(0, 100).Select(i => Ticket($"i{i}", new { }))]);

        await Assert.ThrowsAsync<ArgumentException>(() => CommitAsync("t2", [.. Enumerable.Range(0, 101).Select(i => Ticket($"i{i}", new { }))]));
        await Assert.ThrowsAsync<ArgumentException>(() => CommitAsync("t2"));
    }

    [Fact]
    public async Task More_than_two_megabytes_do_not_fit_into_a_commit()
    {
        var half = new { text = new string('x', 1_040_000) };

        await Assert.ThrowsAsync<ArgumentException>(() => CommitAsync("t1", Ticket("a", half), Ticket("b", half), Ticket("c", half)));

        Assert.Null(await ReadAsync("t1", "a"));
    }

    [Fact]
    public async Task An_id_is_written_once_in_a_commit_and_has_no_characters_of_a_path()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => CommitAsync("t1", Ticket("a", new { }), new Write.Delete("a")));
        await Assert.ThrowsAsync<ArgumentException>(() => CommitAsync("t1", Ticket("a/b", new { })));
    }

    [Fact]
    public async Task Many_are_read_at_once_in_the_order_asked_for_and_the_missing_left_out()
    {
        await StoreEachAsync(Ticket("a", new { }), Ticket("b", new { }), Ticket("c", new { }));

        var items = await Store.ReadManyAsync(tickets, [("c", "c"), ("x", "x"), ("a", "a"), ("b", "other"), ("b", "b")], default);

        Assert.Equal(["c", "a", "b"], items.Select(i => i.Id));
    }

    [Fact]
    public async Task What_was_committed_is_there_after_a_restart()
    {
        await StoreAsync("t1", Ticket("t1", new { state = "new" }));
        var before = (await ReadAsync("t1", "t1"))!;

        var reopened = await ReopenAsync();

        var after = await reopened.ReadAsync(tickets, "t1", "t1", default);
        Assert.Equal(before.ETag, after!.ETag);
    }
}
