using System.Net;
using System.Text.Json;
using HelpdeskMx.Tests.Hosts;

namespace HelpdeskMx.Tests.Tickets;

public sealed class CustomFieldTests
{
    [Fact]
    public async Task A_field_of_ones_own_is_filled_in_found_by_told_in_history_and_emptied_again()
    {
        await using var desk = await RunningDesk.StartAsync();
        await SaveAsync(desk, HttpStatusCode.OK, Field("size", "choice", [new { key = "xl", names = new { en = "Very large" } }]), Field("due", "date"), Field("elsewhere", "text"));
        var ticket = (await desk.ReceiveAsync("From: a@x.cz\nSubject: Hello\n\nHi\n")).Id();
        var filled = await RunningDesk.JsonAsync(await desk.ActAsync(ticket, "fill", new { fields = new { size = "xl", due = "2026-12-24" } }));
        Assert.Equal(("xl", "2026-12-24"), (filled.GetProperty("fields").Text("size"), filled.GetProperty("fields").Text("due")));
        Assert.Single((await desk.GetAsync("/api/tickets?field=size:XL")).GetProperty("items").EnumerateArray());
        var told = (await desk.GetAsync($"/api/tickets/{ticket}/events")).GetProperty("items").EnumerateArray().Last();
        Assert.Equal(("fill", "xl"), (told.Text("kind"), told.GetProperty("after").Text("fields.size")));
        var emptied = await RunningDesk.JsonAsync(await desk.ActAsync(ticket, "fill", new { fields = new { size = "" } }));
        Assert.Equal(["due"], emptied.GetProperty("fields").EnumerateObject().Select(f => f.Name));
        Assert.Empty((await desk.GetAsync("/api/tickets?field=size:xl")).GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData("size", "xxl")]
    [InlineData("due", "tomorrow")]
    [InlineData("nothing", "x")]
    [InlineData("other", "x")]
    public async Task An_answer_that_does_not_fit_or_a_field_the_ticket_has_not_is_refused(string key, string answer)
    {
        await using var desk = await RunningDesk.StartAsync();
        await desk.PostAsync(HttpStatusCode.Created, "/api/stores", new { name = "Other", color = "#112233", language = "en" });
        await SaveAsync(desk, HttpStatusCode.OK, Field("size", "choice", [new { key = "xl", names = new { en = "Very large" } }]), Field("due", "date"), new { field = Plain("other", "text", []), stores = new[] { "other" } });
        var ticket = (await desk.ReceiveAsync("From: a@x.cz\nSubject: Hello\n\nHi\n")).Id();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.ActAsync(ticket, "fill", new { fields = new Dictionary<string, string> { [key] = answer } })).StatusCode);
        Assert.Empty((await desk.GetAsync($"/api/tickets/{ticket}")).GetProperty("fields").EnumerateObject());
    }

    [Fact]
    public async Task Fields_that_cannot_work_are_refused_with_their_places()
    {
        await using var desk = await RunningDesk.StartAsync();
        var refused = await SaveAsync(desk, HttpStatusCode.UnprocessableEntity, Field("Bad Key", "text"), Field("twice", "choice"), Field("twice", "text"), new { field = Plain("other", "text", []), stores = new[] { "nowhere" } });
        Assert.Equal(["fields[0].key", "fields[1].choices", "fields[1].key", "fields[2].key", "fields[3].stores"], refused.GetProperty("errors").EnumerateObject().Select(e => e.Name).Order());
    }

    [Fact]
    public async Task A_template_can_name_a_field_of_ones_own()
    {
        await using var desk = await RunningDesk.StartAsync();
        var reply = new { name = "Size", shared = false, texts = new { en = "Your size: {{or fields.size \"not known\"}}" } };
        await desk.PostAsync(HttpStatusCode.UnprocessableEntity, "/api/replies", reply, desk.Agent);
        await SaveAsync(desk, HttpStatusCode.OK, Field("size", "text"));
        await desk.PostAsync(HttpStatusCode.Created, "/api/replies", reply, desk.Agent);
    }

    [Fact]
    public async Task Several_fields_narrow_a_list_at_once_and_a_saved_view_of_one_further()
    {
        await using var desk = await RunningDesk.StartAsync();
        await SaveAsync(desk, HttpStatusCode.OK, Field("size", "text"), Field("color", "text"));
        var ids = new List<string>();
        foreach (var (size, color) in new[] { ("xl", "red, dark"), ("xl", "blue"), ("s", "red, dark") })
        {
            ids.Add((await desk.ReceiveAsync($"From: a@x.cz\nSubject: {size} {color}\nMessage-ID: <{ids.Count}@x.cz>\n\nHi\n")).Id());
            await desk.ActAsync(ids[^1], "fill", new { fields = new { size, color } });
        }
        const string Red = "field=color:red,%20dark";
        Assert.Equal([ids[0]], await ListAsync(desk, $"field=size:xl&{Red}"));
        var view = (await desk.PostAsync(HttpStatusCode.Created, "/api/views?field=size:xl", new { name = "Large", shared = false })).Text("key");
        Assert.Equal([ids[1], ids[0]], await ListAsync(desk, $"view={view}"));
        Assert.Equal([ids[0]], await ListAsync(desk, $"view={view}&{Red}"));
        Assert.Equal([ids[2]], await ListAsync(desk, $"view={view}&field=size:s"));
    }

    private static async Task<string[]> ListAsync(RunningDesk desk, string query) => [.. (await desk.GetAsync($"/api/tickets?{query}")).GetProperty("items").EnumerateArray().Select(t => t.Id())];

    private static object Field(string key, string type, object[]? choices = null) => new { field = Plain(key, type, choices ?? []) };

    private static object Plain(string key, string type, object[] choices) => new { key, type, required = false, names = new { en = key }, choices };

    private static Task<JsonElement> SaveAsync(RunningDesk desk, HttpStatusCode status, params object[] fields) => desk.PutAsync(status, "/api/fields", new { fields });
}
