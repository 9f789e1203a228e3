using System.Buffers;
using HelpdeskMx.Mail.Headers;
using HelpdeskMx.Mail.Tnef;

namespace HelpdeskMx.Mail.Mime;

/// <summary>Walks the parts of a message and sorts them into what is read and what is kept as a file.</summary>
internal sealed class BodyWalk(MailLimits limits, List<string> defects)
{
    private enum Place { Free, Root, Alternative, Related }

    private int _parts;

    public List<MailAttachment> Attachments { get; } = [];

    public BodyPiece Walk(PartHeader header, ReadOnlyMemory<byte> body)
    {
        var pieces = new List<BodyPiece>(1);
        Part(header, body, 0, Place.Root, pieces);
        return BodyPiece.Join(pieces);
    }

    private void Part(PartHeader header, ReadOnlyMemory<byte> body, int depth, Place place, List<BodyPiece> pieces)
    {
        if (_parts++ >= limits.Parts) { if (_parts == limits.Parts + 1) defects.Add("too many parts"); return; }
        if (IsSigned(header)) Signed(header, body, depth, place, pieces);
        else if (!header.Type.Value.StartsWith("multipart/", StringComparison.Ordinal)) Leaf(header, body, place, pieces);
        else if (depth >= limits.Depth) { defects.Add("multiparts nested too deep"); Attach(header, body, place); }
        else Multiple(header, body, depth, pieces);
    }

    private void Multiple(PartHeader header, ReadOnlyMemory<byte> body, int depth, List<BodyPiece> pieces)
    {
        var parts = Multipart.Split(body, header.Type["boundary"] ?? "", limits.Parts);
        if (parts.Count == 0 && Multipart.Guess(body.Span) is { } guessed) parts = Multipart.Split(body, guessed, limits.Parts);
        if (parts.Count == 0)
        {
            if (body.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0) return;
            defects.Add("a multipart without parts");
            pieces.Add(new(TextBody.Plain(body.Span, header), null));
            return;
        }
        var subtype = header.Type.Value["multipart/".Length..];
        var inside = subtype == "alternative" ? [] : pieces;
        for (var i = 0; i < parts.Count; i++)
        {
            var block = HeaderBlock.Read(parts[i], limits, defects);
            var child = new PartHeader(block, subtype == "digest" ? "message/rfc822" : "text/plain");
            var content = parts[i][block.BodyStart..];
            if (subtype == "alternative") Rendering(child, content, depth, inside);
            else Part(child, content, depth + 1, subtype == "related" && i > 0 ? Place.Related : Place.Free, pieces);
        }
        if (subtype == "alternative" && inside.Count > 0) pieces.Add(BodyPiece.Choose(inside));
    }

    private void Rendering(PartHeader child, ReadOnlyMemory<byte> content, int depth, List<BodyPiece> renderings)
    {
        var own = new List<BodyPiece>(1);
        Part(child, content, depth + 1, Place.Alternative, own);
        if (own.Count > 0) renderings.Add(BodyPiece.Join(own));
    }

    private static bool IsSigned(PartHeader header) =>
        header.Type.Value is "application/pkcs7-mime" or "application/x-pkcs7-mime" && "signed-data".Equals(header.Type["smime-type"] ?? "signed-data", StringComparison.OrdinalIgnoreCase);

    /// <summary>Keeps the wrapping whole as a file, and reads what it signs.</summary>
    private void Signed(PartHeader header, ReadOnlyMemory<byte> body, int depth, Place place, List<BodyPiece> pieces)
    {
        Attach(header, body, place);
        if (depth >= limits.Depth || SignedContent.Open(TransferEncoding.Decode(body, header.TransferEncoding)) is not { } inside) return;
        var block = HeaderBlock.Read(inside, limits, defects);
        Part(new PartHeader(block, "text/plain"), inside[block.BodyStart..], depth + 1, Place.Free, pieces);
    }

    private void Leaf(PartHeader header, ReadOnlyMemory<byte> body, Place place, List<BodyPiece> pieces)
    {
        var type = header.Type.Value;
        var isText = type is "text/plain" or "text/html" && !header.IsAttachment && place != Place.Related
            && (place is Place.Root or Place.Alternative || header.FileName is null);
        if (!isText) { Attach(header, body, place); return; }
        var bytes = TransferEncoding.Decode(body, header.TransferEncoding).Span;
        if (type == "text/html") pieces.Add(new(null, TextBody.Html(bytes, header)));
        else pieces.Add(new(TextBody.Plain(WithoutUuencoded(bytes), header), null));
    }

    private void Attach(PartHeader header, ReadOnlyMemory<byte> body, Place place)
    {
        var type = header.Type.Value;
        var id = header.ContentId;
        var isInline = header.Disposition is { Value: "inline" } || (place == Place.Related && id is not null && !header.IsAttachment);
        var content = TransferEncoding.Decode(body, header.TransferEncoding);
        if (type is "application/ms-tnef" or "application/vnd.ms-tnef" && TnefFile.Unpack(content, limits.Parts - Attachments.Count) is { Count: > 0 } files)
        {
            Attachments.AddRange(files);
            return;
        }
        Attachments.Add(new(AttachmentNames.Of(header.FileName, type), type, id, isInline, content));
    }

    /// <summary>Takes uuencoded files out of a text and keeps them as attachments.</summary>
    private ReadOnlySpan<byte> WithoutUuencoded(ReadOnlySpan<byte> text)
    {
        ArrayBufferWriter<byte>? kept = null;
        while (_parts < limits.Parts && UuEncoding.Find(text) is { } file)
        {
            _parts++;
            Attachments.Add(new(AttachmentNames.Of(file.Name, "application/octet-stream"), "application/octet-stream", null, false, file.Content));
            (kept ??= new(text.Length)).Write(text[..file.Start]);
            text = text[file.End..];
        }
        if (kept is null) return text;
        kept.Write(text);
        return kept.WrittenSpan;
    }
}
