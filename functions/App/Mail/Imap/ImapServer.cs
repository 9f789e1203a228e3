using System.Globalization;

namespace HelpdeskMx.Mail.Imap;

/// <summary>A server that keeps a mailbox, and how to sign in to it.</summary>
/// <param name="Secret">The password, or the access token where <paramref name="IsToken"/>.</param>
/// <param name="IsToken">Signs in by XOAUTH2.</param>
/// <param name="Fingerprint">SHA-256 in hex of a certificate to trust although the system does not.</param>
public sealed record ImapServer(string Host, int Port, LineSecurity Security, string User, string Secret, bool IsToken = false, string? Fingerprint = null)
{
    /// <summary>Never shows the secret.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");
}

/// <summary>What a session grants a server, whatever that server says.</summary>
/// <param name="Connect">For the connection and TLS.</param>
/// <param name="Command">For one command and everything said in answer to it.</param>
/// <param name="LongestLine">In bytes; a search answers in one line.</param>
/// <param name="LargestAnswer">In bytes, for everything said in answer to one command.</param>
public sealed record ImapLimits(TimeSpan Connect, TimeSpan Command, int LongestLine, int LargestAnswer)
{
    public static ImapLimits Default { get; } = new(TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), 8 * 1024 * 1024, 16 * 1024 * 1024);

    /// <summary>For a person who waits for the answer.</summary>
    public static ImapLimits Trial { get; } = Default with { Connect = TimeSpan.FromSeconds(10), Command = TimeSpan.FromSeconds(15) };
}
