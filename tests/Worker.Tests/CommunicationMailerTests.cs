using Azure;
using Azure.Communication.Email;
using HelpdeskMx.Mail;
using HelpdeskMx.Platform;
using HelpdeskMx.Worker.Outgoing;

namespace HelpdeskMx.Worker.Tests;

/// <summary>What is handed to Communication Services; the client is the library's own, with its one call stood in for.</summary>
public sealed class CommunicationMailerTests
{
    private readonly Service service = new();
    private readonly CommunicationMailer mailer;

    public CommunicationMailerTests() => mailer = new CommunicationMailer(service, "donotreply@shop.example");

    [Fact]
    public async Task A_mail_is_handed_over_whole()
    {
        Assert.IsType<SendResult.Sent>(await mailer.SendAsync(Mail, _ => Task.FromResult(true), default));

        var (message, wait, _) = Assert.Single(service.Taken);
        Assert.Equal(WaitUntil.Started, wait);
        Assert.Equal(("donotreply@shop.example", "Re: Hello", "Hi", "<p>Hi</p>"), (message.SenderAddress, message.Content.Subject, message.Content.PlainText, message.Content.Html));
        Assert.Equal(["anna@x.cz"], message.Recipients.To.Select(a => a.Address));
        Assert.Equal(["ben@x.cz"], message.Recipients.CC.Select(a => a.Address));
        Assert.Equal(["support+t.1@shop.example"], message.ReplyTo.Select(a => a.Address));
        Assert.Equal("<m1@shop.example>", message.Headers["Message-ID"]);
        Assert.Equal("<a@x.cz>", message.Headers["In-Reply-To"]);
        var file = Assert.Single(message.Attachments);
        Assert.Equal(("photo.png", "image/png", "c1"), (file.Name, file.ContentType, file.ContentId));
        Assert.Equal([1, 2, 3], file.Content.ToArray());
    }

    [Fact]
    public async Task The_same_mail_is_the_same_operation()
    {
        await mailer.SendAsync(Mail, _ => Task.FromResult(true), default);
        await mailer.SendAsync(Mail, _ => Task.FromResult(true), default);
        await mailer.SendAsync(Mail with { MessageId = "m2@shop.example" }, _ => Task.FromResult(true), default);

        Assert.Equal(2, service.Taken.Select(t => t.Operation).Distinct().Count());
    }

    [Fact]
    public async Task A_mail_that_was_taken_back_never_leaves()
    {
        Assert.IsType<SendResult.TakenBack>(await mailer.SendAsync(Mail, _ => Task.FromResult(false), default));
        Assert.Empty(service.Taken);
    }

    [Fact]
    public async Task A_service_that_takes_no_more_is_asked_another_time()
    {
        service.Failure = new RequestFailedException(429, "Too many requests.");
        Assert.IsType<SendResult.TryLater>(await mailer.SendAsync(Mail, _ => Task.FromResult(true), default));
    }

    private static OutgoingMail Mail { get; } = new(
        "m1@shop.example", new MailAddress("Support", "support@shop.example"), new MailAddress(null, "support+t.1@shop.example"), [new MailAddress("Anna", "anna@x.cz")],
        [new MailAddress(null, "ben@x.cz")], "Re: Hello", DateTimeOffset.UnixEpoch, "Hi", "<p>Hi</p>", ["a@x.cz"], "a@x.cz",
        [new MailAttachment("photo.png", "image/png", "c1", true, new byte[] { 1, 2, 3 })], new Dictionary<string, string>());

    private sealed class Service : EmailClient
    {
        public List<(EmailMessage Message, WaitUntil Wait, Guid Operation)> Taken { get; } = [];

        public RequestFailedException? Failure { get; set; }

        public override Task<EmailSendOperation> SendAsync(WaitUntil wait, EmailMessage message, Guid operationId, CancellationToken cancellationToken = default)
        {
            if (Failure is not null) throw Failure;
            Taken.Add((message, wait, operationId));
            return Task.FromResult(new EmailSendOperation(operationId.ToString(), this));
        }
    }
}
