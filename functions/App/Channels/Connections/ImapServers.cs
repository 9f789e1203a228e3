using HelpdeskMx.Mail.Imap;

namespace HelpdeskMx.Channels.Connections;

/// <summary>Opens mailboxes with whatever their account signs in by.</summary>
public sealed class ImapServers(AccessTokens tokens)
{
    /// <summary>A session that is signed in.</summary>
    /// <exception cref="Mail.MailServerException">The server, or who hands out its tokens, would not.</exception>
    public async Task<ImapSession> OpenAsync(MailAccount account, CancellationToken ct, ImapLimits? limits = null)
    {
        var secret = account.Oauth is { } client ? await tokens.ForAsync(client, ct) : account.Password ?? "";
        return await ImapSession.OpenAsync(new(account.Host, account.Port, account.Security, account.User, secret, account.Oauth is not null, account.Fingerprint), ct, limits);
    }
}
