using System.Net;
using HelpdeskMx.Tests.Hosts;

namespace HelpdeskMx.Tests.Portal;

public sealed class NoticeTests
{
    [Theory]
    [InlineData("Kde je moje objednávka? Děkuji", "k vašemu požadavku", "Přečíst odpověď")]
    [InlineData("Gdzie jest moje zamówienie? Dziękuję", "masz nową odpowiedź", "Przeczytaj odpowiedź")]
    [InlineData("주문이 어디에 있나요?", "새 답변이 있습니다", "답변 읽기")]
    [InlineData("Где мой заказ?", "есть новый ответ", "Прочитать ответ")]
    [InlineData("Where is my order?", "you have a new answer", "Read the answer")]
    public async Task A_stores_answer_leaves_as_a_notice_in_the_customers_language_without_a_word_of_it(string question, string sentence, string button)
    {
        await using var desk = await PortalDesk.StartAsync(notice: true);
        await desk.Desk.PutAsync(HttpStatusCode.OK, $"/api/stores/{desk.Store}", new { look = new { framed = true, logo = "", footer = "Shop Ltd, Prague" }, quotes = "all", signature = "SIGNED {agent}" });
        var id = (await desk.AskAsync("q1", question)).Id();
        Assert.True((await desk.TicketAsync(id)).GetProperty("notice").GetBoolean());
        await desk.Desk.ActAsync(id, "reply", new { text = "SECRETWORDS" });
        var mail = (await desk.MailsAsync(1))[0];

        Assert.Contains(sentence, mail.TextBody, StringComparison.Ordinal);
        Assert.Contains(button, mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("border-top:4px solid", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("Shop Ltd, Prague", mail.TextBody, StringComparison.Ordinal);
        foreach (var word in new[] { "SECRETWORDS", "SIGNED", question.Split('?')[0] + "?\n" }) Assert.DoesNotContain(word, mail.TextBody + mail.HtmlBody, StringComparison.Ordinal);
        Assert.Equal("q1@x.cz", mail.InReplyTo);
        Assert.Contains("SECRETWORDS", await desk.PageAsync(PortalDesk.TokenIn(mail.TextBody)), StringComparison.Ordinal);
        var answer = (await desk.Desk.MessagesAsync(id))[1];
        Assert.Equal(("SECRETWORDS", true), (answer.Text("text"), answer.GetProperty("notice").GetBoolean()));
    }

    [Fact]
    public async Task An_agent_chooses_the_other_way_for_one_answer()
    {
        await using var desk = await PortalDesk.StartAsync();
        var id = (await desk.AskAsync()).Id();
        await desk.Desk.ActAsync(id, "reply", new { text = "WHOLE" });
        Assert.Contains("WHOLE", (await desk.MailsAsync(1))[0].TextBody, StringComparison.Ordinal);
        await desk.Desk.ActAsync(id, "reply", new { text = "NOTICED", notice = true });
        var mail = (await desk.MailsAsync(2))[1];
        Assert.DoesNotContain("NOTICED", mail.TextBody + mail.HtmlBody, StringComparison.Ordinal);
        Assert.NotEmpty(PortalDesk.TokenIn(mail.TextBody));

        await desk.Desk.PutAsync(HttpStatusCode.OK, $"/api/stores/{desk.Store}", new { portal = new { notice = true, origin = PortalDesk.Origin } });
        await desk.Desk.ActAsync(id, "reply", new { text = "AGAIN WHOLE", notice = false });
        Assert.Contains("AGAIN WHOLE", (await desk.MailsAsync(3))[2].TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_rules_answer_follows_the_stores_choice()
    {
        await using var desk = await PortalDesk.StartAsync(notice: true);
        await desk.Desk.PostAsync(HttpStatusCode.Created, "/api/replies", new { name = "Thanks", shared = true, texts = new { en = "RULEWORDS" } });
        await desk.Desk.PostAsync(HttpStatusCode.Created, "/api/rules", new { name = "Thank", when = "newTicket", @if = Array.Empty<object>(), then = new[] { new { action = "reply", reply = "thanks" } } });
        var id = (await desk.AskAsync()).Id();
        var mail = (await desk.MailsAsync(1))[0];
        Assert.DoesNotContain("RULEWORDS", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("RULEWORDS", await desk.PageAsync(PortalDesk.TokenIn(mail.TextBody)), StringComparison.Ordinal);
        Assert.Equal("RULEWORDS", (await desk.Desk.MessagesAsync(id))[1].Text("text"));
    }

    [Fact]
    public async Task Without_an_address_for_the_page_there_is_no_notice_and_nothing_is_lost()
    {
        await using var desk = await PortalDesk.StartAsync();
        await desk.Desk.PutAsync(HttpStatusCode.UnprocessableEntity, $"/api/stores/{desk.Store}", new { portal = new { notice = true, origin = "" } });
        foreach (var origin in new[] { "javascript:alert(1)", "desk.example", "https://desk.example/path" })
            await desk.Desk.PutAsync(HttpStatusCode.UnprocessableEntity, $"/api/stores/{desk.Store}", new { portal = new { notice = true, origin } });
        await desk.Desk.PutAsync(HttpStatusCode.OK, $"/api/stores/{desk.Store}", new { portal = new { notice = false, origin = "" } });
        var id = (await desk.AskAsync()).Id();
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await desk.TicketAsync(id)).GetProperty("notice").ValueKind);
        var refused = await desk.Desk.ActAsync(id, "reply", new { text = "Kept", notice = true });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Single(await desk.Desk.MessagesAsync(id));
        Assert.Equal(HttpStatusCode.OK, (await desk.Desk.ActAsync(id, "reply", new { text = "Whole" })).StatusCode);
    }

    [Fact]
    public async Task Rules_for_what_an_agent_begins_leave_customers_tickets_alone_and_the_other_way_round()
    {
        await using var desk = await PortalDesk.StartAsync();
        object Rule(string name, string when) => new { name, when, @if = Array.Empty<object>(), then = new[] { new { action = "label", labels = new { add = new[] { when } } } } };
        await desk.Desk.PostAsync(HttpStatusCode.Created, "/api/rules", Rule("Came", "newTicket"));
        await desk.Desk.PostAsync(HttpStatusCode.Created, "/api/rules", Rule("Begun", "started"));
        var came = await desk.AskAsync();
        var begun = await desk.Desk.PostAsync(HttpStatusCode.Created, "/api/tickets", new { to = new { address = "anna@x.cz" }, subject = "About your order", text = "We found it" }, desk.Desk.Agent);
        Assert.Equal("newTicket", came.GetProperty("labels").EnumerateArray().Single().GetString());
        Assert.Equal("started", begun.GetProperty("labels").EnumerateArray().Single().GetString());
        var again = await desk.Desk.GetAsync($"/api/tickets/{begun.Id()}");
        Assert.Equal("started", again.GetProperty("labels").EnumerateArray().Single().GetString());

        async Task<int> TriedAsync(string when)
        {
            var job = await desk.Desk.PostAsync(HttpStatusCode.Accepted, "/api/rules/dry-run", new { rule = Rule("Try", when) });
            return (await RunningDesk.UntilAsync(() => desk.Desk.GetAsync($"/api/jobs/{job.Id()}"), j => j.Text("state") == "done")).GetProperty("fits").GetInt32();
        }
        Assert.Equal((1, 1, 0), (await TriedAsync("newTicket"), await TriedAsync("started"), await TriedAsync("rated")));
    }
}
