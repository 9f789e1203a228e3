using System.Security.Cryptography;
using System.Text;

namespace HelpdeskMx.Mail.Writing;

/// <summary>The parts of a message being written: text, its HTML, the pictures of the HTML, attachments, each layer there only if it is needed (RFC 2046 §5.1, RFC 2387).</summary>
internal abstract record BodyTree
{
    /// <summary>Writes the content fields into the header, and everything after it.</summary>
    public abstract byte[] ToBytes(HeaderWriter header);

    public static BodyTree Of(OutgoingMail mail) => Of(mail.MessageId, mail.Text, mail.Html, mail.Attachments);

    /// <param name="seed">What the boundaries are made from.</param>
    /// <param name="text">Plain text; null to send HTML alone.</param>
    /// <param name="html">HTML; null to send plain text alone.</param>
    /// <param name="attachments">Those that are inline and have a content id travel with the HTML.</param>
    /// <param name="asTheyCame">No byte of an attached message is changed, whatever its lines end in.</param>
    public static BodyTree Of(string seed, string? text, string? html, IReadOnlyList<MailAttachment> attachments, bool asTheyCame = false)
    {
        var inline = html is null ? [] : attachments.Where(IsInline).ToArray();
        BodyTree body = new TextPart("plain", text ?? "");
        if (html is not null)
        {
            BodyTree rich = new TextPart("html", html);
            if (inline.Length > 0) rich = new MultiPart("related", seed, [rich, .. inline.Select(file => new FilePart(file, asTheyCame))]);
            body = text is null ? rich : new MultiPart("alternative", seed, [body, rich]);
        }
        var files = attachments.Except(inline).Select(file => new FilePart(file, asTheyCame)).ToArray();
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
