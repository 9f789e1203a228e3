using System.Net;
using System.Net.Http.Json;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Tests.Sending.Meta;

/// <summary>WhatsApp templates: listed, filled, sent, and a conversation begun with one.</summary>
public sealed class TemplateTests : MetaDesk
{
    private const string Listed = """
        {"data":[
          {"name":"order_sent","language":"en_US","category":"UTILITY","status":"APPROVED","components":[
            {"type":"HEADER","format":"TEXT","text":"Order {{1}}","example":{"header_text":["123"]}},
            {"type":"BODY","text":"Hello {{1}}, your parcel leaves {{2}}. Thank you, {{1}}!","example":{"body_text":[["Anna","today"]]}},
            {"type":"FOOTER","text":"Demo Shop"},
            {"type":"BUTTONS","buttons":[{"type":"URL","text":"Track","url":"https://shop.example/t/{{1}}"},{"type":"QUICK_REPLY","text":"Stop"}]}]},
          {"name":"named","language":"cs","category":"UTILITY","status":"APPROVED","components":[
            {"type":"BODY","text":"Dobrý den, {{first_name}}.","example":{"body_text_named_params":[{"param_name":"first_name","example":"Anna"}]}}]},
          {"name":"picture","language":"en","status":"APPROVED","components":[{"type":"HEADER","format":"IMAGE"},{"type":"BODY","text":"Look"}]},
          {"name":"code","language":"en","status":"APPROVED","components":[{"type":"BODY","text":"Save"},{"type":"BUTTONS","buttons":[{"type":"COPY_CODE","text":"Copy"}]}]},
          {"name":"odd","components":"?"}, 7],
         "paging":{"cursors":{"after":"x"}}}
        """;

    private static readonly Dictionary<string, string> Filled = new() { ["header.1"] = "77", ["body.1"] = "Anna {{2}}", ["body.2"] = "tomorrow", ["button.0"] = "ab12" };

    [Fact]
    public async Task Approved_templates_of_words_are_listed_with_their_gaps_and_meta_is_not_asked_each_time()
    {
        Graph.Templates = Listed;
        var items = (await Desk.GetAsync("/api/channels/whatsapp/templates", Desk.Agent)).GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal(["named", "order_sent"], items.Select(i => i.GetProperty("name").GetString()));
        Assert.Equal(["header.1", "body.1", "body.2", "button.0"], items[1].GetProperty("gaps").EnumerateArray().Select(g => g.GetProperty("key").GetString()));
        Assert.Equal("today", items[1].GetProperty("gaps")[2].GetProperty("example").GetString());
        await Desk.GetAsync("/api/channels/whatsapp/templates", Desk.Agent);
        Assert.Single(Graph.Asked);
        Clock.Advance(TimeSpan.FromMinutes(6));
        await Desk.GetAsync("/api/channels/whatsapp/templates", Desk.Agent);
        Assert.Equal(2, Graph.Asked.Count);
        await RefusedAsync(await Desk.Agent.GetAsync("/api/channels/messenger/templates"), "no-templates");
    }

    [Fact]
    public async Task After_the_day_a_template_leaves_and_the_ticket_shows_what_the_customer_reads()
    {
        Graph.Templates = Listed;
        var ticket = await HearAsync(ChannelKind.Whatsapp);
        Clock.Advance(TimeSpan.FromHours(25));
        await Desk.SignInAsync();
        await RefusedAsync(await Desk.ActAsync(ticket, "reply", new { text = "Late" }), "window-closed");
        var message = await AnswerAsync(ticket, new { template = new { name = "order_sent", language = "en_US", parameters = Filled } }, "sent");
        Assert.Equal("Order 77\n\nHello Anna {{2}}, your parcel leaves tomorrow. Thank you, Anna {{2}}!\n\nDemo Shop\n\n[Track] https://shop.example/t/ab12\n\n[Stop]", message.GetProperty("text").GetString());
        var template = Graph.Sends.Single().Json.GetProperty("template");
        Assert.Equal(("order_sent", "en_US"), (template.GetProperty("name").GetString(), template.GetProperty("language").GetProperty("code").GetString()));
        Assert.Equal(
            """[{"type":"header","parameters":[{"type":"text","text":"77"}]},{"type":"body","parameters":[{"type":"text","text":"Anna {{2}}"},{"type":"text","text":"tomorrow"}]},{"type":"button","parameters":[{"type":"text","text":"ab12"}],"sub_type":"url","index":"0"}]""",
            template.GetProperty("components").GetRawText());
    }

    [Fact]
    public async Task A_gap_with_a_name_is_filled_by_its_name()
    {
        Graph.Templates = Listed;
        var ticket = await HearAsync(ChannelKind.Whatsapp);
        await AnswerAsync(ticket, new { template = new { name = "named", language = "cs", parameters = new Dictionary<string, string> { ["body.first_name"] = "Anno" } } }, "sent");
        var parameter = Graph.Sends.Single().Json.GetProperty("template").GetProperty("components")[0].GetProperty("parameters")[0];
        Assert.Equal(("first_name", "Anno"), (parameter.GetProperty("parameter_name").GetString(), parameter.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task What_cannot_leave_as_a_template_is_refused_and_nothing_is_saved()
    {
        Graph.Templates = Listed;
        var ticket = await HearAsync(ChannelKind.Whatsapp);
        async Task RefuseAsync(object body, string field) => await RefusedAsync(await Desk.ActAsync(ticket, "reply", body), "field-invalid", field);
        await RefuseAsync(new { template = new { name = "order_sent", language = "en_US" } }, "template.header.1");
        await RefuseAsync(new { template = new { name = "order_sent", language = "en_US", parameters = new Dictionary<string, string>(Filled) { ["body.2"] = "a\nb" } } }, "template.body.2");
        await RefuseAsync(new { template = new { name = "order_sent", language = "cs", parameters = Filled } }, "template");
        await RefuseAsync(new { text = "and words", template = new { name = "order_sent", language = "en_US", parameters = Filled } }, "template");
        await RefusedAsync(await Desk.ActAsync(await HearAsync(ChannelKind.Messenger), "reply", new { template = new { name = "order_sent", language = "en_US", parameters = Filled } }), "field-invalid", "template");
        Assert.Single(await Desk.MessagesAsync(ticket));
        Assert.Empty(Graph.Sends);
    }

    [Fact]
    public async Task An_agent_begins_a_conversation_with_a_number_and_what_is_answered_joins_it()
    {
        Graph.Templates = Listed;
        var body = new { channel = "whatsapp", to = new { name = "Anna", address = "+420 777-123 456" }, template = new { name = "order_sent", language = "en_US", parameters = Filled } };
        var started = await StartAsync(body, "k1");
        Assert.Equal(HttpStatusCode.Created, started.StatusCode);
        var ticket = await RunningDesk.JsonAsync(started);
        var id = ticket.GetProperty("id").GetString()!;
        await EndAsync(id, "sent");
        Assert.Equal(Person, Graph.Sends.Single().Json.GetProperty("to").GetString());
        Assert.StartsWith("Order 77", ticket.GetProperty("subject").GetString(), StringComparison.Ordinal);
        Assert.Equal(id, (await RunningDesk.JsonAsync(await StartAsync(body, "k1"))).GetProperty("id").GetString());
        await RefusedAsync(await Desk.ActAsync(id, "reply", new { text = "And free words" }), "window-closed");
        Assert.Equal(id, await HearAsync(ChannelKind.Whatsapp));
        await AnswerAsync(id, new { text = "Now freely" }, "sent");
        Assert.Equal(2, Graph.Sends.Count());
        Assert.Equal("whatsapp", (await Desk.GetAsync($"/api/customers/{ticket.GetProperty("customer").GetProperty("id").GetString()}")).GetProperty("identities")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public async Task A_number_whatsapp_knows_by_another_id_still_answers_into_its_ticket()
    {
        (Graph.Templates, Graph.KnownAs) = (Listed, "5511999990000");
        var started = await RunningDesk.JsonAsync(await StartAsync(new { channel = "whatsapp", to = new { address = "+55 11 9999-0000" }, template = new { name = "order_sent", language = "en_US", parameters = Filled } }));
        await EndAsync(started.GetProperty("id").GetString()!, "sent");
        Assert.Equal(started.GetProperty("id").GetString(), await HearAsync(ChannelKind.Whatsapp, "5511999990000"));
    }

    [Theory]
    [InlineData("777 123 456")]
    [InlineData("anna@x.cz")]
    [InlineData("+0777123456")]
    [InlineData("+12")]
    [InlineData("")]
    public async Task A_conversation_by_template_needs_a_whole_number(string number)
    {
        Graph.Templates = Listed;
        await RefusedAsync(await StartAsync(new { channel = "whatsapp", to = new { address = number }, template = new { name = "order_sent", language = "en_US", parameters = Filled } }), "field-invalid", "to");
    }

    private async Task<HttpResponseMessage> StartAsync(object body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/tickets") { Content = JsonContent.Create(body) };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await Desk.Agent.SendAsync(request);
    }
}
