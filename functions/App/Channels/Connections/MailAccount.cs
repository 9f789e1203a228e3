using System.Globalization;
using HelpdeskMx.Mail;

namespace HelpdeskMx.Channels.Connections;

/// <summary>An account on somebody's mail server. Its secrets are shown to nobody.</summary>
/// <param name="Host">Name or address of the server.</param>
/// <param name="Port">Its port.</param>
/// <param name="Security">How the line is protected.</param>
/// <param name="User">Empty where the server asks for no sign-in.</param>
/// <param name="Password">Null where <paramref name="Oauth"/> signs in.</param>
/// <param name="Oauth">Signs in by XOAUTH2 in place of a password.</param>
/// <param name="Fingerprint">SHA-256 in hex of a certificate to trust although the system does not.</param>
public sealed record MailAccount(string Host, int Port, LineSecurity Security, string User, string? Password = null, OAuthClient? Oauth = null, string? Fingerprint = null)
{
    /// <summary>Never shows a secret.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");
}

/// <summary>What fetches access tokens (RFC 6749): for an application by itself, or for a mailbox whose owner agreed once.</summary>
/// <param name="TokenUrl">The token endpoint, https.</param>
/// <param name="ClientId">Of the application that is registered there.</param>
/// <param name="ClientSecret">Of the same; null for a public client.</param>
/// <param name="RefreshToken">What the owner's agreement brought; null where the application acts by itself.</param>
/// <param name="Scope">What is asked for, words parted by spaces; null for the endpoint's own choice.</param>
public sealed record OAuthClient(string TokenUrl, string ClientId, string? ClientSecret = null, string? RefreshToken = null, string? Scope = null)
{
    /// <summary>Never shows a secret.</summary>
    public override string ToString() => TokenUrl;
}

/// <summary>A folder on a mail server that brings a channel's mail (RFC 3501). Reading leaves no mark on it.</summary>
/// <param name="Account">Where it is.</param>
/// <param name="Folder">Its name, <c>INBOX</c> as a rule.</param>
/// <param name="MoveTo">The folder mail is moved to once the desk has it; null leaves it where it is.</param>
public sealed record Mailbox(MailAccount Account, string Folder, string? MoveTo);
