using HelpdeskMx.Agents;
using HelpdeskMx.Intake;
using HelpdeskMx.Mail;
using HelpdeskMx.Mail.Smtp;
using HelpdeskMx.Platform;
using HelpdeskMx.Sending;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Channels.Connections;

/// <summary>Lets a mail channel send by a server of its own, once that server has let the desk in.</summary>
public sealed class ConnectSmtp(Settings settings, AccessTokens tokens, Connections connections, ListChannels list)
{
    /// <summary>The channel as it is then.</summary>
    public async Task<Outcome<ChannelView>> RunAsync(string channelId, AccountChange change, Agent by, CancellationToken ct)
    {
        if (await settings.ChannelAsync(channelId, ct) is not { Kind: ChannelKind.Email } channel) return IntakeProblems.NoSuchChannel;
        var account = change.Over(channel.Smtp, needsUser: false);
        if (account.Problem is { } problem) return problem;
        try
        {
            await SmtpSession.TryAsync(await ChannelMailer.ServerAsync(account.Value, tokens, ct), account.Value.Fingerprint, ct);
        }
        catch (MailServerException e)
        {
            return ConnectionProblems.Of(e);
        }
        await connections.BeginAsync(channel.Id, ConnectionWay.Smtp, ct);
        return await list.SaveAsync(channel.Id, c => c with { Smtp = account.Value }, by, ct);
    }
}

/// <summary>Why somebody's server could not be connected.</summary>
public static class ConnectionProblems
{
    /// <summary>The server's fault under the field that can mend it.</summary>
    public static Problem Of(MailServerException e)
    {
        var field = e.Code switch
        {
            MailServerException.SignInRefused => "password",
            MailServerException.UnknownCertificate => "fingerprint",
            MailServerException.NoTls => "security",
            MailServerException.NoSuchFolder => "folder",
            MailServerException.NotMoved => "moveTo",
            _ => "host",
        };
        return Under(field, e);
    }

    /// <summary>The server's fault under this field.</summary>
    public static Problem Under(string field, MailServerException e) => Problems.Field(field, e.Message) with { Code = e.Code };
}
