using System.Net.Http.Json;
using System.Text;
using HelpdeskMx.Tests.Hosts;

namespace HelpdeskMx.Tests.Intake.Providers;

public sealed class PostmarkTests : IAsyncLifetime
{
    private const string Door = "/api/ingest/email/support/postmark?key=demo";
    private static readonly byte[] File = [.. Enumerable.Range(0, 9000).Select(i => (byte)(i * 5))];
    private RunningDesk desk = null!;

    public async Task InitializeAsync() => desk = await RunningDesk.StartAsync();

    public async Task DisposeAsync() => await desk.DisposeAsync();

    private static Dictionary<string, object> Mail() => new()
    {
        ["FromName"] = "Ольга",
        ["From"] = "olga@x.ru",
        ["FromFull"] = new { Email = "olga@x.ru", Name = "Ольга, Петровна", MailboxHash = "" },
        ["ToFull"] = new[] { new { Email = "support@demo.test", Name = "", MailboxHash = "" } },
        ["OriginalRecipient"] = "hash@inbound.postmarkapp.com",
        ["Subject"] = "Заказ",
        ["MessageID"] = "22c74902-0000-4511-804f-341342852c90",
        ["Date"] = "Mon, 2 Mar 2026 10:00:00 +0300",
        ["TextBody"] = "Где мой заказ?",
        ["HtmlBody"] = "<p>Где мой заказ?</p>",
        ["Headers"] = new[] { new { Name = "Message-ID", Value = "<o1@x.ru>" }, new { Name = "References", Value = "<a@x.ru>\r\n <b@x.ru>" }, new { Name = "X-Evil", Value = "a\r\nBcc: b@x.ru" } },
        ["Attachments"] = new[] { new { Name = "чек.pdf", Content = Convert.ToBase64String(File), ContentType = "application/pdf", ContentLength = File.Length, ContentID = "" } },
    };

    [Fact]
    public async Task A_parsed_mail_reads_as_the_original_would()
    {
        var message = await desk.MessageAsync(await desk.Anybody.PostAsJsonAsync(Door, Mail()));

        Assert.Equal(("Ольга, Петровна", "olga@x.ru"), (message.GetProperty("from").GetProperty("name").GetString(), message.GetProperty("from").GetProperty("address").GetString()));
        Assert.Equal(("Заказ", "o1@x.ru", "Где мой заказ?"), (message.GetProperty("subject").GetString(), message.GetProperty("messageId").GetString(), message.GetProperty("text").GetString()!.Trim()));
        Assert.Equal(DateTimeOffset.Parse("2026-03-02T07:00:00Z"), message.GetProperty("sentAt").GetDateTimeOffset());
        Assert.Equal(File, await desk.FileAsync(message, "чек.pdf"));
        var raw = await desk.Admin.GetStringAsync($"/api/messages/{message.GetProperty("ticketId").GetString()}/{message.GetProperty("id").GetString()}/raw");
        Assert.Contains("X-Evil: a Bcc: b@x.ru\r\n", raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_raw_mail_is_taken_where_it_is_given()
    {
        var mail = Mail();
        mail["RawEmail"] = "From: Olga <olga@x.ru>\r\nSubject: The raw one\r\n\r\nHello\r\n";
        var message = await desk.MessageAsync(await desk.Anybody.PostAsJsonAsync(Door, mail));

        Assert.Equal("The raw one", message.GetProperty("subject").GetString());
    }

    [Fact]
    public async Task An_answer_finds_its_ticket_by_the_address_it_was_really_sent_to()
    {
        var ticket = await desk.ReceiveAsync("From: olga@x.ru\nSubject: First\n\nHello");
        var id = ticket.GetProperty("id").GetString()!;
        Assert.True((await desk.ActAsync(id, "reply", new { text = "Hello Olga" })).IsSuccessStatusCode);
        var outbox = Path.Combine(desk.Data, "outbox");
        var sent = await RunningDesk.UntilAsync(() => Task.FromResult(Directory.Exists(outbox) ? Directory.GetFiles(outbox, "*.eml") : []), files => files.Length > 0);
        var replyTo = HelpdeskMx.Mail.MailParser.Parse(await System.IO.File.ReadAllBytesAsync(sent[0])).ReplyTo[0].Address;

        await desk.Anybody.PostAsJsonAsync(Door, new { From = "olga@x.ru", Subject = "Another", TextBody = "And this", OriginalRecipient = replyTo });

        await RunningDesk.UntilAsync(() => desk.MessagesAsync(id), messages => messages.Count(m => m.GetProperty("direction").GetString() == "in") == 2);
    }

    [Fact]
    public async Task The_wrong_key_is_refused_so_that_postmark_tries_again() =>
        await desk.RefusedAsync(await desk.Anybody.PostAsJsonAsync("/api/ingest/email/support/postmark?key=x", Mail()), 401, "wrong-key");

    [Theory]
    [InlineData("", "unreadable-post")]
    [InlineData("[]", "unreadable-post")]
    [InlineData("""{"From":5}""", "unreadable-post")]
    [InlineData("null", "no-mail")]
    [InlineData("{}", "no-mail")]
    public async Task What_is_no_mail_is_refused(string body, string code) =>
        await desk.RefusedAsync(await desk.Anybody.PostAsync(Door, new StringContent(body, Encoding.UTF8, "application/json")), 400, code);

    [Fact]
    public async Task A_post_too_large_to_take_becomes_a_ticket_that_says_so()
    {
        var body = new byte[101 * 1024 * 1024];
        body.AsSpan().Fill((byte)'A');
        Encoding.UTF8.GetBytes("""{"From":"olga@x.ru","FromFull":{"Email":"no@x.ru"},"Subject":"Фото","Attachments":[{"Name":"a","Content":" """).CopyTo(body, 0);
        var message = await desk.MessageAsync(await desk.Anybody.PostAsync(Door, new ByteArrayContent(body)));

        Assert.Equal(("olga@x.ru", "Фото"), (message.GetProperty("from").GetProperty("address").GetString(), message.GetProperty("subject").GetString()));
    }
}
