namespace HelpdeskMx.Mail;

/// <summary>What a file of a message is to the person who gets it.</summary>
public enum AttachmentKind
{
    /// <summary>A document, picture or anything else.</summary>
    File,

    /// <summary>A calendar entry (RFC 5545).</summary>
    Invitation,

    /// <summary>A business card (RFC 6350).</summary>
    Contact,

    /// <summary>A message of its own (RFC 2046 §5.2.1).</summary>
    Message,

    /// <summary>The signature over another part (RFC 1847).</summary>
    Signature,

    /// <summary>Encrypted, or wrapped together with its signature (RFC 3156, RFC 8551).</summary>
    Sealed,
}
