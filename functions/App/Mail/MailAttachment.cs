namespace HelpdeskMx.Mail;

/// <summary>A part of a message that is kept as a file.</summary>
/// <param name="Name">Safe to show and to save under: no path, no control or bidi characters, never empty.</param>
/// <param name="ContentType">Lower case, without parameters.</param>
/// <param name="ContentId">Without angle brackets; what a <c>cid:</c> link in the HTML names (RFC 2392).</param>
/// <param name="Inline">Shown inside the text rather than beside it.</param>
/// <param name="Content">The bytes after transfer decoding.</param>
public sealed record MailAttachment(string Name, string ContentType, string? ContentId, bool Inline, ReadOnlyMemory<byte> Content)
{
    /// <summary>Told by its type; where that says nothing, by how it begins or what it is called.</summary>
    public AttachmentKind Kind => Mime.AttachmentKinds.Of(this);
}
