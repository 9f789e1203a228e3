using System.Net;
using System.Text.Json;
using HelpdeskMx.Tests.Hosts;

namespace HelpdeskMx.Tests.Portal;

public sealed class RatingTests
{
    [Fact]
    public async Task A_link_with_a_star_only_chooses_it_and_the_button_gives_it()
    {
        await using var desk = await PortalDesk.StartAsync();
        var id = (await desk.AskAsync()).Id();
        var token = await desk.TokenAsync(id);
        var page = await desk.PageAsync(token, "?lang=en&stars=4");
        Assert.Contains("value=\"4\" required checked", page, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, (await desk.TicketAsync(id)).GetProperty("rating").ValueKind);

        Assert.Equal(HttpStatusCode.SeeOther, (await desk.RateAsync(token, page, "4", "Quick <b>work</b>")).StatusCode);
        var rating = (await desk.TicketAsync(id)).GetProperty("rating");
        Assert.Equal((4, "Quick <b>work</b>"), (rating.GetProperty("stars").GetInt32(), rating.Text("comment")));
        var told = Assert.Single(await desk.EventsAsync(id), e => e.Text("kind") == "rated");
        Assert.Equal(("4", "Quick <b>work</b>", "Anna"), (told.GetProperty("after").Text("rating"), told.GetProperty("after").Text("comment"), told.GetProperty("actor").Text("name")));
    }

    [Fact]
    public async Task Changing_ones_mind_replaces_it_and_a_page_sent_again_does_not_bring_the_old_one_back()
    {
        await using var desk = await PortalDesk.StartAsync();
        var id = (await desk.AskAsync()).Id();
        var token = await desk.TokenAsync(id);
        var first = await desk.PageAsync(token, "?rate=1");
        await Task.WhenAll(desk.RateAsync(token, first, "1", "Bad"), desk.RateAsync(token, first, "1", "Bad"));
        await desk.RateAsync(token, await desk.PageAsync(token), "5");
        await desk.RateAsync(token, first, "1", "Bad");
        var rating = (await desk.TicketAsync(id)).GetProperty("rating");
        Assert.Equal((5, ""), (rating.GetProperty("stars").GetInt32(), rating.Text("comment")));
        Assert.Equal(2, (await desk.EventsAsync(id)).Count(e => e.Text("kind") == "rated"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("6")]
    [InlineData("-1")]
    [InlineData("NaN")]
    [InlineData("4.5")]
    [InlineData("55")]
    [InlineData("")]
    [InlineData("<script>")]
    public async Task Anything_but_one_to_five_stars_is_asked_for_again_with_the_comment_kept(string stars)
    {
        await using var desk = await PortalDesk.StartAsync();
        var id = (await desk.AskAsync()).Id();
        var token = await desk.TokenAsync(id);
        var answer = await desk.RateAsync(token, await desk.PageAsync(token, "?rate=1"), stars, "Kept");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Kept</textarea>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, (await desk.TicketAsync(id)).GetProperty("rating").ValueKind);
    }

    [Fact]
    public async Task Lists_and_saved_views_are_narrowed_by_rating()
    {
        await using var desk = await PortalDesk.StartAsync();
        var (good, bad, none) = ((await desk.AskAsync("a", "Good")).Id(), (await desk.AskAsync("b", "Bad")).Id(), (await desk.AskAsync("c", "None")).Id());
        foreach (var (id, stars) in new[] { (good, "5"), (bad, "2") })
        {
            var token = await desk.TokenAsync(id);
            await desk.RateAsync(token, await desk.PageAsync(token, "?rate=1"), stars);
        }
        async Task<string[]> ListAsync(string query) => [.. (await desk.Desk.GetAsync($"/api/tickets?{query}")).GetProperty("items").EnumerateArray().Select(t => t.Id()).Order()];

        Assert.Equal([good], await ListAsync("rating=5"));
        Assert.Equal([bad], await ListAsync("rating=2"));
        Assert.Equal(new[] { good, bad }.Order(), await ListAsync("rating=rated"));
        Assert.Equal([none], await ListAsync("rating=unrated"));
        Assert.Empty(await ListAsync("rating=3"));
        Assert.Equal([bad], await ListAsync("rating=2&q=Bad"));
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.Desk.Admin.GetAsync("/api/tickets?rating=6")).StatusCode);
        var view = await desk.Desk.PostAsync(HttpStatusCode.Created, "/api/views?rating=2", new { name = "Unhappy", shared = true });
        Assert.Equal([bad], await ListAsync($"view={view.Text("key")}"));
        var counted = (await desk.Desk.GetAsync("/api/views")).GetProperty("items").EnumerateArray().Single(v => v.Text("key") == view.Text("key"));
        Assert.Equal(1, counted.GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task A_rule_answers_a_rating_that_fits_and_no_other()
    {
        await using var desk = await PortalDesk.StartAsync();
        object Rule(string name, string test, string value, string label) => new { name, when = "rated", @if = new[] { new { field = "rating", test, values = new[] { value } } }, then = new[] { new { action = "label", labels = new { add = new[] { label } } } } };
        await desk.Desk.PostAsync(HttpStatusCode.Created, "/api/rules", Rule("Unhappy", "atMost", "2", "unhappy"));
        await desk.Desk.PostAsync(HttpStatusCode.Created, "/api/rules", Rule("Happy", "atLeast", "4", "happy"));
        await desk.Desk.PostAsync(HttpStatusCode.Created, "/api/rules", Rule("Best", "is", "5", "best"));
        foreach (var (test, value) in new[] { ("is", "0"), ("is", "6"), ("atLeast", "NaN"), ("atMost", "none"), ("contains", "5") })
            await desk.Desk.PostAsync(HttpStatusCode.UnprocessableEntity, "/api/rules", Rule("Odd", test, value, "odd"));
        var id = (await desk.AskAsync()).Id();
        var token = await desk.TokenAsync(id);
        async Task<string[]> RatedAsync(string stars)
        {
            await desk.RateAsync(token, await desk.PageAsync(token, "?rate=1"), stars);
            return [.. (await desk.TicketAsync(id)).GetProperty("labels").EnumerateArray().Select(l => l.GetString()!).Order()];
        }
        Assert.Empty(await RatedAsync("3"));
        Assert.Equal(["unhappy"], await RatedAsync("2"));
        Assert.Equal(["best", "happy", "unhappy"], await RatedAsync("5"));
    }

    [Fact]
    public async Task A_ready_reply_that_closing_sends_asks_for_a_rating_by_links_that_rate_nothing_by_themselves()
    {
        await using var desk = await PortalDesk.StartAsync();
        var ready = (await desk.Desk.GetAsync("/api/replies/ready")).GetProperty("items")[0];
        Assert.Equal(["cs", "en", "ko", "pl", "ru"], ready.GetProperty("texts").EnumerateObject().Select(t => t.Name).Order());
        var reply = await desk.Desk.PostAsync(HttpStatusCode.Created, "/api/replies", new { name = "Ask", shared = true, texts = ready.GetProperty("texts") });
        await desk.Desk.PostAsync(HttpStatusCode.Created, "/api/rules", new { name = "Ask", when = "changed", @if = new[] { new { field = "category", test = "becomes", values = new[] { "waiting" } } }, then = new[] { new { action = "reply", reply = reply.Id() } } });
        var id = (await desk.AskAsync()).Id();
        await desk.Desk.ActAsync(id, "reply", new { text = "Done" });
        var mail = (await desk.MailsAsync(2)).Single(m => m.TextBody?.Contains('★') is true);

        Assert.Contains("★★★★★ https://desk.example/api/portal/", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("★☆☆☆☆ ", mail.TextBody, StringComparison.Ordinal);
        var page = await desk.PageAsync(PortalDesk.TokenIn(mail.TextBody), "?lang=en&stars=1");
        Assert.Contains("★★★★★ <a href=\"https://desk.example/api/portal/", page, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, (await desk.TicketAsync(id)).GetProperty("rating").ValueKind);
    }
}
