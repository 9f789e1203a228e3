using System.Text.Json;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tests.Embedded;

/// <summary>Searches over more items than are read one by one, through the search index and around it.</summary>
public sealed class SearchIndexTests : IAsyncLifetime
{
    private const int Loaded = 4_000;
    private static readonly string[] vocabulary = ["order", "orders", "ordinary", "refund", "late", "lamp", "parcel", "part", "red", "reduce"];
    private readonly TemporaryFolder folder = new();
    private readonly Random random = new(7);
    private readonly SortedDictionary<int, string> texts = [];
    private OpenStore open = null!;

    public async Task InitializeAsync()
    {
        open = new OpenStore(folder);
        for (var i = 0; i < Loaded; i++) texts[i] = Text();
        await open.Store.LoadAsync(Containers.Tickets, texts.Select(t => (Name(t.Key), Message(t.Key, t.Value))).ToAsyncEnumerable(), default);
    }

    public async Task DisposeAsync()
    {
        await open.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_search_finds_what_reading_every_text_finds_newest_first_whatever_was_changed_meanwhile()
    {
        await AgreeAsync();
        for (var round = 0; round < 5; round++)
        {
            for (var i = 0; i < 40; i++) await ChangeAsync(random.Next(Loaded + 200));
            await AgreeAsync();
        }
    }

    [Fact]
    public async Task A_search_in_an_order_puts_the_newest_matches_in_it()
    {
        var query = Query("orde") with { OrderBy = [new Order("at")], PageSize = 1_000 };

        var found = (await open.Store.QueryAsync(query, default)).Items.Select(i => i.Id);

        Assert.Equal(Expected("orde").Take(1_000).Reverse(), found);
    }

    [Fact]
    public async Task A_search_that_examines_very_much_ends_its_page_early_and_goes_on_from_there()
    {
        var unwanted = Enumerable.Range(Loaded, 4_000).Select(i => (Name(i), Message(i, "order", active: true)));
        await open.Store.LoadAsync(Containers.Tickets, unwanted.ToAsyncEnumerable(), default);
        var query = Query("order") with { Where = [new Condition.Is("active", null), new Condition.Is("state", null)], PageSize = 10 };

        var first = await open.Store.QueryAsync(query, default);
        var second = await open.Store.QueryAsync(query with { Continuation = first.Next }, default);

        Assert.Empty(first.Items);
        Assert.Equal(Expected("order").Take(10), second.Items.Select(i => i.Id));
    }

    [Fact]
    public async Task An_index_that_is_gone_is_made_again()
    {
        await open.DisposeAsync();
        foreach (var file in Directory.GetFiles(folder.Path, "search.db*")) File.Delete(file);
        open = new OpenStore(folder);

        await Eventually.HoldsAsync(async () => await open.Search.ReadAsync(c => c.Scalar("SELECT count(*) FROM indexed"), default) == Loaded);

        await AgreeAsync();
    }

    [Fact]
    public async Task An_index_that_knows_more_than_a_restored_desk_is_made_again()
    {
        using var backup = folder.CopyAsAfterACrash();
        for (var i = 0; i < 50; i++) await ChangeAsync(Loaded + i);
        await open.Store.LoadAsync(Containers.Tickets, AsyncEnumerable.Empty<(string, Write.Create)>(), default);
        await open.DisposeAsync();
        foreach (var file in Directory.GetFiles(folder.Path, "desk.db*")) File.Delete(file);
        foreach (var file in Directory.GetFiles(backup.Path, "desk.db*")) File.Move(file, Path.Combine(folder.Path, Path.GetFileName(file)));
        foreach (var gone in texts.Keys.Where(k => k >= Loaded).ToList()) texts.Remove(gone);

        open = new OpenStore(folder);
        await Eventually.HoldsAsync(async () => await open.Search.ReadAsync(c => c.Scalar("SELECT count(*) FROM indexed"), default) == Loaded);

        await AgreeAsync();
    }

    private static Query Query(string text) => new(Containers.Tickets, "message") { Text = text };

    private static string Name(int i) => $"m{i:D5}";

    private static Write.Create Message(int i, string text, bool? active = null) =>
        new(Name(i), "message", JsonSerializer.SerializeToUtf8Bytes(new { at = Name(i), search = text, active }));

    private string Text() => string.Join(' ', Enumerable.Range(0, random.Next(1, 6)).Select(_ => vocabulary[random.Next(vocabulary.Length)]));

    private IEnumerable<string> Expected(params string[] words) => texts
        .Where(t => words.All(w => t.Value.Split(' ').Any(word => word.StartsWith(w, StringComparison.Ordinal)))).Select(t => Name(t.Key)).Reverse();

    private async Task ChangeAsync(int i)
    {
        if (i < Loaded && random.Next(4) == 0)
        {
            await open.Store.CommitAsync(Containers.Tickets, Name(i), [new Write.Delete(Name(i))], default);
            texts.Remove(i);
            return;
        }
        if (!texts.ContainsKey(i) && i < Loaded) return; // created again it would be the newest, and the sorted texts would not know
        if (i >= Loaded) i = texts.Keys.Max() + 1;
        texts[i] = Text();
        var message = Message(i, texts[i]);
        await open.Store.CommitAsync(Containers.Tickets, Name(i), [new Write.Upsert(message.Id, message.Type, message.Body)], default);
    }

    private async Task AgreeAsync()
    {
        foreach (var words in new[] { ["ord"], ["order"], ["r", "l"], ["part", "refund"], ["ordinary", "red", "late"], new[] { "none" } })
        {
            var search = string.Join(' ', words);
            var expected = Expected(words).ToList();
            var found = new List<string>();
            for (var query = Query(search) with { PageSize = 300 }; ;)
            {
                var page = await open.Store.QueryAsync(query, default);
                found.AddRange(page.Items.Select(i => i.Id));
                if (page.Next is null) break;
                query = query with { Continuation = page.Next };
            }
            Assert.Equal(expected, found);
            Assert.Equal(Math.Min(expected.Count, 500), await open.Store.CountAsync(Query(search), 500, default));
        }
    }
}
