using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Tests.Mail;
using HelpdeskMx.Workflow;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace HelpdeskMx.Tests.Tickets;

public sealed class AnsweringTests : IAsyncLifetime
{
    private const string Question = "From: Anna <anna@x.cz>\nTo: support@demo.test, Petr <petr@x.cz>\nCc: Eva <eva@x.cz>\nSubject: Where is my order?\nMessage-ID: <q1@x.cz>\n\nHello\n";
    private readonly LoopbackSmtpServer smtp = new();
    private RunningDesk desk = null!;

    public async Task InitializeAsync() => desk = await RunningDesk.StartAsync(smtp: $"smtp://127.0.0.1:{smtp.Port}?tls=none");

    public async Task DisposeAsync()
    {
        await desk.DisposeAsync();
        await smtp.DisposeAsync();
    }

    [Fact]
    public async Task The_customer_gets_the_answer_by_mail_and_their_reply_joins_the_ticket()
    {
        var ticket = await desk.ReceiveAsync(Question);
        var id = ticket.GetProperty("id").GetString()!;
        var acted = await desk.ActAsync(id, "reply", new { text = "Dobrý den,\n\nje na cestě." });
        Assert.Equal(HttpStatusCode.OK, acted.StatusCode);
        Assert.Equal("waiting", (await RunningDesk.JsonAsync(acted)).GetProperty("state").GetString());

        await RunningDesk.UntilAsync(() => desk.MessagesAsync(id), m => m.Length == 2 && m[1].GetProperty("delivery").GetProperty("state").GetString() == "sent");
        var mail = MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(smtp.Messages.Single())));
        Assert.Equal("anna@x.cz", mail.To.Mailboxes.Single().Address);
        Assert.Equal(["petr@x.cz", "eva@x.cz"], mail.Cc.Mailboxes.Select(m => m.Address));
        Assert.Equal("Demo Shop", mail.From.Mailboxes.Single().Name);
        Assert.Equal($"Re: Where is my order? [#{ticket.GetProperty("number").GetInt64()}]", mail.Subject);
        Assert.Equal("q1@x.cz", mail.InReplyTo);
        Assert.Contains("je na cestě.", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("<p>je na cestě.</p>", mail.HtmlBody, StringComparison.Ordinal);

        var byReferences = Reply(mail, "anna@x.cz", "Thank you");
        Assert.Equal(id, (await desk.TicketOfAsync(await desk.PostAsync(byReferences))).GetProperty("id").GetString());
        Assert.Equal("Thank you", (await desk.MessagesAsync(id))[^1].GetProperty("replyText").GetString());
    }

    [Fact]
    public async Task A_reply_without_references_joins_by_the_signed_address_alone()
    {
        var id = (await desk.ReceiveAsync(Question)).GetProperty("id").GetString()!;
        await desk.ActAsync(id, "reply", new { text = "On its way" });
        await RunningDesk.UntilAsync(() => Task.FromResult(smtp.Messages.Count), n => n == 1);
        var mail = MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(smtp.Messages.Single())));

        var reply = new MimeMessage { Subject = "no subject kept", Body = new TextPart("plain") { Text = "From another address" } };
        reply.From.Add(new MailboxAddress("Anna at work", "anna@work.cz"));
        reply.To.AddRange(mail.ReplyTo);
        Assert.Equal(id, (await desk.TicketOfAsync(await desk.PostAsync(Bytes(reply)))).GetProperty("id").GetString());
    }

    [Fact]
    public async Task Of_two_agents_answering_at_once_the_second_is_told_what_changed()
    {
        var ticket = await desk.ReceiveAsync(Question);
        var id = ticket.GetProperty("id").GetString()!;
        var seen = (await desk.Agent.GetAsync($"/api/tickets/{id}")).Headers.ETag!.Tag;
        Assert.Equal(HttpStatusCode.OK, (await desk.ActAsync(id, "reply", new { text = "First" }, desk.Admin, seen)).StatusCode);
        var second = await desk.ActAsync(id, "reply", new { text = "Second" }, desk.Agent, seen);

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var problem = await RunningDesk.JsonAsync(second);
        Assert.Equal("changed-meanwhile", problem.GetProperty("code").GetString());
        Assert.Equal("First", Assert.Single(problem.GetProperty("messages").EnumerateArray()).GetProperty("text").GetString());
        Assert.Equal("Demo Admin", Assert.Single(problem.GetProperty("events").EnumerateArray()).GetProperty("actor").GetProperty("name").GetString());
        Assert.Equal(HttpStatusCode.OK, (await desk.ActAsync(id, "reply", new { text = "Second" }, desk.Agent, $"\"{problem.GetProperty("ticket").GetProperty("version").GetInt64()}\"")).StatusCode);
    }

    [Fact]
    public async Task The_same_request_twice_answers_once()
    {
        var id = (await desk.ReceiveAsync(Question)).GetProperty("id").GetString()!;
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => desk.ActAsync(id, "reply", new { text = "Once" }, key: "same")));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Equal(2, (await desk.MessagesAsync(id)).Length);
        await RunningDesk.UntilAsync(() => Task.FromResult(smtp.Messages.Count), n => n == 1);
    }

    [Fact]
    public async Task Send_and_close_is_one_step()
    {
        var id = (await desk.ReceiveAsync(Question)).GetProperty("id").GetString()!;
        var acted = await RunningDesk.JsonAsync(await desk.ActAsync(id, "reply", new { text = "Done", then = "close" }));

        Assert.Equal("closed", acted.GetProperty("state").GetString());
        var trail = (await desk.GetAsync($"/api/tickets/{id}/events")).GetProperty("items").EnumerateArray().Select(e => e.GetProperty("kind").GetString());
        Assert.Equal(["created", "reply", "close"], trail);
    }

    [Fact]
    public async Task What_follows_an_answer_must_be_offered_where_the_answer_leads()
    {
        var id = (await desk.ReceiveAsync(Question)).GetProperty("id").GetString()!;
        var workflow = DefaultWorkflow.Workflow;
        var narrow = workflow with { Actions = [.. workflow.Actions.Select(a => a.Key == "close" ? a with { From = ["open"] } : a)] };
        await desk.Services.GetRequiredService<Settings>().SaveAsync(Kinds.Workflows, "own", narrow, CancellationToken.None);

        var acted = await desk.ActAsync(id, "reply", new { text = "Done", then = "close" });
        Assert.Equal("not-offered", (await RunningDesk.JsonAsync(acted)).GetProperty("code").GetString());
        Assert.Single(await desk.MessagesAsync(id));
    }

    [Fact]
    public async Task A_file_an_agent_attaches_arrives_byte_for_byte()
    {
        var id = (await desk.ReceiveAsync(Question)).GetProperty("id").GetString()!;
        var bytes = Enumerable.Range(0, 3000).Select(i => (byte)i).ToArray();
        var upload = await RunningDesk.JsonAsync(await desk.Agent.PostAsync("/api/uploads?name=faktura%20%C4%8D.1.pdf", new ByteArrayContent(bytes) { Headers = { ContentType = new("application/pdf") } }));
        await desk.ActAsync(id, "reply", new { text = "Here", attachments = new[] { upload.GetProperty("id").GetString() } });
        await RunningDesk.UntilAsync(() => Task.FromResult(smtp.Messages.Count), n => n == 1);

        var file = (MimePart)MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(smtp.Messages.Single()))).Attachments.Single();
        Assert.Equal("faktura č.1.pdf", file.FileName);
        using var content = new MemoryStream();
        file.Content!.DecodeTo(content);
        Assert.Equal(bytes, content.ToArray());
    }

    [Fact]
    public async Task A_file_that_was_uploaded_is_shown_to_its_agent_alone()
    {
        var upload = await RunningDesk.JsonAsync(await desk.Agent.PostAsync("/api/uploads?name=a.png", new ByteArrayContent([1, 2, 3]) { Headers = { ContentType = new("image/png") } }));
        var path = $"/api/uploads/{upload.Id()}";
        Assert.Equal([1, 2, 3], await desk.Agent.GetByteArrayAsync(path));
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Admin.GetAsync(path)).StatusCode);
    }

    [Theory]
    [InlineData("reply", 200_001, 10, "text")]
    [InlineData("note", 200_001, 10, "text")]
    [InlineData("reply", 10, 400_001, "html")]
    public async Task More_words_than_can_be_kept_are_refused_and_said_to_be(string action, int text, int html, string field)
    {
        var id = (await desk.ReceiveAsync(Question)).Id();
        var refused = await desk.Agent.PostAsJsonAsync($"/api/tickets/{id}/actions/{action}", new { text = new string('x', text), html = new string('x', html) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains($"\"{field}\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Single(await desk.MessagesAsync(id));
    }

    [Fact]
    public async Task A_form_is_answered_from_the_stores_mail_address()
    {
        var sent = await desk.Anybody.PostAsJsonAsync("/api/ingest/form/contact?key=demo", new { email = "jana@x.cz", message = "Hello", subject = "A question" });
        var id = (await desk.TicketOfAsync((await RunningDesk.JsonAsync(sent)).GetProperty("id").GetString()!)).GetProperty("id").GetString()!;
        await desk.ActAsync(id, "reply", new { text = "Hello Jana" });
        await RunningDesk.UntilAsync(() => Task.FromResult(smtp.Messages.Count), n => n == 1);

        var mail = MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(smtp.Messages.Single())));
        Assert.Equal("support@demo.test", mail.From.Mailboxes.Single().Address);
        Assert.Equal("jana@x.cz", mail.To.Mailboxes.Single().Address);
    }

    [Fact]
    public async Task An_agent_can_write_first_and_the_answer_joins()
    {
        var started = await desk.Agent.PostAsJsonAsync("/api/tickets", new { to = new { name = "Bo", address = "bo@x.kr" }, subject = "Your parcel", text = "It came back to us." });
        Assert.Equal(HttpStatusCode.Created, started.StatusCode);
        var ticket = await RunningDesk.JsonAsync(started);
        Assert.Equal("agent", ticket.GetProperty("assignee").GetString());
        await RunningDesk.UntilAsync(() => Task.FromResult(smtp.Messages.Count), n => n == 1);

        var reply = Reply(MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(smtp.Messages.Single()))), "bo@x.kr", "Send it again please");
        Assert.Equal(ticket.GetProperty("id").GetString(), (await desk.TicketOfAsync(await desk.PostAsync(reply))).GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("""{"text":""}""", 422, "field-invalid")]
    [InlineData("""{"text":"Hi","to":[{"address":"no address"}]}""", 422, "field-invalid")]
    [InlineData("""{"text":"Hi","to":[{"address":"support@demo.test"}]}""", 422, "field-invalid")]
    [InlineData("""{"text":"Hi","attachments":["nothing"]}""", 422, "field-invalid")]
    [InlineData("""{"text":5}""", 400, "bad-json")]
    [InlineData("""{"text":"Hi",""", 400, "bad-json")]
    public async Task An_answer_that_cannot_be_sent_is_refused_with_a_sentence(string body, int status, string code)
    {
        var id = (await desk.ReceiveAsync(Question)).GetProperty("id").GetString()!;
        var answer = await desk.Agent.PostAsync($"/api/tickets/{id}/actions/reply", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(code, (await RunningDesk.JsonAsync(answer)).GetProperty("code").GetString());
        Assert.Single(await desk.MessagesAsync(id));
    }

    private static byte[] Reply(MimeMessage to, string from, string text)
    {
        var reply = new MimeMessage { Subject = "Re: " + to.Subject, InReplyTo = to.MessageId, Body = new TextPart("plain") { Text = $"{text}\n\nOn Mon, 2 Nov 2026 at 10:00, Demo Shop <support@demo.test> wrote:\n> quoted" } };
        reply.References.AddRange(to.References);
        reply.References.Add(to.MessageId!);
        reply.From.Add(new MailboxAddress("", from));
        reply.To.AddRange(to.ReplyTo.Count > 0 ? to.ReplyTo : to.From);
        return Bytes(reply);
    }

    private static byte[] Bytes(MimeMessage message)
    {
        using var bytes = new MemoryStream();
        message.WriteTo(bytes);
        return bytes.ToArray();
    }
}
