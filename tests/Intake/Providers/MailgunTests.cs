using HelpdeskMx.Tests.Hosts;

namespace HelpdeskMx.Tests.Intake.Providers;

public sealed class MailgunTests : IAsyncLifetime
{
    private const string Door = "/api/ingest/email/support/mailgun";
    private static readonly byte[] File = [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 3))];
    private RunningDesk desk = null!;

    public async Task InitializeAsync()
    {
        desk = await RunningDesk.StartAsync();
        await desk.SetAsync("mailgun", Post.Secret);
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    private static MultipartFormDataContent Signed(string token, string? at = null, string secret = Post.Secret)
    {
        at ??= Post.Now;
        return Post.Form(("timestamp", at), ("token", token), ("signature", Post.Hmac(secret, at + token)), ("recipient", "support+t@demo.test"), ("sender", "bounce@x.cz"));
    }

    private static MultipartFormDataContent Parsed(string token) => Signed(token)
        .With("from", "Jiří <jiri@x.cz>"u8.ToArray()).With("subject", "Vrácení"u8.ToArray()).With("body-plain", "Chci vrátit zboží."u8.ToArray()).With("body-html", "<p>Chci vrátit zboží.</p>"u8.ToArray())
        .With("message-headers", """[["From","Jiří <jiri@x.cz>"],["To","support@demo.test"],["Subject","Vrácení"],["Message-Id","<m1@x.cz>"],["In-Reply-To","<before@x.cz>"],["Content-Type","multipart/mixed; boundary=\"x\""]]"""u8.ToArray())
        .With("attachment-count", "1"u8.ToArray()).WithFile("attachment-1", "forwarded.eml", "message/rfc822", "Subject: in\n\nbare lf\n"u8.ToArray()).WithFile("attachment-2", "data.bin", "application/pdf", File);

    [Fact]
    public async Task A_parsed_mail_reads_as_the_original_would()
    {
        var message = await desk.MessageAsync(await desk.Anybody.PostAsync(Door, Parsed("t1")));

        Assert.Equal(("jiri@x.cz", "Vrácení", "m1@x.cz", "before@x.cz"), (message.GetProperty("from").GetProperty("address").GetString(),
            message.GetProperty("subject").GetString(), message.GetProperty("messageId").GetString(), message.GetProperty("inReplyTo").GetString()));
        Assert.Equal("Chci vrátit zboží.", message.GetProperty("text").GetString()!.Trim());
        Assert.Equal(File, await desk.FileAsync(message, "data.bin"));
        Assert.Equal("Subject: in\n\nbare lf\n"u8.ToArray(), await desk.FileAsync(message, "forwarded.eml"));
    }

    [Theory]
    [InlineData(Door)]
    [InlineData($"{Door}/mime")]
    public async Task A_raw_mail_keeps_its_bytes(string door)
    {
        const string mail = "From: a@x.cz\r\nSubject: Raw\r\n\r\nHello\r\n";
        var message = await desk.MessageAsync(await desk.Anybody.PostAsync(door, Signed("t1").With("body-mime", System.Text.Encoding.ASCII.GetBytes(mail))));

        var raw = await desk.Admin.GetStringAsync($"/api/messages/{message.GetProperty("ticketId").GetString()}/{message.GetProperty("id").GetString()}/raw");
        Assert.Equal("X-Original-To: support+t@demo.test\r\n" + mail, raw);
    }

    [Fact]
    public async Task A_mail_without_files_comes_as_a_plain_form()
    {
        var at = Post.Now;
        var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["timestamp"] = at,
            ["token"] = "t1",
            ["signature"] = Post.Hmac(Post.Secret, at + "t1"),
            ["from"] = "Kim <kim@x.kr>",
            ["subject"] = "배송",
            ["body-plain"] = "언제 오나요?",
        });
        var message = await desk.MessageAsync(await desk.Anybody.PostAsync(Door, form));

        Assert.Equal(("배송", "언제 오나요?"), (message.GetProperty("subject").GetString(), message.GetProperty("text").GetString()!.Trim()));
    }

    [Fact]
    public async Task A_token_lets_in_one_mail()
    {
        await desk.MessageAsync(await desk.Anybody.PostAsync(Door, Parsed("t1")));

        await desk.RefusedAsync(await desk.Anybody.PostAsync(Door, Parsed("t1")), 403, "replayed", tickets: 1);
    }

    [Fact]
    public async Task Two_different_mails_at_once_with_one_token_are_one_ticket()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => desk.Anybody.PostAsync(Door, Signed("t1").With("from", "a@x.cz"u8.ToArray()).With("body-plain", [(byte)('a' + i)]))));

        Assert.Single(answers, a => a.IsSuccessStatusCode);
        await desk.MessageAsync(answers.Single(a => a.IsSuccessStatusCode));
        Assert.Equal(1, await desk.TicketsAsync());
    }

    [Fact]
    public async Task What_is_not_signed_as_it_should_be_stays_out()
    {
        await desk.RefusedAsync(await desk.Anybody.PostAsync(Door, Signed("t1", secret: "another-key-altogether").With("body-plain", "x"u8.ToArray())), 401, "wrong-signature");
        await desk.RefusedAsync(await desk.Anybody.PostAsync(Door, Post.Form(("body-plain", "x"))), 401, "wrong-signature");
        await desk.RefusedAsync(await desk.Anybody.PostAsync($"{Door}?key=demo", Post.Form(("body-plain", "x"))), 401, "wrong-signature");
        foreach (var at in new[] { DateTimeOffset.UtcNow.AddMinutes(-16), DateTimeOffset.UtcNow.AddMinutes(20) })
            await desk.RefusedAsync(await desk.Anybody.PostAsync(Door, Signed("t1", $"{at.ToUnixTimeSeconds()}").With("body-plain", "x"u8.ToArray())), 403, "too-old");
        await desk.RefusedAsync(await desk.Anybody.PostAsync("/api/ingest/email/contact/mailgun", Signed("t1")), 404, "no-such-channel");
    }

    [Fact]
    public async Task A_post_without_a_mail_is_answered_so_that_mailgun_stops() =>
        await desk.RefusedAsync(await desk.Anybody.PostAsync(Door, Signed("t1")), 406, "no-mail");

    [Fact]
    public async Task A_mail_too_large_to_take_becomes_a_ticket_that_says_so()
    {
        using var form = Signed("t1").With("from", "anna@x.cz"u8.ToArray()).With("subject", "Video"u8.ToArray()).WithFile("attachment-1", "x.bin", "video/mp4", new byte[41 * 1024 * 1024]);
        var message = await desk.MessageAsync(await desk.Anybody.PostAsync(Door, form));

        Assert.Equal(("anna@x.cz", "Video"), (message.GetProperty("from").GetProperty("address").GetString(), message.GetProperty("subject").GetString()));
        Assert.Contains("too large to take", message.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_does_not_know_the_key_says_so()
    {
        await using var fresh = await RunningDesk.StartAsync();
        await fresh.RefusedAsync(await fresh.Anybody.PostAsync(Door, Parsed("t1")), 401, "secret-not-set");
    }
}
