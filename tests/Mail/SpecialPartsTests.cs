using System.Security.Cryptography;
using System.Text;
using HelpdeskMx.Mail;

namespace HelpdeskMx.Tests.Mail;

/// <summary>Parts that are more than files: invitations, business cards, signatures, sealed and nested messages.</summary>
public sealed class SpecialPartsTests
{
    private const string Calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Call\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    private const string Card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna\r\nEND:VCARD\r\n";

    [Theory]
    [InlineData("text/calendar; method=REQUEST; charset=utf-8", Calendar, AttachmentKind.Invitation, "invite.ics")]
    [InlineData("application/ics; name=a.ics", Calendar, AttachmentKind.Invitation, "a.ics")]
    [InlineData("application/octet-stream; name=meeting.ics", Calendar, AttachmentKind.Invitation, "meeting.ics")]
    [InlineData("application/octet-stream", Calendar, AttachmentKind.Invitation, "attachment.bin")]
    [InlineData("text/vcard; name=anna.vcf", Card, AttachmentKind.Contact, "anna.vcf")]
    [InlineData("text/x-vcard", Card, AttachmentKind.Contact, "contact.vcf")]
    [InlineData("text/directory; profile=vCard", Card, AttachmentKind.Contact, "contact.vcf")]
    [InlineData("application/octet-stream; name=anna.vcf", Card, AttachmentKind.Contact, "anna.vcf")]
    [InlineData("message/rfc822", "Subject: x\r\n\r\ny", AttachmentKind.Message, "message.eml")]
    [InlineData("application/pgp-signature", "-----BEGIN PGP SIGNATURE-----", AttachmentKind.Signature, "signature.asc")]
    [InlineData("application/pkcs7-signature", "x", AttachmentKind.Signature, "smime.p7s")]
    [InlineData("application/x-pkcs7-mime; smime-type=enveloped-data", "x", AttachmentKind.Sealed, "smime.p7m")]
    [InlineData("application/octet-stream; name=smime.p7m", "x", AttachmentKind.Sealed, "smime.p7m")]
    [InlineData("application/pdf; name=a.pdf", "%PDF", AttachmentKind.File, "a.pdf")]
    [InlineData("text/plain; name=BEGIN.txt", "BEGIN", AttachmentKind.File, "BEGIN.txt")]
    public void It_is_known_for_what_it_is(string type, string content, AttachmentKind kind, string name)
    {
        var file = Assert.Single(Parse($"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nsee\r\n--b\r\nContent-Type: {type}\r\n\r\n{content}\r\n--b--\r\n").Attachments);
        Assert.Equal((kind, name, content), (file.Kind, file.Name, Encoding.UTF8.GetString(file.Content.Span)));
    }

    [Fact]
    public void An_invitation_among_renderings_is_kept_beside_the_text()
    {
        var mail = Parse($"Content-Type: multipart/alternative; boundary=b\n\n--b\n\nCome!\n--b\nContent-Type: text/html\n\n<p>Come!</p>\n--b\nContent-Type: text/calendar; method=REQUEST\n\n{Calendar}--b--\n");
        Assert.Equal(("Come!", "<p>Come!</p>", AttachmentKind.Invitation), (mail.Text, mail.Html, Assert.Single(mail.Attachments).Kind));
    }

    [Fact]
    public void A_signed_message_is_read_and_its_signature_kept()
    {
        var mail = Parse("Content-Type: multipart/signed; protocol=\"application/pgp-signature\"; micalg=pgp-sha256; boundary=s\n\n--s\nContent-Type: multipart/alternative; boundary=a\n\n--a\n\ntext\n--a\nContent-Type: text/html\n\n<p>text</p>\n--a--\n--s\nContent-Type: application/pgp-signature; name=\"signature.asc\"\n\n-----BEGIN PGP SIGNATURE-----\nabc\n--s--\n");
        Assert.Equal(("text", AttachmentKind.Signature), (mail.Text, Assert.Single(mail.Attachments).Kind));
    }

    [Fact]
    public void An_encrypted_message_is_kept_whole()
    {
        var mail = Parse("Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=e\n\n--e\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--e\nContent-Type: application/octet-stream; name=\"encrypted.asc\"\n\n-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----\n--e--\n");
        Assert.Equal("", mail.ReadableText);
        Assert.Equal([("version.asc", AttachmentKind.Sealed), ("encrypted.asc", AttachmentKind.Sealed)], mail.Attachments.Select(file => (file.Name, file.Kind)));
        Assert.Equal("-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----", Encoding.ASCII.GetString(mail.Attachments[1].Content.Span));
    }

    [Fact]
    public void A_sealed_message_is_one_file()
    {
        var bytes = RandomNumberGenerator.GetBytes(5_000);
        var file = Assert.Single(Parse($"Subject: x\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks)}\n").Attachments);
        Assert.Equal((AttachmentKind.Sealed, Convert.ToHexString(SHA256.HashData(bytes))), (file.Kind, Convert.ToHexString(SHA256.HashData(file.Content.Span))));
    }

    [Fact]
    public void A_message_sealed_by_nothing_but_a_signature_is_read()
    {
        var inner = "Content-Type: multipart/mixed; boundary=i\r\n\r\n--i\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nDobrý den\r\n--i\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\npdf\r\n--i--\r\n";
        var mail = Parse($"Subject: x\nContent-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(SignedData(Encoding.UTF8.GetBytes(inner)), Base64FormattingOptions.InsertLineBreaks)}\n");
        Assert.Equal("Dobrý den", mail.Text);
        Assert.Equal([("smime.p7m", AttachmentKind.Sealed), ("a.pdf", AttachmentKind.File)], mail.Attachments.Select(file => (file.Name, file.Kind)));
    }

    [Fact]
    public void A_message_inside_a_message_inside_a_message_comes_out_at_each_step()
    {
        var mail = "Subject: three\r\n\r\ndeep";
        foreach (var name in (string[])["two", "one"]) mail = $"Subject: {name}\r\nContent-Type: message/rfc822\r\n\r\n{mail}";
        foreach (var name in (string[])["one", "two", "three"])
        {
            var read = Parse(mail);
            Assert.Equal(name, read.Subject);
            if (read.Attachments.Count > 0) mail = Encoding.UTF8.GetString(read.Attachments[0].Content.Span);
            else Assert.Equal("deep", read.Text);
        }
    }

    [Fact]
    public void Messages_of_a_digest_need_no_type()
    {
        var mail = Parse("Content-Type: multipart/digest; boundary=d\n\n--d\n\nSubject: one\n\n1\n--d\n\nSubject: two\n\n2\n--d--\n");
        Assert.Equal(["one", "two"], mail.Attachments.Select(file => MailParser.Parse(file.Content).Subject));
    }

    [Theory]
    [InlineData("Content-Type: text/plain; format=flowed\n\nOne \ntwo.\nThree", "One two.\nThree")]
    [InlineData("Content-Type: text/plain; format=flowed; delsp=yes\n\nOne \ntwo.", "Onetwo.")]
    [InlineData("Content-Type: text/plain; format=Flowed; DelSp=Yes\n\n> One \n> two.\nThree", "> Onetwo.\nThree")]
    [InlineData("Content-Type: text/plain; format=flowed\n\n>> a \n>> b\n> c", ">> a b\n> c")]
    [InlineData("Content-Type: text/plain; format=flowed\n\n From here\n >not a quote", "From here\n>not a quote")]
    [InlineData("Content-Type: text/plain; format=flowed\n\nHi \n-- \nAnna", "Hi \n-- \nAnna")]
    [InlineData("Content-Type: text/plain; format=fixed\n\nOne \ntwo.", "One \ntwo.")]
    public void Flowed_text_is_joined_as_it_was_written(string mail, string text) => Assert.Equal(text, Parse(mail).Text);

    /// <summary>The least a CMS message can be (RFC 5652 §5.1): no certificates, no signers.</summary>
    private static byte[] SignedData(byte[] content)
    {
        var writer = new System.Formats.Asn1.AsnWriter(System.Formats.Asn1.AsnEncodingRules.BER);
        var zero = new System.Formats.Asn1.Asn1Tag(System.Formats.Asn1.TagClass.ContextSpecific, 0);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier("1.2.840.113549.1.7.2");
            using (writer.PushSequence(zero))
            using (writer.PushSequence())
            {
                writer.WriteInteger(1);
                using (writer.PushSetOf()) { }
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier("1.2.840.113549.1.7.1");
                    using (writer.PushSequence(zero)) writer.WriteOctetString(content);
                }
                using (writer.PushSetOf()) { }
            }
        }
        return writer.Encode();
    }

    private static ParsedMail Parse(string mail) => MailParser.Parse(Encoding.UTF8.GetBytes(mail));
}
