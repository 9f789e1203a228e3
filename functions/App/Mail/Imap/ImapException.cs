namespace HelpdeskMx.Mail.Imap;

/// <summary>Why a mailbox could not be used: a stable code for programs and a sentence without secrets for people.</summary>
public sealed class ImapException(string code, string sentence, Exception? inner = null) : Exception(sentence, inner)
{
    public const string NotFound = "host-not-found";
    public const string NotReached = "not-reached";
    public const string NoTls = "tls-failed";
    public const string UnknownCertificate = "certificate-unknown";
    public const string SignInRefused = "sign-in-refused";
    public const string NoSuchFolder = "folder-missing";
    public const string TimedOut = "timed-out";
    public const string Lost = "connection-lost";
    public const string Nonsense = "answer-unreadable";
    public const string Refused = "command-refused";

    /// <summary>Stable, lower case, words joined by hyphens.</summary>
    public string Code { get; } = code;

    internal static ImapException Unreadable(string what) => new(Nonsense, $"The server's answer is no IMAP: {what}.");
}
