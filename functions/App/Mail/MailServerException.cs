using System.Net.Sockets;

namespace HelpdeskMx.Mail;

/// <summary>Why a mail server could not be used: a stable code for programs and a sentence without secrets for people.</summary>
public sealed class MailServerException(string code, string sentence, Exception? inner = null) : Exception(sentence, inner)
{
    public const string NotFound = "host-not-found";
    public const string NotReached = "not-reached";
    public const string NoTls = "tls-failed";
    public const string UnknownCertificate = "certificate-unknown";
    public const string SignInRefused = "sign-in-refused";
    public const string NoSuchFolder = "folder-missing";
    public const string NotMoved = "not-moved";
    public const string TimedOut = "timed-out";
    public const string Lost = "connection-lost";
    public const string Nonsense = "answer-unreadable";
    public const string Refused = "command-refused";
    public const string AccessDenied = "access-denied";
    public const string NoSuchMailbox = "mailbox-missing";
    public const string Throttled = "throttled";
    public const string NotNotified = "not-notified";

    /// <summary>Stable, lower case, words joined by hyphens.</summary>
    public string Code { get; } = code;

    /// <summary>How long the server asks to be left alone; null where it does not say.</summary>
    public TimeSpan? After { get; init; }

    internal static MailServerException Unreached(string host, string place, SocketException e) => e.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain
        ? new(NotFound, $"There is no host '{host}'. Look for a slip in its name.", e)
        : new(NotReached, $"Nothing answers at {place}. Check the port, and whether a firewall stands between.", e);

    /// <param name="place">Host and port.</param>
    /// <param name="unknown">The fingerprint of a certificate that is not trusted, if that was it.</param>
    /// <param name="e">What TLS said.</param>
    internal static MailServerException NotSecured(string place, string? unknown, Exception e) => unknown is null
        ? new(NoTls, $"{place} and the desk found no way to speak TLS. Check the port and the kind of security.", e)
        : new(UnknownCertificate, $"The certificate of {place} is not one the system trusts. If it is yours, trust its fingerprint {unknown}.", e);

    internal static MailServerException Unreadable(string what) => new(Nonsense, $"The server's answer is no IMAP: {what}.");
}
