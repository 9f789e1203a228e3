using System.Text;
using HelpdeskMx.Mail;

namespace HelpdeskMx.Tests.Mail;

/// <summary>What the parser makes of messages as real programs send them.</summary>
public sealed class MailParserTests
{
    [Fact]
    public void An_answer_from_Outlook_in_Czech_is_read_whole()
    {
        var mail = MailParser.Parse(Samples.Read("order-question-outlook-cs.eml"));
        Assert.Equal(new("Jiří Novák", "Jiri.Novak@Example.test"), mail.From);
        Assert.Equal("jiri.novak@example.test", mail.From!.Canonical);
        Assert.Equal([new("Podpora, e-shop", "podpora@shop.test")], mail.To);
        Assert.Equal("RE: Objednávka č. 2024-117", mail.Subject);
        Assert.Equal("AM0PR01MB1234@AM0PR01MB1234.eurprd01.example.test", mail.MessageId);
        Assert.Equal(["t-117@shop.test"], mail.InReplyTo);
        Assert.Equal(["t-116@shop.test", "t-117@shop.test"], mail.References);
        Assert.Equal(new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.FromHours(2)), mail.Date);
        Assert.Equal("Dobrý den,\n\nzboží přišlo bez návodu. Pošlete mi ho?\n\nDěkuji", ReplyText.Of(mail.Text!));
        Assert.Equal("Dobrý den,\nzboží přišlo bez návodu. Pošlete mi ho?\nDěkuji", ReplyText.OfHtml(mail.Html!));
        Assert.Equal(MailKind.Personal, mail.Kind);
        Assert.Empty(mail.Defects);
    }

    [Fact]
    public void Korean_mail_keeps_characters_split_between_words_and_the_name_of_its_photo()
    {
        var mail = MailParser.Parse(Samples.Read("photo-naver-ko.eml"));
        Assert.Equal("이영희", mail.From!.Name);
        Assert.Equal("신청서 보냅니다", mail.Subject);
        Assert.Equal("환불 부탁드립니다. 똠방각하.", mail.Text);
        var photo = Assert.Single(mail.Attachments);
        Assert.Equal(("사진.jpg", "image/jpeg", 4), (photo.Name, photo.ContentType, photo.Content.Length));
    }

    [Fact]
    public void Flowed_lines_are_joined_and_a_quote_and_signature_stay_apart()
    {
        var mail = MailParser.Parse(Samples.Read("flowed-delsp-ja.eml"));
        Assert.Equal("山田", mail.From!.Name);
        Assert.Equal("長い一行はここで続く。\n> 引用の続き\n-- \n署名", mail.Text!.TrimEnd());
    }

    [Fact]
    public void A_uuencoded_file_is_taken_out_of_the_text()
    {
        var mail = MailParser.Parse(Samples.Read("uuencoded-old-client.eml"));
        Assert.Equal(new("Jan", "jan@example.test"), mail.From);
        Assert.Equal(("log.txt", "Cat"), (mail.Attachments[0].Name, Encoding.ASCII.GetString(mail.Attachments[0].Content.Span)));
        Assert.Equal("See the file.\n\n\nBye", mail.Text!.TrimEnd());
        Assert.Equal(new DateTimeOffset(2024, 5, 9, 10, 0, 0, TimeSpan.FromHours(-5)), mail.Date);
    }

    [Fact]
    public void Bytes_without_a_label_are_read_as_what_they_look_like()
    {
        var mail = MailParser.Parse(Samples.Read("raw-8bit-cs.eml"));
        Assert.Equal("Žádost o vrácení peněz", mail.Subject);
        Assert.Equal("Žluťoučký kůň, prosím o vrácení peněz.", mail.Text!.TrimEnd());
    }

    [Fact]
    public void A_body_without_an_empty_line_before_it_is_still_a_body()
    {
        var mail = MailParser.Parse(Samples.Read("no-blank-line.eml"));
        Assert.Equal("Kiosk 7", mail.Subject);
        Assert.StartsWith("This line has no colon", mail.Text);
        Assert.NotEmpty(mail.Defects);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Any_line_end_will_do(string lineEnd)
    {
        var mail = Parse("From: a@b.test\nSubject: one\n two\n\nfirst\nsecond\n".Replace("\n", lineEnd));
        Assert.Equal(("one two", "first\nsecond"), (mail.Subject, mail.Text!.TrimEnd()));
    }

    [Fact]
    public void The_text_is_the_plain_one_and_the_html_the_richest()
    {
        var mail = Parse("Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nplain\n--b\nContent-Type: text/html\n\n<p>rich</p>\n--b--\n");
        Assert.Equal(("plain", "<p>rich</p>"), (mail.Text, mail.Html));
    }

    [Fact]
    public void A_blank_plain_text_gives_way_to_the_html()
    {
        var mail = Parse("Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n \n--b\nContent-Type: text/html\n\n<p>one</p><p>two</p>\n--b--\n");
        Assert.Equal("one\n\ntwo", mail.ReadableText);
    }

    [Fact]
    public void Text_around_a_picture_is_joined()
    {
        var mail = Parse("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nbefore\n--b\nContent-Type: image/png\nContent-Disposition: inline; filename=a.png\n\nx\n--b\n\nafter\n--b--\n");
        Assert.Equal("before\nafter", mail.Text);
        Assert.Equal("a.png", Assert.Single(mail.Attachments).Name);
    }

    [Fact]
    public void An_outer_boundary_ends_an_inner_part_left_open()
    {
        var mail = Parse("Content-Type: multipart/mixed; boundary=out\n\n--out\nContent-Type: multipart/mixed; boundary=in\n\n--in\n\ninner\n--out\nContent-Type: application/pdf\n\npdf\n--out--\n");
        Assert.Equal(("inner", "document.pdf"), (mail.Text, mail.Attachments[0].Name));
    }

    [Fact]
    public void A_multipart_whose_boundary_is_lost_is_cut_at_the_one_it_shows()
    {
        var mail = Parse("Content-Type: multipart/mixed\n\n--seen\nContent-Type: text/plain\n\ntext\n--seen--\n");
        Assert.Equal("text", mail.Text);
    }

    [Fact]
    public void A_forwarded_message_is_kept_as_a_file()
    {
        var mail = Parse("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nsee below\n--b\nContent-Type: message/rfc822\n\nSubject: inner\n\ninner text\n--b--\n");
        var inner = Assert.Single(mail.Attachments);
        Assert.Equal(("message.eml", "inner"), (inner.Name, MailParser.Parse(inner.Content).Subject));
        Assert.Equal("see below", mail.Text);
    }

    [Theory]
    [InlineData("filename=\"../../etc/passwd\"", "passwd")]
    [InlineData("filename=\"C:\\\\Users\\\\x\\\\plan.doc\"", "plan.doc")]
    [InlineData("filename=\"\u202Efdp.exe\"", "fdp.exe")]
    [InlineData("filename=\"a\u0001b.txt\"", "ab.txt")]
    [InlineData("filename*=utf-8''pl%C3%A1n.pdf", "plán.pdf")]
    [InlineData("filename*0*=utf-8''p%C5%99%C3%AD; filename*1*=loha.pdf", "příloha.pdf")]
    [InlineData("filename==?utf-8?Q?pl=C3=A1n.pdf?=", "plán.pdf")]
    [InlineData("filename=my report.pdf", "my report.pdf")]
    [InlineData("filename=\"...\"", "image.png")]
    [InlineData("size=3", "image.png")]
    public void The_name_of_a_file_is_decoded_and_safe(string parameter, string name) =>
        Assert.Equal(name, Assert.Single(Parse($"Content-Type: image/png\nContent-Disposition: attachment; {parameter}\n\nx").Attachments).Name);

    [Fact]
    public void A_picture_the_html_shows_is_inline_whatever_its_part_says()
    {
        var mail = Parse("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n<img src=\"cid:i1\">\n--b\nContent-Type: image/png\nContent-ID: <i1>\nContent-Disposition: attachment\n\nx\n--b--\n");
        Assert.True(Assert.Single(mail.Attachments).Inline);
    }

    [Fact]
    public void Two_copies_of_one_mail_have_one_fingerprint()
    {
        const string Mail = "Date: Mon, 6 May 2024 07:08:09 +0200\nFrom: a@b.test\nSubject: s\n\nbody\nmore\n";
        var one = Parse("Received: from x by y; Mon, 6 May 2024 07:08:10 +0200\nDelivered-To: one@shop.test\n" + Mail).Fingerprint();
        var two = Parse(("Received: from z by w; Mon, 6 May 2024 07:08:11 +0200\nDelivered-To: two@shop.test\n" + Mail).Replace("\n", "\r\n")).Fingerprint();
        Assert.Equal(one, two);
        Assert.NotEqual(one, Parse(Mail.Replace("more", "less")).Fingerprint());
        Assert.NotEqual(one, Parse(Mail.Replace("a@b", "c@b")).Fingerprint());
    }

    [Fact]
    public void Headers_are_found_without_regard_to_case_and_in_order()
    {
        var headers = Parse("X-A: one\nx-a: =?utf-8?Q?dv=C4=9B?=\nSubject: s\n\n").Headers;
        Assert.Equal(["one", "dvě"], headers.All("X-a"));
        Assert.Equal("one", headers.First("x-A"));
        Assert.Null(headers.First("X-B"));
        Assert.Equal(["X-A", "x-a", "Subject"], headers.Select(field => field.Key));
    }

    [Theory]
    [InlineData("anna@example.test", null, "anna@example.test")]
    [InlineData("Anna <anna@example.test>", "Anna", "anna@example.test")]
    [InlineData("anna@example.test (Anna)", "Anna", "anna@example.test")]
    [InlineData("Anna anna@example.test", "Anna", "anna@example.test")]
    [InlineData("anna @ example . test", null, "anna@example.test")]
    [InlineData("\"anna nova\"@example.test", null, "\"anna nova\"@example.test")]
    [InlineData("Nov\u00e1, <anna@example.test>", "Nov\u00e1", "Nov\u00e1")]
    [InlineData("=?utf-8?Q?Nov=C3=A1,_Anna?= <anna@example.test>", "Nov\u00e1, Anna", "anna@example.test")]
    [InlineData("Anna <anna@[IPv6:2001:db8::1]>", "Anna", "anna@[IPv6:2001:db8::1]")]
    [InlineData("anna@[192.0.2.1]", null, "anna@[192.0.2.1]")]
    [InlineData("<<anna@example.test>>", null, "anna@example.test")]
    [InlineData("Anna <anna@example.test", "Anna", "anna@example.test")]
    [InlineData("Friends: anna@example.test, x@y.test;", null, "anna@example.test")]
    [InlineData("MAILER-DAEMON", "MAILER-DAEMON", "MAILER-DAEMON")]
    public void A_sender_is_read_however_it_is_written(string from, string? name, string address) => Assert.Equal(new(name, address), Parse($"From: {from}\n\n").From);

    [Fact]
    public void A_list_footer_after_a_base64_body_is_no_part_of_it() =>
        Assert.Equal("Hello", Parse("Content-Transfer-Encoding: base64\n\nSGVsbG8=\n____________\nlist mailing list\n").Text);

    private static ParsedMail Parse(string mail) => MailParser.Parse(Encoding.UTF8.GetBytes(mail));
}
