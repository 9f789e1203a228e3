namespace HelpdeskMx.Mail;

/// <summary>How the line to a mail server is protected.</summary>
public enum LineSecurity
{
    /// <summary>TLS from the first byte (RFC 8314), on port 993 or 465 as a rule.</summary>
    Implicit,

    /// <summary>STARTTLS, and nobody signs in without it.</summary>
    StartTls,

    /// <summary>No TLS at all.</summary>
    None,
}
