using System.Text;
using HelpdeskMx.Mail;

namespace HelpdeskMx.Tests.Mail;

/// <summary>Mail that machines write, sample by sample: what it is, whom it speaks of, and which of our messages.</summary>
public sealed class AutomaticMailTests
{
    [Theory]
    [InlineData("vacation-outlook-de.eml", MailKind.AutoReply)]
    [InlineData("vacation-gmail-fr.eml", MailKind.AutoReply)]
    [InlineData("vacation-sieve.eml", MailKind.AutoReply)]
    [InlineData("vacation-seznam-cs.eml", MailKind.AutoReply)]
    [InlineData("vacation-ja.eml", MailKind.AutoReply)]
    [InlineData("desk-confirmation.eml", MailKind.AutoReply)]
    [InlineData("newsletter.eml", MailKind.Bulk)]
    [InlineData("mailing-list.eml", MailKind.Bulk)]
    [InlineData("shop-notice.eml", MailKind.AutoReply)]
    [InlineData("receipt-delivered.eml", MailKind.Report)]
    [InlineData("receipt-relayed.eml", MailKind.Report)]
    [InlineData("receipt-read.eml", MailKind.Report)]
    [InlineData("receipt-read-outlook-no-report.eml", MailKind.Report)]
    [InlineData("receipt-deleted-unread.eml", MailKind.Report)]
    [InlineData("complaint-arf.eml", MailKind.Report)]
    [InlineData("bounce-postfix.eml", MailKind.Bounce)]
    [InlineData("bounce-exchange-cs.eml", MailKind.Bounce)]
    [InlineData("bounce-gmail.eml", MailKind.Bounce)]
    [InlineData("bounce-qmail.eml", MailKind.Bounce)]
    [InlineData("bounce-smtputf8.eml", MailKind.Bounce)]
    [InlineData("delay-postfix.eml", MailKind.Bounce)]
    [InlineData("person-about-bounce.eml", MailKind.Personal)]
    [InlineData("person-forwards-bounce.eml", MailKind.Personal)]
    public void It_is_what_it_is(string sample, MailKind kind) => Assert.Equal(kind, Read(sample).Kind);

    [Theory]
    [InlineData("bounce-postfix.eml", "anna@example.test", "5.1.1", true, "userunknown")]
    [InlineData("bounce-exchange-cs.eml", "anna@example.test", "5.1.10", true, "userunknown")]
    [InlineData("bounce-gmail.eml", "anna@example.test", "4.2.2", false, "mailboxfull")]
    [InlineData("bounce-qmail.eml", "anna@example.test", "5.1.1", true, "userunknown")]
    [InlineData("bounce-smtputf8.eml", "ánna@example.test", "5.7.1", false, "spamdetected")]
    public void A_bounce_says_whom_why_and_which_of_our_messages(string sample, string recipient, string status, bool hard, string reason)
    {
        var bounce = Read(sample).Bounce!;
        Assert.Equal((recipient, status, hard, reason, "out-1@shop.test"), (bounce.Recipient, bounce.Status, bounce.Hard, bounce.Reason, bounce.OriginalMessageId));
    }

    [Theory]
    [InlineData("receipt-delivered.eml", ReportKind.Delivered, "anna@example.test")]
    [InlineData("receipt-relayed.eml", ReportKind.Relayed, "anna@example.test")]
    [InlineData("receipt-read.eml", ReportKind.Read, "anna@example.test")]
    [InlineData("receipt-deleted-unread.eml", ReportKind.Deleted, "anna@example.test")]
    [InlineData("receipt-read-outlook-no-report.eml", ReportKind.Read, "anna@example.test")]
    [InlineData("complaint-arf.eml", ReportKind.Complaint, "anna@example.test")]
    [InlineData("delay-postfix.eml", ReportKind.Delayed, "anna@example.test")]
    public void A_report_says_what_became_of_which_message(string sample, ReportKind kind, string recipient) =>
        Assert.Equal(new(kind, recipient, "out-1@shop.test"), Read(sample).Report);

    [Fact]
    public void What_is_no_report_has_none()
    {
        Assert.Null(Read("bounce-postfix.eml").Report);
        Assert.Null(Read("vacation-sieve.eml").Report);
        Assert.Null(Read("receipt-read.eml").Bounce);
    }

    [Fact]
    public void A_complaint_in_a_plain_text_is_a_complaint_too() => Assert.Equal(ReportKind.Complaint, MailParser.Parse(Encoding.ASCII.GetBytes(
        "From: fbl@example.test\nSubject: Abuse report\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\n\n--b\n\nSpam.\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\nVersion: 1\n--b--\n")).Report!.Kind);

    private static ParsedMail Read(string sample) => MailParser.Parse(Samples.Read($"automatic/{sample}"));
}
