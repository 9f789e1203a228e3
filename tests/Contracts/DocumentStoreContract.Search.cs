using HelpdeskMx.Platform;

namespace HelpdeskMx.Tests.Contracts;

public abstract partial class DocumentStoreContract
{
    private static Query Messages(string text) => new(tickets, "message") { Text = text };

    private static Write.Create Message(string id, string text) => new(id, "message", Json(new { search = SearchText.Fold(text), at = id }));

    private async Task StoreMessagesAsync(params (string Id, string Text)[] messages)
    {
        foreach (var (id, text) in messages) await StoreAsync("of " + id, Message(id, text));
    }

    [Theory]
    [InlineData("objednavka", "Kde je moje objednávka č. 4711?")]
    [InlineData("OBJEDNÁVKA", "Kde je moje objednavka?")]
    [InlineData("objed", "Kde je moje objednávka?")]
    [InlineData("4711 kde", "Kde je moje objednávka č. 4711?")]
    [InlineData("příliš žluťoučký", "Příliš žluťoučký kůň úpěl ďábelské ódy")]
    [InlineData("hauptstrasse", "Wohnt in der Hauptstraße 5")]
    [InlineData("STRASSE", "hauptstr. oder Straße")]
    [InlineData("주문", "제 주문이 아직 안 왔어요")]
    [InlineData("안", "제 주문이 아직 안 왔어요")]
    [InlineData("订单号", "我的订单号是多少")]
    [InlineData("号", "我的订单号是多少")]
    [InlineData("多少", "我的订单号是多少")]
    [InlineData("abc", "订单abc号")]
    [InlineData("订单abc", "订单abc号")]
    [InlineData("заказ", "Где мой ЗАКАЗ?")]
    [InlineData("ελλαδα", "Αποστολή στην Ελλάδα")]
    [InlineData("anna@example.com", "Write to Anna@Example.com please")]
    [InlineData("istanbul", "İstanbul'a kargo")]
    [InlineData("配達", "配達はいつですか")]
    public async Task A_search_finds_beginnings_of_words_whatever_their_case_and_accents(string search, string text)
    {
        await StoreMessagesAsync(("hit", text), ("miss", "something else entirely, zcela jiného"));

        Assert.Equal(["hit"], await IdsAsync(Messages(search)));
        Assert.Equal(["hit"], await IdsAsync(Messages(search) with { Partition = "of hit" }));
    }

    [Theory]
    [InlineData("hose", "the whose")]
    [InlineData("订号", "我的订单号")]
    [InlineData("order missing", "the order is here")]
    [InlineData("orders", "the order is here")]
    public async Task A_search_finds_neither_middles_of_words_nor_part_of_what_was_asked(string search, string text)
    {
        await StoreMessagesAsync(("a", text));

        Assert.Empty(await IdsAsync(Messages(search)));
        Assert.Empty(await IdsAsync(Messages(search) with { Partition = "of a" }));
    }

    [Theory]
    [InlineData("\"quoted\" AND (NOT) *near* col:umn")]
    [InlineData("'; DROP TABLE x; --")]
    public async Task A_search_is_only_words_whatever_signs_stand_in_it(string search)
    {
        await StoreMessagesAsync(("hit", search), ("miss", "other"));

        Assert.Equal(["hit"], await IdsAsync(Messages(search)));
    }

    [Fact]
    public async Task A_search_without_any_word_finds_everything()
    {
        await StoreAsync("t1", Message("a", "one"), Message("b", "two"));

        Assert.Equal(2, (await IdsAsync(new Query(tickets, "message", "t1") { Text = " ?! " })).Length);
    }

    [Fact]
    public async Task A_search_follows_changes_and_deletes()
    {
        await StoreMessagesAsync(("a", "first words"), ("b", "second words"));
        await StoreAsync("of a", new Write.Upsert("a", "message", Json(new { search = "changed text" })));

        Assert.Equal(["b"], await IdsAsync(Messages("words")));
        Assert.Equal(["a"], await IdsAsync(Messages("changed")));

        await StoreAsync("of b", new Write.Upsert("b", "message", Json(new { })));
        await StoreAsync("of a", new Write.Delete("a"));
        Assert.Empty(await IdsAsync(Messages("words")));
        Assert.Empty(await IdsAsync(Messages("changed")));
    }

    [Fact]
    public async Task A_search_comes_newest_first_and_in_pages()
    {
        await StoreMessagesAsync([.. Enumerable.Range(10, 30).Select(i => ($"m{i}", i % 3 == 0 ? "the common word" : "nothing"))]);

        var expected = Enumerable.Range(10, 30).Where(i => i % 3 == 0).Reverse().Select(i => $"m{i}");
        Assert.Equal(expected, await AllIdsAsync(Messages("comm") with { PageSize = 3 }));
    }

    [Fact]
    public async Task A_search_meets_conditions_types_and_an_order()
    {
        await StoreEachAsync([.. Enumerable.Range(10, 30).Select(i =>
            Ticket($"t{i}", new { search = "word", active = i % 2 == 0, lastMessageAt = $"{50 - i}", labels = new[] { $"l{i % 3}" } }))]);
        await StoreMessagesAsync(("m", "word"));
        var query = new Query(tickets, "ticket")
        {
            Text = "wor",
            OrderBy = [newestFirst],
            Where = [new Condition.Is("active", true), new Condition.Has("labels", "l1")],
            PageSize = 2,
        };

        Assert.Equal(["t10", "t16", "t22", "t28", "t34"], await AllIdsAsync(query));
        Assert.Equal(5, await Store.CountAsync(query, 100, default));
        Assert.Equal(3, await Store.CountAsync(query, 3, default));
        Assert.Equal(30, (await AllIdsAsync(query with { Where = [], PageSize = 7 })).Count);
    }

    [Fact]
    public async Task Where_nothing_is_searched_a_search_is_refused()
        => await Assert.ThrowsAsync<ArgumentException>(() => Store.QueryAsync(new Query(Containers.Lookup, "email", "x") { Text = "word" }, default));
}
