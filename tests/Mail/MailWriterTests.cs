using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HelpdeskMx.Mail;
using MimeKit;

namespace HelpdeskMx.Tests.Mail;

/// <summary>What is written is read back the same, by this parser and by another.</summary>
public sealed class MailWriterTests
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(200);

    [Fact]
    public void Any_message_written_is_read_back_the_same() => Prop.ForAll(Arb.From(WrittenMail.Any), mail =>
    {
        var read = MailParser.Parse(MailWriter.Write(mail));
        Assert.Empty(read.Defects);
        Assert.Equal(mail.Subject, read.Subject);
        Assert.Equal(mail.To, read.To);
        Assert.Equal(mail.Cc, read.Cc);
        Assert.Equal(mail.References, read.References);
        Assert.Equal(mail.Date, read.Date);
        Assert.Equal(mail.Text, read.Text);
        Assert.Equal(mail.Html, read.Html);
        Assert.Equal(mail.Attachments.Select(Bytes).Order(), read.Attachments.Select(Bytes).Order());
    }).Check(s_config);

    [Fact]
    public void Any_message_written_is_read_the_same_by_MimeKit() => Prop.ForAll(Arb.From(WrittenMail.Any), mail =>
    {
        using var theirs = MimeMessage.Load(new MemoryStream(MailWriter.Write(mail)));
        Assert.Equal(mail.Subject, theirs.Subject);
        Assert.Equal(mail.To.Select(a => (a.Name, a.Address)), theirs.To.Mailboxes.Select(a => ((string?)a.Name, a.GetAddress(idnEncode: true))));
        Assert.Equal(mail.MessageId, theirs.MessageId);
        Assert.Equal(mail.References, theirs.References);
        Assert.Equal(mail.Text, (theirs.TextBody ?? "").ReplaceLineEndings("\n"));
        Assert.Equal(mail.Html, theirs.HtmlBody);
        Assert.Equal(mail.Attachments.Select(file => file.Name).Order(), theirs.BodyParts.OfType<MimePart>().Where(part => part.FileName is not null).Select(part => part.FileName).Order());
    }).Check(s_config);

    [Fact]
    public void No_line_is_too_long_and_none_ends_in_a_bare_line_feed() => Prop.ForAll(Arb.From(WrittenMail.Any), mail =>
    {
        var lines = Encoding.Latin1.GetString(MailWriter.Write(mail)).Split("\r\n");
        Assert.All(lines, line => Assert.True(line.Length <= 998 && !line.Contains('\r') && !line.Contains('\n')));
        Assert.All(lines.TakeWhile(line => line.Length > 0), line => Assert.True(line.Length <= 140 && line.All(c => c is >= ' ' and <= '~'), line));
    }).Check(s_config);

    [Theory]
    [InlineData("Hi\r\nBcc: thief@evil.test")]
    [InlineData("Hi\nBcc: thief@evil.test")]
    [InlineData("Hi\rBcc: thief@evil.test")]
    [InlineData("Hi\u2028Bcc: thief@evil.test")]
    [InlineData("Hi\0\r\n\r\nbody")]
    public void No_value_can_add_a_header(string evil)
    {
        var mail = WrittenMail.Plain with
        {
            Subject = evil,
            MessageId = evil,
            InReplyTo = evil,
            References = [evil],
            From = new(evil, evil),
            To = [new(evil, "a@b.test>,<thief@evil.test"), new(null, evil)],
            Attachments = [new(evil, evil, evil, false, default)],
            Headers = new Dictionary<string, string> { ["X-Note"] = evil, [evil] = "x", ["Bcc: thief@evil.test\r\nX"] = "x" },
        };
        var read = MailParser.Parse(MailWriter.Write(mail));
        Assert.Empty(read.Bcc);
        Assert.Equal(2, read.To.Count);
        Assert.Equal("Hello", read.Text?.TrimEnd());
    }

    [Fact]
    public void International_domains_go_out_in_ascii()
    {
        var raw = Encoding.ASCII.GetString(MailWriter.Write(WrittenMail.Plain with { To = [new("Bücher", "info@bücher.test")] }));
        Assert.Contains("<info@xn--bcher-kva.test>", raw);
    }

    [Fact]
    public void The_pictures_of_the_html_travel_with_it_and_files_beside_it()
    {
        var mail = WrittenMail.Plain with
        {
            Html = "<img src=\"cid:logo@shop.test\">",
            Attachments = [new("logo.png", "image/png", "logo@shop.test", true, new byte[] { 1 }), new("terms.pdf", "application/pdf", null, false, new byte[] { 2 })],
        };
        using var theirs = MimeMessage.Load(new MemoryStream(MailWriter.Write(mail)));
        var mixed = Assert.IsType<MimeKit.Multipart>(theirs.Body);
        var alternative = Assert.IsType<MultipartAlternative>(mixed[0]);
        var related = Assert.IsType<MultipartRelated>(alternative[1]);
        Assert.Equal("logo.png", Assert.IsType<MimePart>(related[1]).FileName);
        Assert.Equal("terms.pdf", Assert.IsType<MimePart>(mixed[1]).FileName);
    }

    [Fact]
    public void An_attached_message_is_not_encoded()
    {
        var inner = Encoding.UTF8.GetBytes("Subject: inner\n\nbody\n");
        var read = MailParser.Parse(MailWriter.Write(WrittenMail.Plain with { Attachments = [new("message.eml", "message/rfc822", null, false, inner)] }));
        Assert.Equal("inner", MailParser.Parse(Assert.Single(read.Attachments).Content).Subject);
    }

    private static string Bytes(MailAttachment file) => $"{file.Name} {Convert.ToHexString(file.Content.Span)}";
}
