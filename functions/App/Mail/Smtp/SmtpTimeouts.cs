namespace HelpdeskMx.Mail.Smtp;

/// <summary>How long a session waits for a mail server (RFC 5321 §4.5.3.2 asks for patience).</summary>
/// <param name="Connect">For the connection and TLS.</param>
/// <param name="Command">For the answer to one command.</param>
/// <param name="Delivery">For the answer to the whole message.</param>
public sealed record SmtpTimeouts(TimeSpan Connect, TimeSpan Command, TimeSpan Delivery)
{
    public static SmtpTimeouts Default { get; } = new(TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10));

    /// <summary>For a person who waits for the answer.</summary>
    public static SmtpTimeouts Trial { get; } = new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(15));
}
