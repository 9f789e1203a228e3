using System.Text;
using HelpdeskMx.Mail;

namespace HelpdeskMx.Tests.Mail;

/// <summary>Who wrote a message: a person, or which sort of machine.</summary>
public sealed class MailKindTests
{
    [Theory]
    [InlineData("Subject: Hello", MailKind.Personal)]
    [InlineData("Subject: Hello\nAuto-Submitted: no", MailKind.Personal)]
    [InlineData("Subject: My package was undelivered, please help", MailKind.Personal)]
    [InlineData("Subject: Failure notice on my washing machine", MailKind.Personal)]
    [InlineData("Subject: Gone\nAuto-Submitted: auto-replied (vacation)", MailKind.AutoReply)]
    [InlineData("Subject: Automatická odpověď: Objednávka", MailKind.AutoReply)]
    [InlineData("Subject: x\nPrecedence: auto_reply", MailKind.AutoReply)]
    [InlineData("Subject: x\nX-Autoreply: yes", MailKind.AutoReply)]
    [InlineData("Subject: Sale\nList-Unsubscribe: <https://shop.test/u>", MailKind.Bulk)]
    [InlineData("Subject: Sale\nPrecedence: bulk", MailKind.Bulk)]
    public void It_is_told_by_the_header(string header, MailKind kind) => Assert.Equal(kind, Parse($"From: anna@example.test\n{header}\n\nI did not get my order. It could not be delivered, the courier says.").Kind);

    [Fact]
    public void A_delivery_status_names_the_address_the_cause_and_the_message()
    {
        var mail = Parse(Report("Action: failed\nStatus: 5.0.0\nFinal-Recipient: rfc822; anna@example.test\nDiagnostic-Code: smtp; 550 5.1.1 <anna@example.test>: User unknown"));
        Assert.Equal(MailKind.Bounce, mail.Kind);
        Assert.Equal(new("anna@example.test", "5.1.1", true, "userunknown", "550 5.1.1 <anna@example.test>: User unknown", "out-1@shop.test"), mail.Bounce);
    }

    [Fact]
    public void A_full_mailbox_is_passing_trouble() => Assert.Equal(("mailboxfull", false), Bounce("Action: failed\nStatus: 5.2.2\nDiagnostic-Code: smtp; 552 5.2.2 mailbox full"));

    [Fact]
    public void A_delay_is_passing_trouble() => Assert.Equal(("expired", false), Bounce("Action: delayed\nStatus: 4.4.7"));

    [Fact]
    public void A_delivery_receipt_is_no_bounce() => Assert.Equal((MailKind.Report, null), KindOf(Report("Action: delivered\nStatus: 2.0.0\nFinal-Recipient: rfc822; anna@example.test")));

    [Fact]
    public void A_read_receipt_is_no_bounce() =>
        Assert.Equal((MailKind.Report, null), KindOf("Content-Type: multipart/report; report-type=disposition-notification; boundary=b\n\n--b\n\nread\n--b\nContent-Type: message/disposition-notification\n\nDisposition: manual-action; displayed\n--b--\n"));

    [Fact]
    public void A_bounce_in_words_is_read_by_them()
    {
        var mail = Parse("From: MAILER-DAEMON@example.test\nSubject: failure notice\n\nI wasn't able to deliver your message.\n\n<anna@example.test>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nFrom: desk@shop.test\nMessage-ID: <out-1@shop.test>\n");
        Assert.Equal(("anna@example.test", "5.1.1", true, "userunknown", "out-1@shop.test"), (mail.Bounce!.Recipient, mail.Bounce.Status, mail.Bounce.Hard, mail.Bounce.Reason, mail.Bounce.OriginalMessageId));
    }

    private static (string Reason, bool Hard) Bounce(string fields) => Parse(Report(fields)).Bounce is { } bounce ? (bounce.Reason, bounce.Hard) : default;

    private static (MailKind Kind, BounceReport? Bounce) KindOf(string mail) => (Parse(mail).Kind, Parse(mail).Bounce);

    private static string Report(string fields) =>
        "From: MAILER-DAEMON@example.test\nSubject: Undelivered Mail\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nSee below.\n--b\nContent-Type: message/delivery-status\n\n"
        + $"Reporting-MTA: dns; mx.example.test\n\n{fields}\n\n--b\nContent-Type: message/rfc822\n\nMessage-ID: <out-1@shop.test>\nSubject: x\n\nx\n--b--\n";

    private static ParsedMail Parse(string mail) => MailParser.Parse(Encoding.UTF8.GetBytes(mail));
}
