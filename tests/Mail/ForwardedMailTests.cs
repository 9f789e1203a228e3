using System.Text;
using HelpdeskMx.Mail;

namespace HelpdeskMx.Tests.Mail;

/// <summary>Who really wrote a message that somebody sent on.</summary>
public sealed class ForwardedMailTests
{
    [Theory]
    [InlineData("---------- Forwarded message ---------\nFrom: Anna Nová <anna@example.test>\nDate: Mon, 6 May 2024 at 07:08\nSubject: Order 117\nTo: <desk@shop.test>")]
    [InlineData("---------- Forwarded message ---------\nOd: *Anna Nová* <anna@example.test>\nDate: po 6. 5. 2024 v 7:08\nSubject: Order 117\nTo: <desk@shop.test>")]
    [InlineData("Begin forwarded message:\n\nFrom: Anna Nová <anna@example.test>\nSubject: Order 117\nDate: 6 May 2024 at 07:08:09 CEST\nTo: desk@shop.test")]
    [InlineData("Začátek přeposílané zprávy:\n\nOd: Anna Nová <anna@example.test>\nPředmět: Order 117\nDatum: 6. května 2024 7:08\nKomu: desk@shop.test")]
    [InlineData("Anfang der weitergeleiteten Nachricht:\n\nVon: Anna Nová <anna@example.test>\nBetreff: Order 117\nDatum: 6. Mai 2024 um 07:08:09 MESZ\nAn: desk@shop.test")]
    [InlineData("-------- Přeposlaná zpráva --------\nPředmět: Order 117\nDatum: Mon, 6 May 2024 07:08:09 +0200\nOd: Anna Nová <anna@example.test>\nKomu: desk@shop.test")]
    [InlineData("-------- Weitergeleitete Nachricht --------\nBetreff: \tOrder 117\nDatum: \tMon, 6 May 2024 07:08:09 +0200\nVon: \tAnna Nová <anna@example.test>\nAn: \tdesk@shop.test")]
    [InlineData("________________________________\nFrom: Anna Nová <anna@example.test>\nSent: Monday, May 6, 2024 7:08 AM\nTo: Desk <desk@shop.test>\nSubject: Order 117")]
    [InlineData("From: Anna Nová [mailto:anna@example.test]\nSent: Monday, May 6, 2024 7:08 AM\nTo: Desk\nSubject: Order 117")]
    [InlineData("From: Anna Nová <anna@example.test<mailto:anna@example.test>>\nSent: Monday, May 6, 2024 7:08 AM\nTo: Desk\nSubject: Order 117")]
    [InlineData("De : Anna Nová <anna@example.test>\nEnvoyé : lundi 6 mai 2024 07:08\nÀ : Desk\nObjet : Order 117")]
    [InlineData("-----Original Message-----\nFrom: \"Anna Nová\"<anna@example.test>\nTo: <desk@shop.test>;\nCc:\nSent: 2024-05-06 (월) 07:08:09\nSubject: Order 117")]
    [InlineData("---------- Původní e-mail ----------\nOd: Anna Nová <anna@example.test>\nKomu: desk@shop.test\nDatum: 6. 5. 2024 7:08:09\nPředmět: Order 117")]
    [InlineData("-------- Пересылаемое сообщение --------\nОт: Anna Nová <anna@example.test>\nКому: desk@shop.test\nДата: понедельник, 6 мая 2024\nТема: Order 117")]
    [InlineData("------- Forwarded Message -------\nFrom: Anna Nová <anna@example.test>\nDate: On Monday, May 6th, 2024 at 7:08 AM\nSubject: Order 117\nTo: desk@shop.test")]
    [InlineData("---------- 전달된 메시지 ----------\n보낸사람: \"Anna Nová\" <anna@example.test>\n받는사람: desk@shop.test\n날짜: 2024년 5월 6일\n제목: Order 117")]
    [InlineData("---------- 转发的邮件 ----------\n发件人: Anna Nová <anna@example.test>\n发送时间: 2024年5月6日\n收件人: desk@shop.test\n主题: Order 117")]
    [InlineData("> Begin forwarded message:\n> \n> From: Anna Nová <anna@example.test>\n> Subject: Order 117\n> Date: 6 May 2024\n> To: desk@shop.test")]
    public void The_author_is_named_under_the_divider(string head)
    {
        var quote = head.StartsWith('>') ? "> " : "";
        var mail = Parse($"From: agent@shop.test\nSubject: Fwd: Order 117\nContent-Type: text/plain; charset=utf-8\n\nPlease look.\n\n{head}\n{quote}\n{quote}Where is it?\n{quote}\n{quote}Anna\n");
        Assert.Equal((new("Anna Nová", "anna@example.test"), "Order 117", "Where is it?\n\nAnna"), (mail.Forwarded!.From, mail.Forwarded.Subject, mail.Forwarded.Text));
    }

    [Theory]
    [InlineData("forward-gmail.eml")]
    [InlineData("forward-outlook-cs.eml")]
    [InlineData("forward-apple-de.eml")]
    [InlineData("forward-attached.eml")]
    public void The_author_is_found_in_what_programs_send(string sample)
    {
        var forwarded = MailParser.Parse(Samples.Read(sample)).Forwarded!;
        Assert.Equal(new("Anna Nová", "anna@example.test"), forwarded.From);
        Assert.Equal("Objednávka 117", forwarded.Subject);
        Assert.Equal("Dobrý den,\nkde je můj balík?\n\nAnna", forwarded.Text);
    }

    [Fact]
    public void A_date_in_a_language_of_machines_is_read() => Assert.Equal(new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.FromHours(2)),
        Parse("Subject: Fwd: x\n\n-------- Forwarded Message --------\nSubject: x\nDate: Mon, 6 May 2024 07:08:09 +0200\nFrom: a@b.test\nTo: c@d.test\n\ntext").Forwarded!.Date);

    [Theory]
    [InlineData("Subject: Re: Order\n\nThanks\n\n-----Original Message-----\nFrom: Anna <anna@example.test>\nSent: x\nTo: y\nSubject: z\n\nold")]
    [InlineData("Subject: Order\n\nThe forwarded message says that anna@example.test paid.")]
    [InlineData("Subject: Fwd: Order\n\nSee attached.")]
    [InlineData("Subject: Fwd: Order\n\n---------- Forwarded message ---------\nFrom: Anna\nSubject: x\n\nno address")]
    public void An_answer_or_a_forward_that_names_nobody_is_nobody_elses(string mail) => Assert.Null(Parse(mail).Forwarded);

    [Fact]
    public void A_message_attached_to_words_of_its_own_is_a_file_and_no_forward() => Assert.Null(Parse(
        "Subject: My complaint\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nYour answer was rude, see the mail.\n--b\nContent-Type: message/rfc822\n\nFrom: desk@shop.test\n\nrude\n--b--\n").Forwarded);

    private static ParsedMail Parse(string mail) => MailParser.Parse(Encoding.UTF8.GetBytes(mail));
}
