using System.Text;

namespace HelpdeskMx.Mail.Writing;

/// <summary>An attachment: base64, but for an attached message, which may not be encoded (RFC 2046 §5.2.1).</summary>
internal sealed record FilePart(MailAttachment File, bool AsItCame) : BodyTree
{
    public override byte[] ToBytes(HeaderWriter header)
    {
        header.Parameters("Content-Type", MediaType(File.ContentType), [.. ParameterWriter.Write("name", File.Name)]);
        header.Parameters("Content-Disposition", File.Inline ? "inline" : "attachment", [.. ParameterWriter.Write("filename", File.Name)]);
        if (File.ContentId is { } id && WireAddress.Bare(id) is { Length: > 0 } bare) header.Plain("Content-ID", $"<{bare}>");
        if (File.ContentType == "message/rfc822")
        {
            header.Parameters("Content-Transfer-Encoding", Ascii.IsValid(File.Content.Span) ? "7bit" : "8bit");
            return Join(header, AsItCame ? File.Content.Span : TransferEncoder.WithCrLf(File.Content.Span));
        }
        header.Parameters("Content-Transfer-Encoding", "base64");
        return Join(header, TransferEncoder.Base64(File.Content.Span));
    }

    /// <summary>A type that is not two tokens is written as the type for anything.</summary>
    private static string MediaType(string type)
    {
        var slash = type.IndexOf('/');
        return slash > 0 && slash == type.LastIndexOf('/') && slash < type.Length - 1 && type.All(c => char.IsAsciiLetterOrDigit(c) || "/.+-_!#$&^".Contains(c)) && !type.StartsWith("multipart/", StringComparison.Ordinal)
            ? type
            : "application/octet-stream";
    }
}
