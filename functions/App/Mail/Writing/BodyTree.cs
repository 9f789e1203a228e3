using System.Security.Cryptography;
using System.Text;

namespace HelpdeskMx.Mail.Writing;

/// <summary>The parts of a message being written: text, its HTML, the pictures of the HTML, attachments, each layer there only if it is needed (RFC 2046 §5.1, RFC 2387).</summary>
internal abstract record BodyTree
{
    /// <summary>Writes the content fields into the header, and everything after it.</summary>
    public abstract byte[] ToBytes(HeaderWriter header);

    public static BodyTree Of(OutgoingMail mail)
    {
        var inline = mail.Html is null ? [] : mail.Attachments.Where(IsInline).ToArray();
        var seed = mail.MessageId;
        BodyTree body = new TextPart("plain", mail.Text);
        if (mail.Html is not null)
        {
            BodyTree html = new TextPart("html", mail.Html);
            if (inline.Length > 0) html = new MultiPart("related", seed, [html, .. inline.Select(file => new FilePart(file))]);
            body = new MultiPart("alternative", seed, [body, html]);
        }
        var files = mail.Attachments.Except(inline).Select(file => new FilePart(file)).ToArray();
        return files.Length == 0 ? body : new MultiPart("mixed", seed, [body, .. files]);
    }

    private static bool IsInline(MailAttachment file) => file is { Inline: true, ContentId: not null };

    protected static byte[] Join(HeaderWriter header, ReadOnlySpan<byte> body) => [.. Encoding.UTF8.GetBytes(header.ToString()), .. "\r\n"u8, .. body];

    /// <summary>Parts between boundaries that no encoded part can contain: "=_" is no quoted-printable or base64.</summary>
    private sealed record MultiPart(string Subtype, string Seed, IReadOnlyList<BodyTree> Parts) : BodyTree
    {
        public override byte[] ToBytes(HeaderWriter header)
        {
            var boundary = "=_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Subtype} {Seed}")).AsSpan(0, 12));
            header.Parameters("Content-Type", "multipart/" + Subtype, $"boundary=\"{boundary}\"");
            using var body = new MemoryStream();
            foreach (var part in Parts)
            {
                body.Write(Encoding.ASCII.GetBytes($"--{boundary}\r\n"));
                body.Write(part.ToBytes(new HeaderWriter()));
                body.Write("\r\n"u8);
            }
            body.Write(Encoding.ASCII.GetBytes($"--{boundary}--\r\n"));
            return Join(header, body.ToArray());
        }
    }
}
