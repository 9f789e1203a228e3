using System.Globalization;

namespace HelpdeskMx.Mail.Smtp;

/// <summary>How the line to a mail server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>TLS from the first byte on the port for it (465), else STARTTLS where the server offers it.</summary>
    Auto,

    /// <summary>No TLS at all.</summary>
    None,

    /// <summary>STARTTLS, and nothing is sent without it (RFC 3207).</summary>
    StartTls,

    /// <summary>TLS from the first byte (RFC 8314).</summary>
    Implicit,
}

/// <summary>A mail server that takes messages, and how to sign in to it.</summary>
/// <param name="Mechanism">The SASL mechanism to use; null for the best the server offers. With XOAUTH2 the password is the access token.</param>
public sealed record SmtpServer(string Host, int Port, SmtpSecurity Security = SmtpSecurity.Auto, string? User = null, string? Password = null, string? Mechanism = null)
{
    /// <summary>Reads <c>smtp://user:password@host:587?tls=starttls</c> or <c>smtps://…</c>; tls is auto, none, starttls or implicit, auth a mechanism.</summary>
    /// <exception cref="FormatException">The text is no such address.</exception>
    public static SmtpServer Parse(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("smtp" or "smtps") || uri.Host.Length == 0)
            throw new FormatException("An SMTP server is written smtp://user:password@host:587 or smtps://user:password@host.");
        var isImplicit = uri.Scheme == "smtps";
        var options = Options(uri.Query);
        var security = options.TryGetValue("tls", out var tls) ? ReadSecurity(tls) : isImplicit ? SmtpSecurity.Implicit : SmtpSecurity.Auto;
        var user = uri.UserInfo.Split(':', 2);
        return new(
            uri.IdnHost,
            uri.Port > 0 ? uri.Port : isImplicit ? 465 : 587,
            security,
            user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null,
            user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
            options.TryGetValue("auth", out var mechanism) ? mechanism.ToUpperInvariant() : null);
    }

    /// <summary>Never shows the password.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");

    private static SmtpSecurity ReadSecurity(string name) => Enum.TryParse<SmtpSecurity>(name, ignoreCase: true, out var security)
        ? security
        : throw new FormatException("tls is one of auto, none, starttls, implicit.");

    private static Dictionary<string, string> Options(string query) => query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .ToDictionary(pair => pair[0].ToLowerInvariant(), pair => pair.Length > 1 ? Uri.UnescapeDataString(pair[1]) : "", StringComparer.Ordinal);
}
