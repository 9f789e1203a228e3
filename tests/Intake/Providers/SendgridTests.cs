using System.Security.Cryptography;
using System.Text;
using HelpdeskMx.Tests.Hosts;

namespace HelpdeskMx.Tests.Intake.Providers;

public sealed class SendgridTests : IAsyncLifetime
{
    private const string Door = "/api/ingest/email/support/sendgrid";
    private static readonly byte[] File = [.. Enumerable.Range(0, 70_000).Select(i => (byte)(i * 7 + i / 256))];
    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private RunningDesk desk = null!;

    public async Task InitializeAsync() => desk = await RunningDesk.StartAsync();

    public async Task DisposeAsync() => await desk.DisposeAsync();

    private static MultipartFormDataContent Parsed() => Post.Form(
        ("headers", "Received: by mx.example; Mon, 2 Mar 2026 10:00:00 +0000\nMessage-ID: <p1@x.cz>\nSubject: =?utf-8?Q?Dobr=C3=BD?=\n =?utf-8?Q?_den?=\nX-Odd: a\n  b\nFrom: Žofie <zofie@x.cz>\nContent-Type: multipart/mixed; boundary=gone\n"),
        ("from", "Žofie <zofie@x.cz>"), ("to", "support@demo.test"), ("subject", "Dobrý den"),
        ("envelope", """{"to":["support+case@demo.test"],"from":"zofie@x.cz"}"""),
        ("charsets", """{"to":"UTF-8","from":"UTF-8","subject":"UTF-8","text":"iso-8859-2","html":"x-unheard-of"}"""),
        ("html", "<p>Příliš <img src=\"cid:pic\"></p>"),
        ("attachments", "2"), ("content-ids", """{"pic":"attachment2"}"""),
        ("attachment-info", """{"attachment1":{"filename":"účet č. 1.bin","name":"x","type":"application/x-thing"},"attachment2":{"filename":"p.png","type":"image/png"}}"""))
        .With("text", CodePagesEncodingProvider.Instance.GetEncoding(28592)!.GetBytes("Dobrý den, zboží nedošlo."))
        .WithFile("attachment1", "x.bin", "application/octet-stream", File).WithFile("attachment2", "p.png", "image/png", [137, 80, 78, 71, 0, 255]);

    [Fact]
    public async Task A_parsed_mail_reads_as_the_original_would()
    {
        var message = await desk.MessageAsync(await desk.Anybody.PostAsync($"{Door}?key=demo", Parsed()));

        Assert.Equal("Dobrý den", message.GetProperty("subject").GetString());
        Assert.Equal("Žofie", message.GetProperty("from").GetProperty("name").GetString());
        Assert.Equal("zofie@x.cz", message.GetProperty("from").GetProperty("address").GetString());
        Assert.Equal("p1@x.cz", message.GetProperty("messageId").GetString());
        Assert.Equal("Dobrý den, zboží nedošlo.", message.GetProperty("text").GetString()!.Trim());
        Assert.Contains("Příliš", message.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Equal(File, await desk.FileAsync(message, "účet č. 1.bin"));
        Assert.Equal([137, 80, 78, 71, 0, 255], await desk.FileAsync(message, "p.png"));

        var raw = await desk.Admin.GetStringAsync($"/api/messages/{message.GetProperty("ticketId").GetString()}/{message.GetProperty("id").GetString()}/raw");
        Assert.StartsWith("X-Original-To: support+case@demo.test\r\n", raw, StringComparison.Ordinal);
        Assert.Contains("X-Odd: a\r\n b\r\n", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("boundary=gone", raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_raw_mail_keeps_its_bytes_and_the_basic_password_will_do()
    {
        const string mail = "From: a@x.cz\r\nSubject: Raw\r\nMessage-ID: <r1@x.cz>\r\n\r\nHello\r\n";
        using var request = new HttpRequestMessage(HttpMethod.Post, Door) { Content = Post.Form(("email", mail), ("envelope", """{"to":["support@demo.test"]}""")) };
        request.Headers.Authorization = new("Basic", Convert.ToBase64String("sendgrid:demo"u8));
        var message = await desk.MessageAsync(await desk.Anybody.SendAsync(request));

        var raw = await desk.Admin.GetStringAsync($"/api/messages/{message.GetProperty("ticketId").GetString()}/{message.GetProperty("id").GetString()}/raw");
        Assert.Equal("X-Original-To: support@demo.test\r\n" + mail, raw);
    }

    [Fact]
    public async Task The_same_mail_raw_pushed_and_posted_again_is_one_message()
    {
        var first = await desk.MessageAsync(await desk.Anybody.PostAsync($"{Door}?key=demo", Parsed()));
        var again = await desk.MessageAsync(await desk.Anybody.PostAsync($"{Door}?key=demo", Parsed()));

        Assert.Equal(first.GetProperty("id").GetString(), again.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Two_mails_at_once_are_two_tickets()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(i => desk.Anybody.PostAsync($"{Door}?key=demo", Post.Form(("from", $"c{i}@x.cz"), ("subject", $"S{i}"), ("text", "Hi")))));
        foreach (var answer in answers) await desk.MessageAsync(answer);

        Assert.Equal(2, await desk.TicketsAsync());
    }

    [Theory]
    [InlineData("", 401, "wrong-key")]
    [InlineData("?key=other", 401, "wrong-key")]
    public async Task Without_the_key_nothing_comes_in(string query, int status, string code) =>
        await desk.RefusedAsync(await desk.Anybody.PostAsync(Door + query, Parsed()), status, code);

    [Fact]
    public async Task A_post_without_a_mail_is_refused()
    {
        await desk.RefusedAsync(await desk.Anybody.PostAsync($"{Door}?key=demo", Post.Form(("spam_score", "1"))), 400, "no-mail");
        await desk.RefusedAsync(await desk.Anybody.PostAsync($"{Door}?key=demo", new StringContent("")), 400, "unreadable-post");
    }

    [Fact]
    public async Task A_signed_mail_comes_in_once_and_then_the_key_no_longer_will_do()
    {
        await desk.SetAsync("sendgrid", Convert.ToBase64String(Key.ExportSubjectPublicKeyInfo()));
        var body = await Parsed().ReadAsByteArrayAsync();
        await desk.MessageAsync(await SendAsync(body, Post.Now, sign: body, out var first));

        await desk.RefusedAsync(await first(), 403, "replayed", tickets: 1);
        await desk.RefusedAsync(await desk.Anybody.PostAsync($"{Door}?key=demo", Parsed()), 401, "wrong-signature", tickets: 1);
    }

    [Fact]
    public async Task A_changed_body_or_an_old_time_is_refused()
    {
        await desk.SetAsync("sendgrid", Key.ExportSubjectPublicKeyInfoPem());
        var body = await Parsed().ReadAsByteArrayAsync();
        await desk.RefusedAsync(await SendAsync(body, Post.Now, sign: [.. body, 32], out _), 401, "wrong-signature");
        await desk.RefusedAsync(await SendAsync(body, "1600000000", sign: body, out _), 403, "too-old");
        await desk.RefusedAsync(await SendAsync(body, "soon", sign: body, out _), 403, "too-old");
    }

    [Fact]
    public async Task A_post_too_large_to_take_becomes_a_ticket_that_says_so()
    {
        await desk.SetAsync("sendgrid", Convert.ToBase64String(Key.ExportSubjectPublicKeyInfo()));
        using var form = Post.Form(("from", "Anna <anna@x.cz>"), ("subject", "Fotky"), ("text", "Hi")).WithFile("attachment1", "x.bin", "application/octet-stream", new byte[41 * 1024 * 1024]);
        var body = await form.ReadAsByteArrayAsync();
        var message = await desk.MessageAsync(await SendAsync(body, Post.Now, sign: body, out _));

        Assert.Equal("anna@x.cz", message.GetProperty("from").GetProperty("address").GetString());
        Assert.Equal("Fotky", message.GetProperty("subject").GetString());
        Assert.Contains($"{body.Length} bytes", message.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> SendAsync(byte[] body, string at, byte[] sign, out Func<Task<HttpResponseMessage>> again)
    {
        var signature = Convert.ToBase64String(Key.SignData([.. Encoding.UTF8.GetBytes(at), .. sign], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        again = () =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, Door) { Content = new ByteArrayContent(body) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=\"a-boundary-of-a-test\"");
            request.Headers.Add("X-Twilio-Email-Event-Webhook-Timestamp", at);
            request.Headers.Add("X-Twilio-Email-Event-Webhook-Signature", signature);
            return desk.Anybody.SendAsync(request);
        };
        return again();
    }
}
