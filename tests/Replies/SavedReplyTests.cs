using System.Net;
using System.Text.Json;
using HelpdeskMx.Tests.Hosts;

namespace HelpdeskMx.Tests.Replies;

public sealed class SavedReplyTests
{
    [Fact]
    public async Task A_saved_reply_is_filled_in_for_the_ticket_in_the_language_its_customer_writes()
    {
        await using var desk = await RunningDesk.StartAsync();
        var ticket = await desk.ReceiveAsync("From: Anna Nováková <anna@x.cz>\nSubject: Kde je zásilka\nContent-Type: text/plain; charset=utf-8\n\nJá pořád čekám, už týden měřím čas.\n");
        var saved = await desk.PostAsync(HttpStatusCode.Created, "/api/replies", Reply("On its way", true, new { en = "Dear {{or customer.firstName \"customer\"}}, {{ticket.number}}", cs = "Vážená {{or customer.name \"zákaznice\"}}, {{ticket.number}}. {{agent.name}}" }));
        var filled = await desk.GetAsync($"/api/tickets/{ticket.Id()}/replies/{saved.Id()}", desk.Agent);
        Assert.Equal(("cs", $"Vážená Anna Nováková, #{ticket.GetProperty("number").GetInt64()}. Demo Agent"), (filled.Text("language"), filled.Text("text")));
    }

    [Fact]
    public async Task A_saved_reply_is_filled_in_for_a_conversation_that_has_yet_to_begin_unless_it_names_what_only_a_ticket_has()
    {
        await using var desk = await RunningDesk.StartAsync();
        var hello = await desk.PostAsync(HttpStatusCode.Created, "/api/replies", Reply("Hello", true, new { en = "Dear {{or customer.firstName \"customer\"}}, {{#if ticket.link}}see {{ticket.link}}{{else}}write to us{{/if}}. {{agent.firstName}}, {{store.name}}" }));
        var store = (await desk.GetAsync("/api/stores")).GetProperty("items")[0].Text("name");
        Assert.Equal($"Dear Anna, write to us. Demo, {store}", (await FillAsync(desk, HttpStatusCode.OK, hello, new { to = new { name = "Anna Nováková", address = "anna@x.cz" } })).Text("text"));
        Assert.Equal($"Dear customer, write to us. Demo, {store}", (await FillAsync(desk, HttpStatusCode.OK, hello, new { channel = "support" })).Text("text"));

        var numbered = await desk.PostAsync(HttpStatusCode.Created, "/api/replies", Reply("Number", true, new { en = "About {{ticket.number}}" }));
        var refused = await FillAsync(desk, HttpStatusCode.UnprocessableEntity, numbered, new { });
        Assert.Equal("not-known-yet", refused.Text("code"));
        Assert.Contains("ticket.number", refused.Text("title")!, StringComparison.Ordinal);

        var own = await desk.PostAsync(HttpStatusCode.Created, "/api/replies", Reply("Own", false, new { en = "Mine" }));
        await FillAsync(desk, HttpStatusCode.NotFound, own, new { });
    }

    private static Task<JsonElement> FillAsync(RunningDesk desk, HttpStatusCode status, JsonElement reply, object known) => desk.PostAsync(status, $"/api/replies/{reply.Id()}/fill", known, desk.Agent);

    [Fact]
    public async Task A_variable_that_does_not_exist_or_could_be_empty_is_refused_with_its_place_and_nothing_is_saved()
    {
        await using var desk = await RunningDesk.StartAsync();
        var refused = await desk.PostAsync(HttpStatusCode.UnprocessableEntity, "/api/replies", Reply("x", false, new { en = "Hi\n{{customer.nmae}}", ko = "{{customer.name}}", xx = "?" }), desk.Agent);
        var errors = refused.GetProperty("errors");
        Assert.StartsWith("Line 2:", errors.Text("texts.en"), StringComparison.Ordinal);
        Assert.Contains("customer.name", errors.Text("texts.ko")!, StringComparison.Ordinal);
        Assert.NotNull(errors.Text("texts.xx"));
        Assert.Empty((await desk.GetAsync("/api/replies", desk.Agent)).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_preview_is_of_a_real_ticket_the_agent_may_see()
    {
        await using var desk = await RunningDesk.StartAsync();
        var texts = new { texts = new { en = "{{ticket.number}} {{store.name}}" } };
        await desk.PostAsync(HttpStatusCode.NotFound, "/api/replies/preview", texts, desk.Agent);
        var number = (await desk.ReceiveAsync("From: a@x.cz\nSubject: Hello\n\nHi\n")).GetProperty("number").GetInt64();
        Assert.StartsWith($"#{number} ", (await desk.PostAsync(HttpStatusCode.OK, "/api/replies/preview", texts, desk.Agent)).GetProperty("texts").Text("en"), StringComparison.Ordinal);
        await desk.PostAsync(HttpStatusCode.Created, "/api/departments", new { name = "Sales" });
        var outsider = await desk.HireAsync("Out", "agent", "sales");
        await desk.PostAsync(HttpStatusCode.NotFound, "/api/replies/preview", new { texts.texts, ticket = number }, outsider);
    }

    [Fact]
    public async Task Ones_own_is_seen_by_nobody_else_and_everybodys_is_changed_by_admins_alone()
    {
        await using var desk = await RunningDesk.StartAsync();
        var own = await desk.PostAsync(HttpStatusCode.Created, "/api/replies", Reply("Mine", false, new { en = "Hello" }), desk.Agent);
        Assert.Empty((await desk.GetAsync("/api/replies")).GetProperty("items").EnumerateArray());
        await desk.PutAsync(HttpStatusCode.NotFound, $"/api/replies/{own.Id()}", Reply("Taken", false, new { en = "x" }));
        await desk.PostAsync(HttpStatusCode.Forbidden, "/api/replies", Reply("Ours", true, new { en = "Hello" }), desk.Agent);
        var shared = await desk.PostAsync(HttpStatusCode.Created, "/api/replies", Reply("Ours", true, new { en = "Hello" }));
        await desk.PutAsync(HttpStatusCode.NotFound, $"/api/replies/{shared.Id()}", Reply("Ours", false, new { en = "x" }), desk.Agent);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Agent.DeleteAsync($"/api/replies/{shared.Id()}")).StatusCode);
        await desk.PostAsync(HttpStatusCode.UnprocessableEntity, "/api/replies", Reply("OURS", true, new { en = "Again" }));
        Assert.Equal(HttpStatusCode.NoContent, (await desk.Agent.DeleteAsync($"/api/replies/{own.Id()}")).StatusCode);
    }

    [Fact]
    public async Task An_action_sends_its_mails_with_its_change_to_the_customer_and_to_whoever_owns_it()
    {
        await using var desk = await RunningDesk.StartAsync();
        var ticket = (await desk.ReceiveAsync("From: Anna <anna@x.cz>\nSubject: Hello\nMessage-ID: <1@x.cz>\n\nHi\n")).Id();
        await desk.PostAsync(HttpStatusCode.Created, "/api/replies", Reply("Done", true, new { en = "We are done with {{ticket.number}}." }));
        var workflow = await desk.GetAsync("/api/workflow");
        var changed = JsonSerializer.Serialize(workflow).Replace("\"key\":\"close\",", "\"key\":\"close\",\"mails\":[{\"reply\":\"done\",\"to\":[\"customer\",\"assignee\",\"address\"],\"address\":\"boss@x.cz\"}],", StringComparison.Ordinal);
        changed = changed.Replace("\"mails\":[],", "", StringComparison.Ordinal);
        await desk.PutAsync(HttpStatusCode.OK, "/api/workflow", JsonDocument.Parse(changed).RootElement);
        Assert.Equal(HttpStatusCode.Conflict, (await desk.Admin.DeleteAsync("/api/replies/done")).StatusCode);
        await desk.ActAsync(ticket, "assign", new { assignee = "me" });

        Assert.Equal(HttpStatusCode.OK, (await desk.ActAsync(ticket, "close", by: desk.Admin, key: "k")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await desk.ActAsync(ticket, "close", by: desk.Admin, key: "k")).StatusCode);

        var messages = await RunningDesk.UntilAsync(() => desk.MessagesAsync(ticket), all => all.Count(m => m.Text("direction") != "in" && m.GetProperty("delivery").Text("state") == "sent") == 2);
        var told = Assert.Single(messages, m => m.Text("direction") == "out");
        Assert.Equal(("anna@x.cz", true), (told.GetProperty("to")[0].Text("address"), told.GetProperty("auto").GetBoolean()));
        var inside = Assert.Single(messages, m => m.Text("direction") == "system");
        Assert.Equal(["agent@demo.test", "boss@x.cz"], inside.GetProperty("to").EnumerateArray().Select(a => a.Text("address")));
        var after = await desk.GetAsync($"/api/tickets/{ticket}");
        Assert.Equal(("closed", "in"), (after.Text("state"), after.Text("lastDirection")));
    }

    [Theory]
    [InlineData("""[{"reply":"nothing","to":["customer"]}]""", "reply")]
    [InlineData("""[{"reply":"done","to":[]}]""", "to")]
    [InlineData("""[{"reply":"done","to":["address"]}]""", "address")]
    [InlineData("""[{"reply":"done","to":["address"],"address":"nobody"}]""", "address")]
    public async Task A_workflow_whose_mails_cannot_leave_is_refused_with_their_place(string mails, string place)
    {
        await using var desk = await RunningDesk.StartAsync();
        await desk.PostAsync(HttpStatusCode.Created, "/api/replies", Reply("Done", true, new { en = "Done." }));
        var workflow = JsonSerializer.Serialize(await desk.GetAsync("/api/workflow")).Replace("\"mails\":[]", $"\"mails\":{mails}", StringComparison.Ordinal);
        var refused = await desk.PutAsync(HttpStatusCode.UnprocessableEntity, "/api/workflow", JsonDocument.Parse(workflow).RootElement);
        Assert.NotNull(refused.GetProperty("errors").Text($"actions[0].mails[0].{place}"));
    }

    private static object Reply(string name, bool shared, object texts) => new { name, shared, texts };
}
