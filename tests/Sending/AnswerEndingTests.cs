using System.Net.Http.Json;
using System.Text.Json;
using HelpdeskMx.Mail;
using HelpdeskMx.Sending;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Tests.Sending;

/// <summary>What stands under an answer in the mail: signature and earlier messages.</summary>
public sealed class AnswerEndingTests : IAsyncLifetime
{
    private RunningDesk desk = null!;

    public async Task InitializeAsync() => desk = await RunningDesk.StartAsync();

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task The_signature_names_agent_and_store_and_the_last_message_is_quoted_under_it()
    {
        await StoreAsync(new { signature = "{agent}\n{store} <b>", quotes = "last" });
        var mail = await AnsweredAsync("First question", "Second question");

        Assert.Equal("The answer\n\n-- \nDemo Agent\nDemo Shop <b>\n\nOn 2 Mar 2026 09:00, Anna <anna@x.cz> wrote:\n> Second question", mail.Text!.ReplaceLineEndings("\n").TrimEnd());
        Assert.Contains("Demo Shop &lt;b&gt;", mail.Html, StringComparison.Ordinal);
        Assert.Contains("<blockquote", mail.Html, StringComparison.Ordinal);
        Assert.Equal("The answer", Signature.In(ReplyText.Of(mail.Text!)).Body);
        Assert.Equal("The answer", Signature.In(ReplyText.OfHtml(mail.Html!)).Body);
    }

    [Fact]
    public async Task Every_earlier_message_is_quoted_newest_first_but_no_note()
    {
        await StoreAsync(new { quotes = "all" });
        var text = (await AnsweredAsync("First question", "Second question")).Text!;

        Assert.True(text.IndexOf("> Second question", StringComparison.Ordinal) < text.IndexOf("> First question", StringComparison.Ordinal));
        Assert.Contains("> First question", text, StringComparison.Ordinal);
        Assert.DoesNotContain("between us", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_wants_neither_sends_the_answer_alone()
    {
        await StoreAsync(new { signature = "", quotes = "none" });
        Assert.Equal("The answer", (await AnsweredAsync("First question", "Second question")).Text!.Trim());
    }

    [Fact]
    public async Task All_mail_of_a_store_wears_its_look()
    {
        await StoreAsync(new { signature = "", quotes = "none", look = new { framed = true, logo = "https://shop.test/logo.png?a=1&b=2", footer = "Demo Ltd <1>\nPrague" } });
        var mail = await AnsweredAsync("First question", "Second question");
        Assert.Equal("The answer\n\nDemo Ltd <1>\nPrague", mail.Text!.ReplaceLineEndings("\n").TrimEnd());
        Assert.Contains("src=\"https://shop.test/logo.png?a=1&amp;b=2\"", mail.Html, StringComparison.Ordinal);
        Assert.Contains("Demo Ltd &lt;1&gt;", mail.Html, StringComparison.Ordinal);
        Assert.Contains("border-top:4px solid", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_in_the_words_of_an_answer_stands_there_in_the_mail_and_on_the_screen()
    {
        await StoreAsync(new { signature = "", quotes = "none" });
        var ticket = (await desk.ReceiveAsync("From: Anna <anna@x.cz>\nSubject: Hello\n\nHi\n")).Id();
        var ids = new List<string>();
        foreach (var name in new[] { "shown.png", "beside.png" })
            ids.Add((await RunningDesk.JsonAsync(await desk.Agent.PostAsync($"/api/uploads?name={name}", new ByteArrayContent([137, 80, 78, 71]) { Headers = { ContentType = new("image/png") } }))).Id());
        await desk.ActAsync(ticket, "reply", new { text = "See", html = $"<p>See <img src=\"cid:{ids[0]}\"> and <img src=\"cid:nothing\"></p>", attachments = ids });
        var answer = (await RunningDesk.UntilAsync(() => desk.MessagesAsync(ticket), all => all.Length == 2 && all[1].GetProperty("delivery").Text("state") == "sent"))[1];
        Assert.Contains("/api/attachments/", answer.Text("html")!, StringComparison.Ordinal);
        var mail = MailParser.Parse(await File.ReadAllBytesAsync(Directory.GetFiles(desk.Data, "*.eml", SearchOption.AllDirectories).Single()));
        var picture = Assert.Single(mail.Attachments, a => a.ContentId is not null && mail.Html!.Contains($"cid:{a.ContentId}", StringComparison.Ordinal));
        Assert.Equal("shown.png", picture.Name);
        Assert.Equal(2, mail.Attachments.Count);
    }

    [Theory]
    [InlineData("""{"look":{"logo":"http://shop.test/logo.png"}}""")]
    [InlineData("""{"look":{"logo":"javascript:alert(1)"}}""")]
    [InlineData("""{"look":{"footer":null}}""")]
    public async Task A_look_that_cannot_be_had_is_refused(string body) =>
        Assert.Equal(422, (int)(await desk.Admin.PutAsync("/api/stores/demo", new StringContent(body, null, "application/json"))).StatusCode);

    [Fact]
    public async Task What_cannot_be_a_signature_is_refused_and_agents_set_none()
    {
        Assert.Equal(422, (int)(await desk.Admin.PutAsJsonAsync("/api/stores/demo", new { signature = new string('x', 2001) })).StatusCode);
        Assert.Equal(400, (int)(await desk.Admin.PutAsJsonAsync("/api/stores/demo", new { quotes = "some" })).StatusCode);
        Assert.Equal(403, (int)(await desk.Agent.PutAsJsonAsync("/api/stores/demo", new { signature = "x" })).StatusCode);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("cs")]
    [InlineData("pl")]
    [InlineData("ko")]
    [InlineData("ru")]
    public void A_quote_in_the_stores_language_is_known_as_one_when_it_comes_back(string language)
    {
        var message = new Message
        {
            Id = "m",
            TicketId = "t",
            Direction = Direction.Out,
            Channel = "c",
            ChannelKind = ChannelKind.Email,
            From = new Address("Demo Shop", "support@demo.test"),
            Text = "Our words",
            ReplyText = "Our words",
            At = DateTimeOffset.Parse("2026-03-02T09:00:00Z"),
        };
        Assert.Equal("Thank you", ReplyText.Of($"Thank you\n\n{QuotedMessage.Text(message, language)}\n"));
        Assert.Equal("Thank you", ReplyText.OfHtml($"<p>Thank you</p>{QuotedMessage.Html(message, language)}"));
    }

    private async Task StoreAsync(object change) => (await desk.Admin.PutAsJsonAsync("/api/stores/demo", change)).EnsureSuccessStatusCode();

    /// <summary>The mail an agent's answer leaves as, after two questions and a note.</summary>
    private async Task<ParsedMail> AnsweredAsync(string first, string second)
    {
        var ticket = (await desk.ReceiveAsync(Mail("q1", first, ""))).GetProperty("id").GetString()!;
        await desk.ReceiveAsync(Mail("q2", second, "In-Reply-To: <q1@x.cz>\n"));
        (await desk.ActAsync(ticket, "note", new { text = "between us" })).EnsureSuccessStatusCode();
        (await desk.ActAsync(ticket, "reply", new { text = "The answer" })).EnsureSuccessStatusCode();
        var files = await RunningDesk.UntilAsync(() => Task.FromResult(Directory.Exists(Outbox) ? Directory.GetFiles(Outbox, "*.eml") : []), found => found.Length == 1);
        var sent = (await desk.MessagesAsync(ticket)).Single(m => m.GetProperty("direction").GetString() == "out");
        Assert.Equal("The answer", sent.GetProperty("text").GetString());
        return MailParser.Parse(await File.ReadAllBytesAsync(files[0]));
    }

    private string Outbox => Path.Combine(desk.Data, "outbox");

    private static string Mail(string id, string text, string header) =>
        $"From: Anna <anna@x.cz>\nTo: support@demo.test\nSubject: Hello\nDate: Mon, 2 Mar 2026 09:00:00 +0000\nMessage-ID: <{id}@x.cz>\n{header}\n{text}\n";
}
