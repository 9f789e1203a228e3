using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using HelpdeskMx.Mail.Smtp;

namespace HelpdeskMx.Tests.Mail;

/// <summary>What becomes of a message, for every way a mail server can answer.</summary>
public sealed class SmtpSessionTests
{
    private static readonly string[] s_recipients = ["anna@shop.test", "jan@shop.test"];

    [Fact]
    public async Task A_message_arrives_as_it_was_sent_with_its_leading_dots()
    {
        await using var server = new LoopbackSmtpServer();
        var result = await SendAsync(server, "Subject: dots\r\n\r\n.one\r\n..two\nthree\r\n");
        Assert.IsType<SmtpResult.Accepted>(result);
        Assert.Equal("Subject: dots\r\n\r\n.one\r\n..two\r\nthree\r\n", Assert.Single(server.Messages));
        Assert.Contains("MAIL FROM:<desk@shop.test> SIZE=36", server.Commands);
        Assert.Contains("RCPT TO:<jan@shop.test>", server.Commands);
    }

    [Fact]
    public async Task A_refused_sender_is_final_and_names_the_recipients()
    {
        await using var server = new LoopbackSmtpServer { Answer = line => line.StartsWith("MAIL") ? "550 5.7.1 not you" : null };
        var rejected = Assert.IsType<SmtpResult.Rejected>(await SendAsync(server));
        Assert.Equal((550, "5.7.1 not you"), (rejected.Code, rejected.Text));
        Assert.Equal(s_recipients, rejected.Recipients);
    }

    [Theory]
    [InlineData("")]
    [InlineData("EHLO")]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    [InlineData(".")]
    public async Task A_passing_refusal_is_tried_later_wherever_it_comes(string at)
    {
        await using var server = new LoopbackSmtpServer { Answer = line => (at.Length == 0 ? line.Length == 0 : line.StartsWith(at)) ? "451 busy" : null };
        Assert.Equal(new SmtpResult.TryLater(451, "busy"), await SendAsync(server));
    }

    [Fact]
    public async Task One_refused_recipient_does_not_stop_the_other()
    {
        await using var server = new LoopbackSmtpServer { Answer = line => line.Contains("anna") ? "550 5.1.1 nobody" : null };
        var accepted = Assert.IsType<SmtpResult.Accepted>(await SendAsync(server));
        Assert.Equal(new RefusedRecipient("anna@shop.test", 550, "5.1.1 nobody"), Assert.Single(accepted.Refused));
    }

    [Fact]
    public async Task When_all_recipients_are_refused_for_good_the_message_is_rejected()
    {
        await using var server = new LoopbackSmtpServer { Answer = line => line.StartsWith("RCPT") ? "550 5.1.1 nobody" : null };
        var rejected = Assert.IsType<SmtpResult.Rejected>(await SendAsync(server));
        Assert.Equal(s_recipients, rejected.Recipients);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_tried_later()
    {
        int port;
        await using (var gone = new LoopbackSmtpServer()) port = gone.Port;
        var result = await new SmtpSession().SendAsync(new("127.0.0.1", port), "desk@shop.test", s_recipients, "x"u8.ToArray(), Yes, CancellationToken.None);
        Assert.Equal(0, Assert.IsType<SmtpResult.TryLater>(result).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("MAIL")]
    [InlineData("DATA")]
    public async Task A_line_lost_before_the_hand_over_is_tried_later(string at)
    {
        await using var server = new LoopbackSmtpServer { Answer = line => (at.Length == 0 ? line.Length == 0 : line.StartsWith(at)) ? "close" : null };
        Assert.IsType<SmtpResult.TryLater>(await SendAsync(server));
    }

    [Fact]
    public async Task A_line_lost_after_the_hand_over_leaves_the_outcome_unknown()
    {
        await using var server = new LoopbackSmtpServer { Answer = line => line == "." ? "close" : null };
        Assert.IsType<SmtpResult.OutcomeUnknown>(await SendAsync(server));
        Assert.Single(server.Messages);
    }

    [Fact]
    public async Task A_silent_server_after_the_hand_over_leaves_the_outcome_unknown()
    {
        using var never = new ManualResetEventSlim();
        await using var server = new LoopbackSmtpServer { Answer = line => line == "." ? Wait(never) : null };
        var session = new SmtpSession(SmtpTimeouts.Default with { Delivery = TimeSpan.FromMilliseconds(200) });
        Assert.IsType<SmtpResult.OutcomeUnknown>(await session.SendAsync(new("127.0.0.1", server.Port), "desk@shop.test", s_recipients, "x"u8.ToArray(), Yes, CancellationToken.None));
        never.Set();
    }

    [Fact]
    public async Task Whoever_thinks_better_of_it_before_the_hand_over_has_sent_nothing()
    {
        await using var server = new LoopbackSmtpServer();
        var result = await SendAsync(server, "Subject: no\r\n\r\nbody", _ => Task.FromResult(!server.Commands.Contains("DATA")));
        Assert.IsType<SmtpResult.Abandoned>(result);
        Assert.StartsWith("Subject: no", await server.Unfinished);
        Assert.Empty(server.Messages);
    }

    [Fact]
    public async Task A_message_over_the_size_the_server_takes_is_rejected_without_sending_it()
    {
        await using var server = new LoopbackSmtpServer { Extensions = ["SIZE 10"] };
        Assert.Equal(552, Assert.IsType<SmtpResult.Rejected>(await SendAsync(server)).Code);
        Assert.DoesNotContain(server.Commands, line => line.StartsWith("MAIL"));
    }

    [Fact]
    public async Task Addresses_outside_ascii_need_a_server_that_takes_them()
    {
        await using var old = new LoopbackSmtpServer();
        Assert.Equal(553, Assert.IsType<SmtpResult.Rejected>(await SendAsync(old, to: ["jiří@shop.test"])).Code);
        await using var modern = new LoopbackSmtpServer { Extensions = ["SMTPUTF8", "8BITMIME"] };
        Assert.IsType<SmtpResult.Accepted>(await SendAsync(modern, to: ["jiří@shop.test"]));
        Assert.Contains("MAIL FROM:<desk@shop.test> SMTPUTF8", modern.Commands);
        await using var domain = new LoopbackSmtpServer();
        Assert.IsType<SmtpResult.Accepted>(await SendAsync(domain, to: ["info@bücher.test"]));
        Assert.Contains("RCPT TO:<info@xn--bcher-kva.test>", domain.Commands);
    }

    [Fact]
    public async Task An_address_cannot_smuggle_in_a_command()
    {
        await using var server = new LoopbackSmtpServer();
        Assert.Equal(501, Assert.IsType<SmtpResult.Rejected>(await SendAsync(server, to: ["a@b.test>\r\nRCPT TO:<c@d.test"])).Code);
        Assert.Empty(server.Commands);
    }

    [Theory]
    [InlineData("AUTH PLAIN LOGIN", null, "AUTH PLAIN AGRlc2sAc2VjcmV0")]
    [InlineData("AUTH=LOGIN", null, "AUTH LOGIN")]
    [InlineData("AUTH XOAUTH2", "XOAUTH2", "AUTH XOAUTH2 dXNlcj1kZXNrAWF1dGg9QmVhcmVyIHNlY3JldAEB")]
    public async Task It_signs_in_the_way_the_server_offers(string offer, string? mechanism, string command)
    {
        await using var server = new LoopbackSmtpServer { Extensions = [offer], Answer = LoginDialogue };
        var target = new SmtpServer("127.0.0.1", server.Port, SmtpSecurity.None, "desk", "secret", mechanism);
        Assert.IsType<SmtpResult.Accepted>(await new SmtpSession().SendAsync(target, "desk@shop.test", s_recipients, "x"u8.ToArray(), Yes, CancellationToken.None));
        Assert.Contains(command, server.Commands);
    }

    [Fact]
    public async Task A_password_is_not_sent_in_the_clear_unless_told_to()
    {
        await using var server = new LoopbackSmtpServer { Extensions = ["AUTH PLAIN"] };
        var target = new SmtpServer("127.0.0.1", server.Port, SmtpSecurity.Auto, "desk", "secret");
        Assert.IsType<SmtpResult.TryLater>(await new SmtpSession().SendAsync(target, "desk@shop.test", s_recipients, "x"u8.ToArray(), Yes, CancellationToken.None));
        Assert.DoesNotContain(server.Commands, line => line.StartsWith("AUTH"));
    }

    [Fact]
    public async Task Starttls_protects_the_message_and_a_false_certificate_stops_it()
    {
        using var certificate = SelfSigned();
        await using var server = new LoopbackSmtpServer { Certificate = certificate };
        var target = new SmtpServer("127.0.0.1", server.Port, SmtpSecurity.StartTls);
        var trusting = new SmtpSession(validate: (_, shown, _, _) => shown?.GetCertHashString() == certificate.GetCertHashString());
        Assert.IsType<SmtpResult.Accepted>(await trusting.SendAsync(target, "desk@shop.test", s_recipients, "x"u8.ToArray(), Yes, CancellationToken.None));
        Assert.True(server.WasSecured);

        await using var other = new LoopbackSmtpServer { Certificate = certificate };
        var strict = await new SmtpSession().SendAsync(target with { Port = other.Port }, "desk@shop.test", s_recipients, "x"u8.ToArray(), Yes, CancellationToken.None);
        Assert.IsType<SmtpResult.TryLater>(strict);
        Assert.Empty(other.Messages);
    }

    [Fact]
    public async Task Starttls_that_is_demanded_but_not_offered_sends_nothing()
    {
        await using var server = new LoopbackSmtpServer();
        var result = await new SmtpSession().SendAsync(new("127.0.0.1", server.Port, SmtpSecurity.StartTls), "desk@shop.test", s_recipients, "x"u8.ToArray(), Yes, CancellationToken.None);
        Assert.IsType<SmtpResult.TryLater>(result);
        Assert.DoesNotContain(server.Commands, line => line.StartsWith("MAIL"));
    }

    [Theory]
    [InlineData("smtp://mail.shop.test", "mail.shop.test", 587, SmtpSecurity.Auto, null, null)]
    [InlineData("smtps://a%40b:p%3Aw@mail.shop.test", "mail.shop.test", 465, SmtpSecurity.Implicit, "a@b", "p:w")]
    [InlineData("smtp://u:p@127.0.0.1:2525?tls=none", "127.0.0.1", 2525, SmtpSecurity.None, "u", "p")]
    [InlineData("smtp://mail.shop.test:25?tls=starttls", "mail.shop.test", 25, SmtpSecurity.StartTls, null, null)]
    public void A_server_is_read_from_its_address(string url, string host, int port, SmtpSecurity security, string? user, string? password) =>
        Assert.Equal(new SmtpServer(host, port, security, user, password), SmtpServer.Parse(url));

    [Fact]
    public void What_is_no_server_address_says_how_to_write_one() => Assert.Contains("smtp://", Assert.Throws<FormatException>(() => SmtpServer.Parse("mail.shop.test")).Message);

    private static Task<SmtpResult> SendAsync(LoopbackSmtpServer server, string message = "Subject: x\r\n\r\nbody\r\n", Func<CancellationToken, Task<bool>>? before = null, string[]? to = null) =>
        new SmtpSession().SendAsync(new("127.0.0.1", server.Port), "desk@shop.test", to ?? s_recipients, Encoding.UTF8.GetBytes(message), before ?? Yes, CancellationToken.None);

    private static Task<bool> Yes(CancellationToken ct) => Task.FromResult(true);

    private static string? Wait(ManualResetEventSlim signal)
    {
        signal.Wait();
        return "close";
    }

    private static string? LoginDialogue(string line) => line switch
    {
        "AUTH LOGIN" => "334 VXNlcm5hbWU6",
        "ZGVzaw==" => "334 UGFzc3dvcmQ6",
        "c2VjcmV0" => "235 welcome",
        _ => null,
    };

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=loopback", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }
}
