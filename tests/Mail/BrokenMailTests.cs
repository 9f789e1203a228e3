using System.Text;
using HelpdeskMx.Mail;

namespace HelpdeskMx.Tests.Mail;

/// <summary>Mail that breaks the rules the way real systems break them is read as its sender meant it.</summary>
public sealed class BrokenMailTests
{
    private const string Two = "--b\nContent-Type: text/plain\n\ntext\n--b\nContent-Type: application/pdf; name=a.pdf\n\npdf\n--b--\n";

    [Theory]
    [InlineData("Content-Type: multipart/mixed; boundary=\"b\"")]
    [InlineData("Content-Type: multipart/mixed; boundary=b")]
    [InlineData("Content-Type: multipart/mixed;boundary=b;")]
    [InlineData("Content-Type: multipart/mixed; boundary=\"b")]
    [InlineData("Content-Type: multipart/mixed; boundary = \"b\"")]
    [InlineData("Content-Type: Multipart/Mixed; BOUNDARY=b")]
    [InlineData("Content-Type: multipart/mixed;\n\tboundary=\"b\"; charset=x")]
    [InlineData("Content-Type: multipart/mixed; boundary*=utf-8''b")]
    [InlineData("Content-Type: multipart/mixed; boundary*0=\"b\"")]
    [InlineData("Content-Type: multipart/mixed; boundary=other")]
    [InlineData("Content-Type: multipart/mixed")]
    [InlineData("Content-Type: multipart/weird; boundary=b")]
    [InlineData("Content-Type: multipart/mixed; (a comment) boundary=b (another)")]
    [InlineData("Content-Type : multipart/mixed; boundary=b")]
    [InlineData("Content-Type: multipart; boundary=b")]
    [InlineData("Content-Type: multipart/mixed boundary=b")]
    public void The_parts_are_found_however_the_boundary_is_given(string header)
    {
        var mail = Parse($"Subject: s\n{header}\nX-Other: x\n\n{Two}");
        Assert.Equal(("text", "a.pdf", "pdf"), (mail.Text!.Trim(), Assert.Single(mail.Attachments).Name, Content(mail.Attachments[0])));
    }

    [Theory]
    [InlineData("--b\n\ntext\n--b\nContent-Type: application/pdf\n\npdf\n")]
    [InlineData("--b\n\ntext\n--b\nContent-Type: application/pdf\n\npdf")]
    [InlineData("preamble\n--b  \n\ntext\n--b\t\nContent-Type: application/pdf\n\npdf\n--b--  \nepilogue")]
    [InlineData("--b\n\ntext\n--b\nContent-Type: application/pdf\n\npdf\n--b--trailing\n")]
    [InlineData("--b\n\ntext\n--b\nContent-Type: application/pdf\n\npdf\n--b--\n--b\n")]
    [InlineData("--b\r\n\r\ntext\n--b\nContent-Type: application/pdf\r\n\npdf\r\n--b--")]
    public void The_parts_are_found_however_they_end(string body)
    {
        var mail = Parse($"Content-Type: multipart/mixed; boundary=b\n\n{body}");
        Assert.Equal(("text", "pdf"), (mail.Text!.Trim(), Content(Assert.Single(mail.Attachments)).Replace("--b--trailing", "").Trim()));
    }

    [Fact]
    public void A_boundary_that_begins_another_does_not_end_it()
    {
        var mail = Parse("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/alternative; boundary=bb\n\n--bb\n\nplain\n--bb\nContent-Type: text/html\n\n<p>rich</p>\n--bb--\n--b\nContent-Type: image/png\n\npng\n--b--\n");
        Assert.Equal(("plain", "<p>rich</p>", "png"), (mail.Text, mail.Html, Content(Assert.Single(mail.Attachments))));
    }

    [Fact]
    public void Text_that_looks_like_a_boundary_stays_in_its_part() =>
        Assert.Equal("a\n--bx\n --b\nb--b", Parse("Content-Type: multipart/mixed; boundary=b\n\n--b\n\na\n--bx\n --b\nb--b\n--b--\n").Text);

    [Fact]
    public void A_mail_of_nothing_but_text_is_its_text() => Assert.Equal("hello there\nno header at all", Parse("hello there\nno header at all").Text);

    [Fact]
    public void An_empty_mail_is_an_empty_mail()
    {
        var mail = Parse("");
        Assert.Equal(("", null, null), (mail.Subject, mail.From, mail.MessageId));
        Assert.Equal("", mail.ReadableText);
    }

    [Fact]
    public void A_header_without_a_body_has_no_text() => Assert.Equal("", Parse("Subject: only this").ReadableText);

    [Theory]
    [InlineData("Subject: a\r\n b\r\n\r\nx", "a b")]
    [InlineData("Subject:\r\n a\r\n\r\nx", "a")]
    [InlineData("Subject: a\r\n\t\t b\r\n\r\nx", "a b")]
    [InlineData("subject : a b\r\n\r\nx", "a b")]
    [InlineData("Subject:a b\n\nx", "a b")]
    [InlineData("Subject: a b\r\nSubject: second\r\n\r\nx", "a b")]
    [InlineData("From x@y Mon May  6 07:08:09 2024\nSubject: a b\n\nx", "a b")]
    [InlineData("\r\n\r\nSubject: a b\r\n\r\nx", "a b")]
    [InlineData("\uFEFFSubject: a b\r\n\r\nx", "a b")]
    [InlineData("Subject: a\u0000b\r\n\r\nx", "a b")]
    [InlineData("Subject: a b\r\nbroken line without a colon\r\nTo: x@y.test\r\n\r\nx", "a b broken line without a colon")]
    [InlineData("Subject: a\r\n \r\n b\r\n\r\nx", "a b")]
    public void A_subject_is_read_however_its_line_is_written(string mail, string subject) => Assert.Equal(subject, Parse(mail).Subject);

    [Theory]
    [InlineData("=?utf-8?B?xb4=?= =?utf-8?B?bHXFpQ==?=", "žluť")]
    [InlineData("=?utf-8?B?xQ==?= =?utf-8?B?vmx1xaU=?=", "žluť")]
    [InlineData("=?UTF-8?Q?=C5?=\r\n =?utf-8?q?=BElu=C5=A5?=", "žluť")]
    [InlineData("=?utf-8*cs?Q?=C5=BElu=C5=A5?=", "žluť")]
    [InlineData("=?utf-8?Q?=c5=bElu=C5=A5?=", "žluť")]
    [InlineData("=?utf-8?Q?=C5=BElu=C5=A5?= =?iso-8859-2?Q?_k=F9=F2?=", "žluť kůň")]
    [InlineData("Re: =?windows-1250?Q?=9Elu=9D?=", "Re: žluť")]
    [InlineData("=?euc-kr?B?x9E=?= =?euc-kr?B?sbk=?=", "한국")]
    [InlineData("=?euc-kr?B?xw==?= =?euc-kr?B?0bG5?=", "한국")]
    [InlineData("=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=", "日本")]
    [InlineData("=?ISO-2022-JP?B?GyRCRnw=?= =?ISO-2022-JP?B?S1wbKEI=?=", "日本")]
    [InlineData("=?shift_jis?B?k/qWew==?=", "日本")]
    [InlineData("=?gb18030?B?1tC5+g==?=", "中国")]
    [InlineData("=?gb2312?Q?=D6=D0=B9=FA?=", "中国")]
    [InlineData("=?big5?B?pKSw6g==?=", "中國")]
    [InlineData("=?koi8-r?B?98/Q0s/T?=", "Вопрос")]
    [InlineData("=?utf-7?Q?+AX4-lu+AWU-?=", "žluť")]
    [InlineData("=?utf-16?B?/v8BfgBsAHUBZQ==?=", "žluť")]
    [InlineData("=?x-unknown?Q?=C5=BElu=C5=A5?=", "žluť")]
    [InlineData("=?utf-8?X?zlut?=", "=?utf-8?X?zlut?=")]
    [InlineData("=?utf-8?Q?a b c?=", "a b c")]
    [InlineData("=?utf-8?Q?a_b?=c", "a bc")]
    [InlineData("a=?utf-8?Q?b?=", "ab")]
    [InlineData("=?utf-8?Q?100=25_=3D_all?=", "100% = all")]
    [InlineData("=?utf-8?B?xb5sdcWl", "žluť")]
    [InlineData("=?utf-8?Q??= x", "x")]
    public void Encoded_words_are_read_as_they_were_meant(string raw, string subject) => Assert.Equal(subject, Parse($"Subject: {raw}\r\n\r\nx").Subject);

    [Theory]
    [InlineData("Date: Mon, 6 May 2024 07:08:09 +0200")]
    [InlineData("Date: 6 May 24 07:08:09 +0200 (CEST)")]
    [InlineData("Date: Mon, 06 May 2024 07:08:09 CEST")]
    [InlineData("Date: 2024-05-06T07:08:09+02:00")]
    [InlineData("Date: Mon, 6 May 2024 05:08:09 GMT")]
    [InlineData("Date: Mon,6 May 2024 05:08:09 UT")]
    [InlineData("Date: Mon May  6 05:08:09 2024")]
    [InlineData("Date: Mon, 6-May-2024 05:08:09 -0000")]
    [InlineData("Date:Mon,  6  May  2024\r\n 5:8:9 Z")]
    public void A_date_is_read_however_it_is_written(string header) => Assert.Equal(new DateTime(2024, 5, 6, 5, 8, 9), Parse(header + "\r\n\r\n").Date!.Value.UtcDateTime);

    [Theory]
    [InlineData("")]
    [InlineData("Date: yesterday\r\n")]
    [InlineData("Date: Mon, 32 May 2024 25:61:61 +9999\r\n")]
    [InlineData("Date: \r\n")]
    public void A_date_that_is_none_is_none(string header) => Assert.Null(Parse($"{header}Subject: x\r\n\r\n").Date);

    [Theory]
    [InlineData("base64", "SGVsbG8=")]
    [InlineData("BASE64", "SGVs\nbG8")]
    [InlineData("base64", "SGVs*bG8=")]
    [InlineData("base64 (comment)", "SGVsbG8=")]
    [InlineData("\"base64\"", "SGVsbG8=")]
    [InlineData("quoted-printable", "Hel=\r\nlo")]
    [InlineData("Quoted-Printable", "Hel=  \nlo")]
    [InlineData("quoted-printable", "=48ello=")]
    [InlineData("8bit", "Hello")]
    [InlineData("x-unknown", "Hello")]
    [InlineData("x-uuencode", "begin 644 x\n%2&5L;&\\\n`\nend\n")]
    public void A_transfer_encoding_is_undone_however_it_is_written(string encoding, string body) =>
        Assert.Equal("Hello", Content(Assert.Single(Parse($"Content-Type: application/octet-stream\nContent-Transfer-Encoding: {encoding}\n\n{body}").Attachments)));

    [Fact]
    public void Every_byte_of_an_attachment_comes_out()
    {
        var bytes = Enumerable.Range(0, 100_000).Select(i => (byte)(i * 31 + i / 256)).ToArray();
        foreach (var cut in (int[])[0, 1, 2, 3])
            Assert.Equal(bytes[cut..], Assert.Single(Parse("Content-Type: application/zip\nContent-Transfer-Encoding: base64\n\n" + Convert.ToBase64String(bytes[cut..], Base64FormattingOptions.InsertLineBreaks)).Attachments).Content.ToArray());
    }

    [Theory]
    [InlineData("Friends: anna@example.test, =?utf-8?Q?Jan_=C5=BDlu=C5=A5?= <jan@example.test>; petr@example.test", 3)]
    [InlineData("undisclosed-recipients:;", 0)]
    [InlineData("A: a@x.test; , B: b@x.test;", 2)]
    [InlineData("a@x.test,, ,b@x.test;c@x.test", 3)]
    [InlineData("<@relay.test,@other.test:a@x.test>", 1)]
    [InlineData("\"Nov\\\"á, A.\" <a@x.test>, (comment (nested)) b@x.test (B)", 2)]
    [InlineData("'Anna' <a@x.test>; 'Jan' <b@x.test>", 2)]
    public void Lists_of_addresses_hold_so_many(string to, int count) => Assert.Equal(count, Parse($"To: {to}\n\n").To.Count);

    [Fact]
    public void Addresses_and_text_in_utf8_headers_are_read()
    {
        var mail = Parse("From: Žluťoučký Kůň <kůň@příklad.test>\nTo: 用户 <用户@例子.test>\nSubject: Dotaz č. 5\n\nx");
        Assert.Equal((new("Žluťoučký Kůň", "kůň@příklad.test"), "用户@例子.test", "Dotaz č. 5"), (mail.From, mail.To[0].Address, mail.Subject));
        Assert.Equal("kůň@xn--pklad-zsa96e.test", mail.From!.Canonical);
    }

    private static string Content(MailAttachment file) => Encoding.Latin1.GetString(file.Content.Span);

    private static ParsedMail Parse(string mail) => MailParser.Parse(Encoding.UTF8.GetBytes(mail));
}
