using System.Net;
using System.Net.Http.Json;
using System.Text;
using HelpdeskMx.Tests.Hosts;

namespace HelpdeskMx.Tests.Intake;

public sealed class DoorsKeepOutTests : IAsyncLifetime
{
    private const string Mail = "From: a@x.cz\r\nSubject: Hi\r\n\r\nHello\r\n";
    private RunningDesk desk = null!;

    public async Task InitializeAsync() => desk = await RunningDesk.StartAsync();

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Theory]
    [InlineData("/api/ingest/email/support?key=wrong", HttpStatusCode.Unauthorized, "wrong-key")]
    [InlineData("/api/ingest/email/support", HttpStatusCode.Unauthorized, "wrong-key")]
    [InlineData("/api/ingest/email/nowhere?key=demo", HttpStatusCode.NotFound, "no-such-channel")]
    [InlineData("/api/ingest/email/contact?key=demo", HttpStatusCode.NotFound, "no-such-channel")]
    [InlineData("/api/ingest/form/support?key=demo", HttpStatusCode.NotFound, "no-such-channel")]
    public async Task Nothing_comes_in_without_the_right_channel_and_key(string path, HttpStatusCode status, string code)
    {
        var answer = await desk.Anybody.PostAsync(path, new StringContent(Mail));

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, (await RunningDesk.JsonAsync(answer)).GetProperty("code").GetString());
        Assert.Empty((await desk.GetAsync("/api/tickets")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task The_key_may_come_as_a_header_or_as_the_basic_password()
    {
        using var header = new HttpRequestMessage(HttpMethod.Post, "/api/ingest/email/support") { Content = new StringContent(Mail), Headers = { { "X-Helpdesk-Key", "demo" } } };
        using var basic = new HttpRequestMessage(HttpMethod.Post, "/api/ingest/email/support")
        {
            Content = new StringContent(Mail),
            Headers = { Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("any:demo"))) },
        };

        Assert.Equal(HttpStatusCode.Accepted, (await desk.Anybody.SendAsync(header)).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await desk.Anybody.SendAsync(basic)).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\0\t")]
    public async Task An_empty_mail_is_refused(string body)
    {
        var answer = await desk.Anybody.PostAsync("/api/ingest/email/support?key=demo", new StringContent(body));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("empty-body", (await RunningDesk.JsonAsync(answer)).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mail_over_the_limit_is_refused_with_a_sentence(bool saysItsLength)
    {
        var bytes = new byte[40 * 1024 * 1024 + 1];
        using var content = new StreamContent(saysItsLength ? new MemoryStream(bytes) : new Unmeasured(bytes));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ingest/email/support?key=demo") { Content = content, Headers = { ExpectContinue = true } };
        var answer = await desk.Anybody.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("too-large", (await RunningDesk.JsonAsync(answer)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_mail_of_almost_forty_megabytes_comes_through_whole()
    {
        var mail = Encoding.ASCII.GetBytes("From: a@x.cz\r\nSubject: Big\r\nMessage-ID: <big@x.cz>\r\nContent-Type: application/octet-stream; name=big.bin\r\n\r\n");
        var bytes = new byte[39 * 1024 * 1024];
        mail.CopyTo(bytes, 0);
        bytes.AsSpan(mail.Length).Fill((byte)'x');
        var ticket = await desk.TicketOfAsync(await desk.PostAsync(bytes));

        var file = (await desk.MessagesAsync(ticket.GetProperty("id").GetString()!)).Single().GetProperty("attachments")[0];
        Assert.Equal(bytes.Length - mail.Length, file.GetProperty("size").GetInt64());
        Assert.Equal(bytes.Length - mail.Length, (await desk.Anybody.GetByteArrayAsync(file.GetProperty("url").GetString())).Length);
    }

    [Fact]
    public async Task A_mail_cut_off_on_the_way_is_not_acknowledged_and_not_stored()
    {
        using var line = new System.Net.Sockets.TcpClient();
        await line.ConnectAsync(desk.Anybody.BaseAddress!.Host, desk.Anybody.BaseAddress.Port);
        await using var stream = line.GetStream();
        await stream.WriteAsync("POST /api/ingest/email/support?key=demo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nFrom: a@x.cz\r\n"u8.ToArray());
        line.Client.Shutdown(System.Net.Sockets.SocketShutdown.Send);

        Assert.DoesNotContain(" 202 ", await AnswerAsync(stream), StringComparison.Ordinal);
        Assert.Empty((await desk.GetAsync("/api/tickets")).GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"email":{"a":1}}""")]
    public async Task A_form_that_cannot_be_read_is_refused(string body)
    {
        var answer = await desk.Anybody.PostAsync("/api/ingest/form/contact?key=demo", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("unreadable-form", (await RunningDesk.JsonAsync(answer)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_form_without_its_required_answers_names_them()
    {
        var answer = await desk.Anybody.PostAsJsonAsync("/api/ingest/form/contact?key=demo", new { email = "not an address", name = "Anna" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var errors = (await RunningDesk.JsonAsync(answer)).GetProperty("errors");
        Assert.Equal(["email", "message"], errors.EnumerateObject().Select(e => e.Name).Order());
    }

    private static async Task<string> AnswerAsync(Stream line)
    {
        var answer = new byte[64];
        try
        {
            return Encoding.ASCII.GetString(answer, 0, await line.ReadAsync(answer));
        }
        catch (IOException)
        {
            return ""; // hung up without a word, which acknowledges nothing either
        }
    }

    private sealed class Unmeasured(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
