using System.Text;
using HelpdeskMx.Mail.Charsets;
using HelpdeskMx.Mail.Headers;

namespace HelpdeskMx.Mail.Mime;

/// <summary>What the header of a part says about its body.</summary>
internal sealed class PartHeader
{
    private static readonly KeyValuePair<string, string>[] s_none = [];
    private readonly HeaderBlock _block;

    public PartHeader(HeaderBlock block, string defaultType)
    {
        _block = block;
        var type = block.Raw("Content-Type");
        Type = type.IsEmpty ? new(defaultType, s_none) : Known(ContentField.Parse(type));
        var disposition = block.Raw("Content-Disposition");
        Disposition = disposition.IsEmpty ? null : ContentField.Parse(disposition);
        Charset = Encoding.UTF8.GetBytes(Type["charset"] ?? "");
    }

    public ContentField Type { get; }

    /// <summary>A type that is no type counts as text, but for a multipart that lost its kind.</summary>
    private static ContentField Known(ContentField? given) => given switch
    {
        { Value: "multipart" } => given with { Value = "multipart/mixed" },
        { } known when known.Value.Contains('/') => known,
        _ => new("text/plain", s_none),
    };

    public ContentField? Disposition { get; }

    public byte[] Charset { get; }

    /// <summary>How raw 8-bit bytes in this header are read: as the body's charset says (RFC 6532 allows only UTF-8, senders do otherwise).</summary>
    public Encoding? Fallback => Charsets.Charset.Legacy(Charset);

    public ReadOnlySpan<byte> TransferEncoding => _block.Raw("Content-Transfer-Encoding");

    public bool IsAttachment => Disposition is { Value: "attachment" };

    /// <summary>The decoded file name, not yet made safe; null where there is none.</summary>
    public string? FileName
    {
        get
        {
            var name = Disposition?["filename"] ?? Disposition?["name"] ?? Type["name"] ?? Type["filename"];
            if (name is null || !name.Contains('\uFFFD') || Fallback is not { } legacy) return name;
            return ContentField.Parse(_block.Raw("Content-Disposition"), legacy)?["filename"] ?? ContentField.Parse(_block.Raw("Content-Type"), legacy)?["name"];
        }
    }

    public string? ContentId => MessageIds.Parse(_block.Raw("Content-ID")) is [var id, ..] ? id : null;
}
