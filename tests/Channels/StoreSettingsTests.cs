using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HelpdeskMx.Tests.Hosts;

namespace HelpdeskMx.Tests.Channels;

/// <summary>Stores and departments, as admins add, change and switch them off through the API.</summary>
public sealed class StoreSettingsTests : IAsyncLifetime
{
    private RunningDesk desk = null!;

    public async Task InitializeAsync() => desk = await RunningDesk.StartAsync();

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task A_store_is_added_with_a_readable_id_a_colour_of_its_own_and_the_admins_language()
    {
        var store = await AddedAsync("/api/stores", new { name = "  Čaj & Káva  " });

        Assert.Equal(("caj-kava", "Čaj & Káva", "en", true), (Text(store, "id"), Text(store, "name"), Text(store, "language"), store.GetProperty("active").GetBoolean()));
        Assert.NotEqual("#3b6cf4", Text(store, "color"));
        Assert.Contains("caj-kava", await IdsAsync("/api/stores"));
        Assert.Equal("store", Text(await AddedAsync("/api/stores", new { name = "찻집" }), "id"));
        Assert.Equal("caj-kava-2", Text(await AddedAsync("/api/stores", new { name = "Caj, Kava!" }), "id"));
    }

    [Fact]
    public async Task A_stores_name_colour_and_language_change_and_the_rest_stays()
    {
        await desk.Admin.PutAsJsonAsync("/api/stores/demo", new { signature = "Bye" });
        var changed = await RunningDesk.JsonAsync(await desk.Admin.PutAsJsonAsync("/api/stores/demo", new { name = "Tea", color = "#ABC", language = "ko" }));

        Assert.Equal(("Tea", "#abc", "ko", "Bye"), (Text(changed, "name"), Text(changed, "color"), Text(changed, "language"), Text(changed, "signature")));
        Assert.Equal(HttpStatusCode.OK, (await desk.Admin.PutAsJsonAsync("/api/stores/demo", new { name = "TEA" })).StatusCode);
    }

    [Theory]
    [InlineData("""{}""", "name")]
    [InlineData("""{"name":"  "}""", "name")]
    [InlineData("""{"name":"a\nb"}""", "name")]
    [InlineData("""{"name":"demo shop"}""", "name")]
    [InlineData("""{"name":"Tea","color":"red"}""", "color")]
    [InlineData("""{"name":"Tea","color":"#12345"}""", "color")]
    [InlineData("""{"name":"Tea","color":"#fff;background:url(x)"}""", "color")]
    [InlineData("""{"name":"Tea","language":"de"}""", "language")]
    public async Task A_store_that_cannot_be_is_refused_under_its_field(string body, string field) =>
        await RefusedAsync(await desk.Admin.PostAsync("/api/stores", Json(body)), HttpStatusCode.UnprocessableEntity, field);

    [Theory]
    [InlineData("""{"name":"\ud800"}""")]
    [InlineData("""{"name":5}""")]
    [InlineData("""[]""")]
    public async Task What_is_no_text_is_no_name(string body) => Assert.Equal(HttpStatusCode.BadRequest, (await desk.Admin.PostAsync("/api/stores", Json(body))).StatusCode);

    [Fact]
    public async Task A_name_of_eighty_characters_will_do_and_one_more_will_not()
    {
        await AddedAsync("/api/departments", new { name = new string('x', 80) });
        await RefusedAsync(await desk.Admin.PostAsJsonAsync("/api/departments", new { name = new string('y', 81) }), HttpStatusCode.UnprocessableEntity, "name");
    }

    [Fact]
    public async Task Twenty_admins_who_add_the_same_name_at_once_make_one_store()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => desk.Admin.PostAsJsonAsync("/api/stores", new { name = "Tea" })));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Created);
        Assert.Equal(19, answers.Count(a => a.StatusCode == HttpStatusCode.UnprocessableEntity));
        Assert.Equal(["demo", "tea"], (await IdsAsync("/api/stores")).Order());
    }

    [Fact]
    public async Task Twenty_admins_who_add_names_of_one_sound_at_once_lose_none()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => desk.Admin.PostAsJsonAsync("/api/departments", new { name = "차" + new string('!', n) })));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.StatusCode));
        Assert.Equal(21, (await IdsAsync("/api/departments")).Distinct().Count());
    }

    [Fact]
    public async Task Changes_of_different_things_at_once_are_all_kept()
    {
        object[] changes = [new { name = "Tea" }, new { color = "#111111" }, new { language = "cs" }, new { signature = "Bye" }, new { followUpAfterDays = 3 }, new { quotes = "none" }];
        await Task.WhenAll(changes.Select(c => desk.Admin.PutAsJsonAsync("/api/stores/demo", c)));

        var store = (await desk.GetAsync("/api/stores")).GetProperty("items")[0];
        Assert.Equal(("Tea", "#111111", "cs", "Bye", 3, "none"), (Text(store, "name"), Text(store, "color"), Text(store, "language"), Text(store, "signature"), store.GetProperty("followUpAfterDays").GetInt32(), Text(store, "quotes")));
    }

    [Theory]
    [InlineData("/api/stores/demo", "store-in-use")]
    [InlineData("/api/departments/support", "department-in-use")]
    public async Task What_channels_still_need_is_not_switched_off_and_the_answer_names_them(string path, string code)
    {
        var answer = await desk.Admin.PutAsJsonAsync(path, new { active = false });
        var problem = await RunningDesk.JsonAsync(answer);
        Assert.Equal((HttpStatusCode.Conflict, code), (answer.StatusCode, Text(problem, "code")));
        Assert.Equal(["Chat", "Contact form", "support@demo.test"], problem.GetProperty("channels").EnumerateArray().Select(c => c.GetString()!).Order());

        foreach (var channel in new[] { "support", "contact", "chat" }) await desk.Admin.PutAsJsonAsync($"/api/channels/{channel}", new { active = false });
        Assert.False((await RunningDesk.JsonAsync(await desk.Admin.PutAsJsonAsync(path, new { active = false }))).GetProperty("active").GetBoolean());
        var back = await desk.Admin.PutAsJsonAsync("/api/channels/support", new { active = true });
        await RefusedAsync(back, HttpStatusCode.UnprocessableEntity, path.Contains("stores", StringComparison.Ordinal) ? "store" : "department");
    }

    [Fact]
    public async Task An_inactive_store_takes_nothing_away_from_its_tickets()
    {
        var ticket = await desk.ReceiveAsync("From: anna@x.cz\nTo: support@demo.test\nSubject: Hi\n\nHello\n");
        foreach (var channel in new[] { "support", "contact", "chat" }) await desk.Admin.PutAsJsonAsync($"/api/channels/{channel}", new { active = false });
        await desk.Admin.PutAsJsonAsync("/api/stores/demo", new { active = false });

        var replied = await desk.ActAsync(Text(ticket, "id")!, "reply", new { text = "Here we are" });
        Assert.Equal(HttpStatusCode.OK, replied.StatusCode);
        Assert.Equal("demo", Text((await desk.GetAsync("/api/tickets?store=demo")).GetProperty("items")[0], "store"));
    }

    [Theory]
    [InlineData("PUT", "/api/stores/nowhere")]
    [InlineData("PUT", "/api/departments/nowhere")]
    [InlineData("PUT", "/api/channels/nowhere")]
    [InlineData("POST", "/api/channels/nowhere/key")]
    public async Task What_is_not_there_cannot_be_changed(string method, string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Admin.SendAsync(new(new(method), path) { Content = Json("""{"name":"x"}""") })).StatusCode);

    [Theory]
    [InlineData("POST", "/api/stores")]
    [InlineData("PUT", "/api/stores/demo")]
    [InlineData("POST", "/api/departments")]
    [InlineData("PUT", "/api/departments/support")]
    [InlineData("POST", "/api/channels")]
    [InlineData("PUT", "/api/channels/support")]
    [InlineData("POST", "/api/channels/support/key")]
    public async Task Only_admins_set_up_the_desk(string method, string path)
    {
        HttpRequestMessage Request() => new(new(method), path) { Content = Json("""{"name":"Mine"}""") };

        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Agent.SendAsync(Request())).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.Anybody.SendAsync(Request())).StatusCode);
    }

    private async Task<JsonElement> AddedAsync(string path, object wanted)
    {
        var answer = await desk.Admin.PostAsJsonAsync(path, wanted);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await RunningDesk.JsonAsync(answer);
    }

    private async Task<IReadOnlyList<string>> IdsAsync(string path) => [.. (await desk.GetAsync(path)).GetProperty("items").EnumerateArray().Select(i => Text(i, "id")!)];

    private static async Task RefusedAsync(HttpResponseMessage answer, HttpStatusCode status, string field)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.True((await RunningDesk.JsonAsync(answer)).GetProperty("errors").TryGetProperty(field, out _), field);
    }

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();

    private static StringContent Json(string body) => new(body, System.Text.Encoding.UTF8, "application/json");
}
