using System.Buffers.Binary;
using HelpdeskMx.Mail.Charsets;
using HelpdeskMx.Mail.Mime;

namespace HelpdeskMx.Mail.Tnef;

/// <summary>Unpacks winmail.dat, in which Exchange wraps attachments for its own kind (MS-OXTNEF).</summary>
internal static class TnefFile
{
    private const uint Signature = 0x223E9F78;
    private const int HeaderLength = 6;
    private const int AttributeOverhead = 11;
    private const ushort AttachmentBegins = 0x9002;
    private const ushort AttachmentTitle = 0x8010;
    private const ushort AttachmentData = 0x800F;
    private const ushort AttachmentProperties = 0x9005;

    /// <summary>The files inside; empty where the bytes are no such wrapping or hold none.</summary>
    public static List<MailAttachment> Unpack(ReadOnlyMemory<byte> file, int most)
    {
        var found = new List<MailAttachment>();
        if (file.Length < HeaderLength || BinaryPrimitives.ReadUInt32LittleEndian(file.Span) != Signature) return found;
        var rest = file[HeaderLength..];
        TnefAttachment? current = null;
        while (rest.Length >= AttributeOverhead)
        {
            var id = BinaryPrimitives.ReadUInt16LittleEndian(rest.Span[1..]);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(rest.Span[5..]);
            if (length > rest.Length - AttributeOverhead) break;
            var value = rest.Slice(9, (int)length);
            rest = rest[(AttributeOverhead + (int)length)..];
            if (id == AttachmentBegins)
            {
                Add(current, found);
                if (found.Count >= most) return found;
                current = new();
            }
            else
            {
                current = current?.With(id, value);
            }
        }
        Add(current, found);
        return found;
    }

    private static void Add(TnefAttachment? attachment, List<MailAttachment> found)
    {
        if (attachment is not { Data.IsEmpty: false }) return;
        var type = attachment.ContentType ?? "application/octet-stream";
        found.Add(new(AttachmentNames.Of(attachment.LongName ?? attachment.Title, type), type, attachment.ContentId, attachment.ContentId is not null, attachment.Data));
    }

    private sealed record TnefAttachment(string? Title = null, string? LongName = null, string? ContentType = null, string? ContentId = null, ReadOnlyMemory<byte> Data = default)
    {
        public TnefAttachment With(ushort id, ReadOnlyMemory<byte> value) => id switch
        {
            AttachmentTitle => this with { Title = Charset.DecodeRaw(value.Span.TrimEnd((byte)0), null) },
            AttachmentData => this with { Data = value },
            AttachmentProperties => WithProperties(MapiProperties.Read(value.Span)),
            _ => this,
        };

        private TnefAttachment WithProperties(MapiProperties properties) => this with
        {
            LongName = properties.LongFileName ?? LongName,
            ContentType = properties.MimeType?.ToLowerInvariant() ?? ContentType,
            ContentId = properties.ContentId ?? ContentId,
        };
    }
}
