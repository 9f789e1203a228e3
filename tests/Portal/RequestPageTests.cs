using System.Net;
using System.Text;
using System.Text.Json;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Portal;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;

namespace HelpdeskMx.Tests.Portal;

public sealed class RequestPageTests
{
    [Fact]
    public async Task A_customer_reads_what_was_said_to_them_and_by_them_and_nothing_else()
    {
        await using var desk = await PortalDesk.StartAsync();
        var id = (await desk.AskAsync()).Id();
        await desk.Desk.ActAsync(id, "note", new { text = "SECRET-NOTE" });
        await desk.Desk.ActAsync(id, "reply", new { text = "To the carrier: SECRET-ASIDE", to = new[] { new { address = "carrier@y.cz" } } });
        await desk.Desk.ActAsync(id, "reply", new { text = "It is **on** its way", html = "<p>It is <b>on</b> its way</p><script>alert(1)</script>", to = new[] { new { address = "anna@x.cz" } } });
        var answer = await desk.GetAsync(await desk.TokenAsync(id), "?lang=en");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Contains("<h1 dir=\"auto\">Where is my order?</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<b>on</b>", page, StringComparison.Ordinal);
        Assert.Contains("Demo Shop", page, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", page, StringComparison.Ordinal);
        Assert.DoesNotContain("demo.test", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        var carrier = await desk.PageAsync(await desk.TokenAsync(id, "carrier@y.cz"));
        Assert.Contains("SECRET-ASIDE", carrier, StringComparison.Ordinal);
        Assert.DoesNotContain("on its way", carrier, StringComparison.Ordinal);
        var headers = answer.Headers;
        Assert.True(headers.CacheControl!.NoStore);
        Assert.Equal(["no-referrer"], headers.GetValues("Referrer-Policy"));
        Assert.Contains("noindex", headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        var policy = headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; style-src 'nonce-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Write an answer", "Request #")]
    [InlineData("cs", "Napsat odpověď", "Požadavek #")]
    [InlineData("pl", "Napisz odpowiedź", "Zgłoszenie #")]
    [InlineData("ko", "답변 쓰기", "문의 #")]
    [InlineData("ru", "Написать ответ", "Обращение #")]
    public async Task The_page_speaks_the_customers_language(string language, string answer, string number)
    {
        await using var desk = await PortalDesk.StartAsync();
        var page = await desk.PageAsync(await desk.TokenAsync((await desk.AskAsync()).Id()), $"?lang={language}");
        Assert.Contains($"<html lang=\"{language}\"", page, StringComparison.Ordinal);
        Assert.Contains(answer, page, StringComparison.Ordinal);
        Assert.Contains(number, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_on_the_page_is_a_message_of_the_customer_and_opens_what_was_closed()
    {
        await using var desk = await PortalDesk.StartAsync();
        var id = (await desk.AskAsync()).Id();
        await desk.Desk.ActAsync(id, "reply", new { text = "Here it is" });
        await desk.Desk.ActAsync(id, "close");
        desk.Clock.Advance(TimeSpan.FromDays(100)); // long over for a mail, which would begin a new ticket
        await desk.Desk.SignInAsync();
        var token = await desk.TokenAsync(id);
        var page = await desk.PageAsync(token, "?lang=en");
        Assert.Contains("An answer opens it again", page, StringComparison.Ordinal);
        var answer = await desk.AnswerAsync(token, page, "No, it is <b>not</b>", [("cup.png", [1, 2, 3])]);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var message = (await desk.MessagesAsync(id, 3))[^1];
        Assert.Equal(("in", "No, it is <b>not</b>", "anna@x.cz", "cup.png"), (message.Text("direction"), message.Text("replyText"), message.GetProperty("from").Text("address"), message.GetProperty("attachments")[0].Text("name")));
        var ticket = await desk.TicketAsync(id);
        Assert.Equal(("open", "in", true), (ticket.Text("category"), ticket.Text("lastDirection"), ticket.GetProperty("unread").GetBoolean()));
        var shown = await desk.PageAsync(token, answer.Headers.Location!.ToString().Split(token)[1]);
        Assert.Contains("We have your answer", shown, StringComparison.Ordinal);
        Assert.Contains("No, it is &lt;b&gt;not&lt;/b&gt;", shown, StringComparison.Ordinal);
        var link = System.Text.RegularExpressions.Regex.Match(shown, "/api/attachments/[^\"]+").Value;
        var file = await desk.Desk.Anybody.GetAsync(link);
        Assert.Equal(("application/octet-stream", "attachment"), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType));
    }

    [Fact]
    public async Task Sent_twice_and_twice_at_once_it_is_one_message()
    {
        await using var desk = await PortalDesk.StartAsync();
        var id = (await desk.AskAsync()).Id();
        var token = await desk.TokenAsync(id);
        var page = await desk.PageAsync(token);
        var both = await Task.WhenAll(desk.AnswerAsync(token, page, "Once"), desk.AnswerAsync(token, page, "Once"));
        Assert.All(both, a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        await desk.MessagesAsync(id, 2);
        await desk.AnswerAsync(token, page, "Once");
        await desk.AnswerAsync(token, page, "And more");
        var said = await desk.MessagesAsync(id, 3);
        Assert.Equal(["Where is my order?", "Once", "And more"], said.Select(m => m.Text("replyText")!.Trim()));
    }

    [Fact]
    public async Task What_will_not_do_comes_back_with_what_was_typed_and_why()
    {
        await using var desk = await PortalDesk.StartAsync();
        var id = (await desk.AskAsync()).Id();
        var token = await desk.TokenAsync(id);
        var page = await desk.PageAsync(token, "?lang=en");
        async Task<string> RefusedAsync(HttpStatusCode status, Task<HttpResponseMessage> sent)
        {
            var answer = await sent;
            Assert.Equal(status, answer.StatusCode);
            return await answer.Content.ReadAsStringAsync();
        }
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, desk.AnswerAsync(token, page, "  \n "));
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, desk.AnswerAsync(token, page, new string('x', 20_001)));
        Assert.Contains("</textarea>", await RefusedAsync(HttpStatusCode.UnprocessableEntity, desk.AnswerAsync(token, page, "Run this", [("x.exe", "MZ"u8.ToArray())])), StringComparison.Ordinal);
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, desk.AnswerAsync(token, page, "Six", [.. Enumerable.Range(0, 6).Select(n => ($"{n}.txt", "a"u8.ToArray()))]));
        Assert.Contains("Kept &lt;i&gt;", await RefusedAsync(HttpStatusCode.UnprocessableEntity, desk.AnswerAsync(token, page, "Kept <i>", stamp: "forged")), StringComparison.Ordinal);
        await RefusedAsync(HttpStatusCode.RequestEntityTooLarge, desk.PostAsync($"/api/portal/{token}", new ByteArrayContent(new byte[26 * 1024 * 1024])));
        await RefusedAsync(HttpStatusCode.BadRequest, desk.PostAsync($"/api/portal/{token}", new StringContent("{}", Encoding.UTF8, "application/json")));
        await RefusedAsync(HttpStatusCode.BadRequest, desk.PostAsync($"/api/portal/{token}", new ByteArrayContent([])));
        Assert.Single(await desk.Desk.MessagesAsync(id));
        Assert.Equal(HttpStatusCode.SeeOther, (await desk.AnswerAsync(token, page, "", [("only.txt", "a"u8.ToArray())])).StatusCode);
        Assert.Equal(2, (await desk.MessagesAsync(id, 2)).Length);
    }

    [Fact]
    public async Task A_link_that_is_not_ours_is_out_of_date_or_was_taken_back_leads_nowhere()
    {
        await using var desk = await PortalDesk.StartAsync();
        var id = (await desk.AskAsync()).Id();
        var token = await desk.TokenAsync(id);
        var other = (await desk.AskAsync("q2", "Another")).Id();
        foreach (var bad in new[] { "x", "a.b.c.d", token[..^1], token + "a", token.Replace(id, other, StringComparison.Ordinal), token.Replace(".0.", ".1.", StringComparison.Ordinal), await desk.TokenAsync(id, "stranger@y.cz"), new string('a', 5000), "..%2f..", await desk.TokenAsync(id, gone: true) })
        {
            var answer = await desk.GetAsync(bad, "?lang=cs");
            Assert.Equal((bad, HttpStatusCode.NotFound), (bad, answer.StatusCode));
            Assert.Contains("Tento odkaz neplatí", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        var page = await desk.PageAsync(token);
        await desk.PageAsync(token);
        Assert.Equal(HttpStatusCode.NoContent, (await desk.Desk.Agent.DeleteAsync($"/api/tickets/{id}/page-links")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync(token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.AnswerAsync(token, page, "Late")).StatusCode);
        Assert.Contains(await desk.EventsAsync(id), e => e.Text("kind") == "links-revoked");
        var anew = await desk.TokenAsync(id);
        await desk.PageAsync(anew);
        desk.Clock.Advance(TimeSpan.FromDays(366));
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync(anew)).StatusCode);
    }

    [Fact]
    public async Task The_link_of_a_merged_ticket_leads_to_the_one_it_went_into()
    {
        await using var desk = await PortalDesk.StartAsync();
        var (into, from) = (await desk.AskAsync("q1", "First"), await desk.AskAsync("q2", "Second"));
        var token = await desk.TokenAsync(from.Id());
        await desk.Desk.PostAsync(HttpStatusCode.OK, $"/api/tickets/{from.Id()}/merge", new { number = into.GetProperty("number").GetInt64() });
        var page = await desk.PageAsync(token);
        Assert.Contains($"#{into.GetProperty("number").GetInt64()}", page, StringComparison.Ordinal);
        Assert.Contains("Second", page, StringComparison.Ordinal);
        await desk.AnswerAsync(token, page, "Both of them");
        Assert.Contains(await RunningDesk.UntilAsync(() => desk.Desk.MessagesAsync(into.Id()), m => m.Length == 3), m => m.Text("replyText") == "Both of them");
    }

    [Fact]
    public async Task A_request_that_is_out_of_sight_as_spam_still_takes_an_answer_and_stays_there()
    {
        await using var desk = await PortalDesk.StartAsync();
        var id = (await desk.AskAsync("s1", "Win now", "X-Spam-Flag: YES\nAuthentication-Results: mx.desk.test; dmarc=fail\n")).Id();
        var token = await desk.TokenAsync(id);
        await desk.AnswerAsync(token, await desk.PageAsync(token), "I am no robot");
        await desk.MessagesAsync(id, 2);
        Assert.NotEqual(JsonValueKind.Null, (await desk.TicketAsync(id)).GetProperty("spam").ValueKind);
    }

    [Fact]
    public async Task Whoever_got_copies_goes_on_getting_them_after_an_answer_on_the_page_but_nobody_the_customer_was_not_talking_to()
    {
        await using var desk = await PortalDesk.StartAsync();
        var id = (await desk.AskAsync(headers: "Cc: eva@x.cz\n")).Id();
        var token = await desk.TokenAsync(id);
        await desk.AnswerAsync(token, await desk.PageAsync(token), "And another thing");
        await desk.MessagesAsync(id, 2);
        var recipients = (await desk.TicketAsync(id)).GetProperty("recipients");
        Assert.Equal(("anna@x.cz", "eva@x.cz"), (recipients.GetProperty("to")[0].Text("address"), recipients.GetProperty("cc")[0].Text("address")));

        await desk.Desk.ActAsync(id, "reply", new { text = "Where is it?", to = new[] { new { address = "carrier@y.cz" } }, cc = Array.Empty<object>() });
        await desk.AnswerAsync(token, await desk.PageAsync(token), "Anything new?");
        await desk.MessagesAsync(id, 4);
        recipients = (await desk.TicketAsync(id)).GetProperty("recipients");
        Assert.Equal(("anna@x.cz", 0), (recipients.GetProperty("to")[0].Text("address"), recipients.GetProperty("cc").GetArrayLength()));
    }

    [Fact]
    public async Task What_was_answered_in_a_ticket_that_is_gone_by_then_becomes_one_of_its_own()
    {
        await using var desk = await PortalDesk.StartAsync();
        var channel = (await desk.Desk.Services.GetRequiredService<Settings>().ChannelAsync("support", CancellationToken.None))!;
        var answer = new PortalAnswer("a1", "vanished", new("Anna", "anna@x.cz"), "Where is my order?", "Still waiting", []);
        await desk.Desk.Services.GetRequiredService<Accept>().KeepAsync(channel, answer.ToBytes(), CancellationToken.None, page: true);
        var all = await RunningDesk.UntilAsync(() => desk.Desk.GetAsync("/api/tickets"), t => t.GetProperty("items").GetArrayLength() == 1);
        Assert.Equal("Where is my order?", all.GetProperty("items")[0].Text("subject"));
        Assert.Equal("Still waiting", (await desk.Desk.MessagesAsync(all.GetProperty("items")[0].Id()))[0].Text("text"));
    }

    [Fact]
    public async Task Hostile_text_stays_text_wherever_it_stands()
    {
        await using var desk = await PortalDesk.StartAsync();
        var id = (await desk.Desk.ReceiveAsync("From: \"<img src=x onerror=1>\" <anna@x.cz>\nTo: support@demo.test, eva@x.cz\nSubject: </title><script>1</script>\nMessage-ID: <h1@x.cz>\n\n<script>2</script>\n")).Id();
        foreach (var address in new[] { "anna@x.cz", "eva@x.cz" })
        {
            var page = await desk.PageAsync(await desk.TokenAsync(id, address), "?lang=%3Cscript%3E&done=%3Cscript%3E&stars=%3Cscript%3E");
            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Whoever_asks_too_often_is_told_to_wait()
    {
        await using var desk = await PortalDesk.StartAsync();
        var token = await desk.TokenAsync((await desk.AskAsync()).Id());
        for (var n = 0; n < 20; n++) await desk.RateAsync(token, "", "9", stamp: "x");
        var answer = await desk.RateAsync(token, "", "9", stamp: "x");
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.True(answer.Headers.RetryAfter!.Delta > TimeSpan.Zero);
    }
}
