using HelpdeskMx.Channels;
using HelpdeskMx.Channels.Connections;
using HelpdeskMx.Mail;
using HelpdeskMx.Mail.Smtp;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Sending;

/// <summary>Hands a channel's mail to the channel's own server where it has one, else to the desk's mailer, and keeps how its server stands.</summary>
public sealed class ChannelMailer(IMailer mailer, AccessTokens tokens, Connections connections)
{
    /// <summary>Hands over one mail, as <see cref="IMailer.SendAsync"/> does.</summary>
    public async Task<SendResult> SendAsync(Channel? channel, OutgoingMail mail, Func<CancellationToken, Task<bool>> beforeHandOver, CancellationToken ct)
    {
        if (channel is not { Smtp: { } account }) return await mailer.SendAsync(mail, beforeHandOver, ct);
        try
        {
            var result = await new SmtpMailer(await ServerAsync(account, tokens, ct), account.Fingerprint).SendAsync(mail, beforeHandOver, ct);
            if (result is SendResult.Sent) await connections.SucceededAsync(channel.Id, ConnectionWay.Smtp, ct);
            if (result is SendResult.TryLater later) await connections.FailedAsync(channel.Id, ConnectionWay.Smtp, "not-taken", later.Reason, ct);
            return result;
        }
        catch (MailServerException e)
        {
            await connections.FailedAsync(channel.Id, ConnectionWay.Smtp, e.Code, e.Message, ct);
            return new SendResult.TryLater(e.Message);
        }
    }

    /// <summary>The server of an account, with what signs in to it now.</summary>
    public static async Task<SmtpServer> ServerAsync(MailAccount account, AccessTokens tokens, CancellationToken ct)
    {
        var security = account.Security switch
        {
            LineSecurity.Implicit => SmtpSecurity.Implicit,
            LineSecurity.StartTls => SmtpSecurity.StartTls,
            _ => SmtpSecurity.None,
        };
        return account switch
        {
            { User: "" } => new(account.Host, account.Port, security),
            { Oauth: { } client } => new(account.Host, account.Port, security, account.User, await tokens.ForAsync(client, ct), "XOAUTH2"),
            _ => new(account.Host, account.Port, security, account.User, account.Password),
        };
    }
}
