using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HelpdeskMx.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace HelpdeskMx.Tests.Tickets;

/// <summary>What merging tickets promises, in whatever store, while others act and when the process dies on the way.</summary>
public abstract class MergeContract : SplitDesk
{
    // What must be as it was; a version and who looked at a ticket are no part of it.
    private static readonly string[] Passing = ["version", "unread"];

    [Fact]
    public async Task The_ticket_that_goes_on_shows_what_was_said_in_both_in_order_and_the_other_is_out_of_the_lists()
    {
        var (one, two) = await TwoAsync();
        await ReplyAsync("Re: Broken cup", 1);
        var into = await MergeAsync(two, one);

        Assert.Equal(["words 1", "words 2", "words 3", "words 4"], await WordsAsync(one));
        Assert.Equal(4, into.GetProperty("counts").GetProperty("messages").GetInt32());
        Assert.Equal(two, Text(into.GetProperty("merged")[0], "id"));
        Assert.Equal([one], await ActiveAsync());
        var merged = await TicketAsync(two);
        Assert.Equal((one, "archived"), (Text(merged, "mergedInto"), Text(merged, "category")));
        Assert.Equal("merged", await CodeAsync(await Desk.ActAsync(two, "close")));
    }

    [Fact]
    public async Task Merged_and_undone_both_are_exactly_what_they_were()
    {
        var (one, two) = await TwoAsync();
        await Desk.ActAsync(one, "label", new { labels = new { add = new[] { "vip", "cup" } } });
        await Desk.ActAsync(two, "label", new { labels = new { add = new[] { "cup", "invoice" } } });
        await Desk.ActAsync(two, "priority", new { priority = "urgent" });
        await Desk.ActAsync(two, "follow", new { followers = new { add = new[] { "admin" } } });
        await Desk.ActAsync(one, "close");
        var before = (await TicketAsync(one), await TicketAsync(two), await WordsAsync(one), await WordsAsync(two));

        Assert.Equal("open", Text(await MergeAsync(two, one), "category")); // what was the shop's turn still is
        await UndoAsync(two);

        Same(before.Item1, await TicketAsync(one));
        Same(before.Item2, await TicketAsync(two));
        Assert.Equal(before.Item3, await WordsAsync(one));
        Assert.Equal(before.Item4, await WordsAsync(two));
    }

    [Fact]
    public async Task What_happened_in_between_stays_with_the_ticket_that_went_on()
    {
        var (one, two) = await TwoAsync();
        await MergeAsync(two, one);
        Assert.Equal(one, Text(await ReplyAsync("Re: Wrong invoice", 2), "id")); // answers to the merged one go on in the other
        await AnswerAsync(one, "Both are dealt with.");
        await Desk.ActAsync(one, "label", new { labels = new { add = new[] { "later" } } });
        var undone = await UndoAsync(two);

        Assert.Equal(["words 2", "words 3"], await WordsAsync(two));
        Assert.Equal(["words 1", "words 4", "Both are dealt with."], await WordsAsync(one));
        Assert.Equal("new", Text(undone, "state"));
        Assert.Equal(3, (await TicketAsync(one)).GetProperty("counts").GetProperty("messages").GetInt32());
        Assert.Equal("later", (await TicketAsync(one)).GetProperty("labels")[0].GetString());
    }

    [Fact]
    public async Task Pages_of_the_conversation_hold_every_message_once_in_either_order()
    {
        var (one, two) = await TwoAsync();
        for (var i = 0; i < 5; i++) await Desk.ActAsync(i % 2 == 0 ? one : two, "note", new { text = $"note {i}" });
        await MergeAsync(two, one);
        foreach (var order in new[] { "oldest", "newest" })
        {
            List<string> said = [];
            for (string? after = ""; after is not null;)
            {
                var page = await Desk.GetAsync($"/api/tickets/{one}/messages?limit=2&order={order}&after={Uri.EscapeDataString(after)}");
                said.AddRange(page.GetProperty("items").EnumerateArray().Select(m => Text(m, "id")));
                after = page.GetProperty("next").GetString();
            }
            Assert.Equal(8, said.Count);
            Assert.Equal(8, said.Distinct().Count());
        }
        Assert.Equal(HttpStatusCode.BadRequest, (await Desk.Admin.GetAsync($"/api/tickets/{one}/messages?after=nonsense")).StatusCode);
    }

    [Fact]
    public async Task Search_leads_from_words_of_the_merged_ticket_to_the_one_that_goes_on()
    {
        var (one, two) = await TwoAsync();
        await MergeAsync(two, one);
        var found = await Desk.GetAsync("/api/tickets?q=invoice");
        Assert.Equal([one], found.GetProperty("items").EnumerateArray().Select(t => Text(t, "id")));
    }

    [Fact]
    public async Task Asked_at_once_it_is_one_merge_and_against_each_other_it_is_none_or_one()
    {
        var (one, two) = await TwoAsync();
        var same = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => AskMergeAsync(two, one)));
        Assert.All(same, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Single(await EventsAsync(one), e => Text(e, "kind") == "merged");
        await UndoAsync(two);

        var against = await Task.WhenAll(AskMergeAsync(two, one), AskMergeAsync(one, two));
        var (a, b) = (await TicketAsync(one), await TicketAsync(two));
        Assert.False(a.GetProperty("mergedInto").ValueKind == JsonValueKind.String && b.GetProperty("mergedInto").ValueKind == JsonValueKind.String);
        Assert.True(against.Count(m => m.IsSuccessStatusCode) <= 1);
        await SweepAsync();
        Assert.Equal(3, (await WordsAsync(one)).Concat(await WordsAsync(two)).Distinct().Count());
    }

    [Fact]
    public async Task Into_itself_into_nothing_and_into_what_is_merged_away_is_refused()
    {
        var (one, two) = await TwoAsync();
        var three = await ConverseAsync("Third");
        Assert.Equal("field-invalid", await CodeAsync(await AskMergeAsync(one, one)));
        Assert.Equal("field-invalid", await CodeAsync(await AskMergeAsync(one, "nowhere")));
        await MergeAsync(two, one);
        Assert.Equal("merged", await CodeAsync(await AskMergeAsync(three, two)));
        Assert.Equal("merged", await CodeAsync(await AskMergeAsync(two, three)));
        await MergeAsync(one, three); // what others were merged into can be merged itself
        Assert.Equal(["words 1", "words 2", "words 3", "words 4"], await WordsAsync(three));
    }

    [Theory]
    [InlineData(1, false), InlineData(1, true), InlineData(2, false), InlineData(2, true), InlineData(3, false), InlineData(3, true)]
    public async Task Killed_at_any_commit_a_merge_is_finished_by_the_sweep_and_so_is_its_undoing(int at, bool written)
    {
        var (one, two) = await TwoAsync();
        var before = (await TicketAsync(one), await TicketAsync(two));
        foreach (var undo in new[] { false, true })
        {
            (Store.DiesAt, Store.Written) = (at, written);
            var answer = undo ? await Desk.Agent.DeleteAsync($"/api/tickets/{two}/merge") : await AskMergeAsync(two, one);
            var died = !answer.IsSuccessStatusCode;
            Store.DiesAt = 0;
            await SweepAsync();
            if (died && (undo ? (await TicketAsync(two)).GetProperty("mergedInto").ValueKind != JsonValueKind.Null : (await TicketAsync(two)).GetProperty("mergedInto").ValueKind == JsonValueKind.Null))
                _ = undo ? await UndoAsync(two) : await MergeAsync(two, one); // nothing had been settled: asked again it is done
            Assert.Equal(["words 1", "words 2", "words 3"], (await WordsAsync(one)).Concat(undo ? await WordsAsync(two) : []).Order());
        }
        Same(before.Item1, await TicketAsync(one));
        Same(before.Item2, await TicketAsync(two));
    }

    [Fact]
    public async Task Assigning_answering_and_merging_at_once_lose_and_double_nothing()
    {
        var (one, two) = await TwoAsync();
        var acts = new List<Task<HttpResponseMessage>> { AskMergeAsync(two, one) };
        for (var i = 0; i < 4; i++)
        {
            acts.Add(Desk.ActAsync(one, "assign", new { assignee = i % 2 == 0 ? "me" : "admin" }));
            acts.Add(Desk.ActAsync(two, "reply", new { text = $"answer {i}" }, key: $"k{i}"));
            acts.Add(Desk.ActAsync(one, "note", new { text = $"note {i}" }, key: $"n{i}"));
        }
        var answers = await Task.WhenAll(acts);

        var words = await WordsAsync(one);
        for (var i = 0; i < 4; i++)
        {
            Assert.Single(words, $"note {i}");
            Assert.Equal(answers[2 + (3 * i)].IsSuccessStatusCode ? 1 : 0, words.Count(w => w == $"answer {i}"));
        }
        Assert.Equal(words.Length, (await TicketAsync(one)).GetProperty("counts").GetProperty("messages").GetInt32());
    }

    private async Task<(string One, string Two)> TwoAsync()
    {
        var one = await ConverseAsync("Broken cup");
        Clock.Advance(TimeSpan.FromSeconds(5));
        var two = await ConverseAsync("Wrong invoice", "Re: Wrong invoice");
        Clock.Advance(TimeSpan.FromSeconds(5));
        return (one, two);
    }

    private Task<HttpResponseMessage> AskMergeAsync(string from, string into) => Desk.Agent.PostAsJsonAsync($"/api/tickets/{from}/merge", new { into });

    private async Task<JsonElement> MergeAsync(string from, string into) => await Desk.PostAsync(HttpStatusCode.OK, $"/api/tickets/{from}/merge", new { into }, Desk.Agent);

    private async Task<JsonElement> UndoAsync(string from)
    {
        var answer = await Desk.Agent.DeleteAsync($"/api/tickets/{from}/merge");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await HelpdeskMx.Tests.Hosts.RunningDesk.JsonAsync(answer);
    }

    private async Task SweepAsync()
    {
        Clock.Advance(SplitTicket.Patience);
        await Desk.Services.GetRequiredService<SweepMerges>().RunAsync(default);
    }

    private async Task<string[]> ActiveAsync() => [.. (await Desk.GetAsync("/api/tickets?view=open")).GetProperty("items").EnumerateArray().Select(t => Text(t, "id"))];

    private static void Same(JsonElement before, JsonElement after)
    {
        foreach (var part in before.EnumerateObject().Where(p => !Passing.Contains(p.Name)))
            Assert.Equal(part.Name + part.Value.GetRawText(), part.Name + after.GetProperty(part.Name).GetRawText());
    }
}
