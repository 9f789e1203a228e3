using System.Net.Security;

namespace HelpdeskMx.Mail.Smtp;

/// <summary>The part of a session before the message: greeting, EHLO, TLS and signing in.</summary>
internal sealed class SmtpGreeting(SmtpConnection line, SmtpServer server, RemoteCertificateValidationCallback? validate, SmtpTimeouts timeouts)
{
    private const int ImplicitTlsPort = 465;

    public SmtpExtensions Extensions { get; private set; } = SmtpExtensions.None;

    /// <summary>Null when the server is ready for the envelope, else why not.</summary>
    public async Task<SmtpResult?> RunAsync(IReadOnlyList<string> recipients, CancellationToken ct)
    {
        if (server.Security == SmtpSecurity.Implicit || (server.Security == SmtpSecurity.Auto && server.Port == ImplicitTlsPort)) await line.SecureAsync(server.Host, validate, ct);
        var greeting = await line.ReplyAsync(timeouts.Command, ct);
        if (!greeting.IsPositive) return greeting.AsFailure(recipients);
        if (await HelloAsync(ct) is { IsPositive: false } refused) return refused.AsFailure(recipients);
        if (!line.IsSecure && server.Security is SmtpSecurity.StartTls or SmtpSecurity.Auto && Extensions.Has("STARTTLS"))
        {
            var start = await line.CommandAsync("STARTTLS", ct);
            if (start.IsPositive)
            {
                await line.SecureAsync(server.Host, validate, ct);
                if (await HelloAsync(ct) is { IsPositive: false } again) return again.AsFailure(recipients);
            }
        }
        if (!line.IsSecure && server.Security == SmtpSecurity.StartTls) return new SmtpResult.TryLater(0, "The server offers no STARTTLS.");
        return server.User is null ? null : await SignInAsync(ct);
    }

    private async Task<SmtpReply> HelloAsync(CancellationToken ct)
    {
        var reply = await line.CommandAsync("EHLO " + line.LocalLiteral, ct);
        if (reply.Code is >= 500 and < 600) return await line.CommandAsync("HELO " + line.LocalLiteral, ct);
        Extensions = new(reply.Lines.Skip(1));
        return reply;
    }

    /// <summary>A refused password is the desk's to put right, not the message's end: it is tried again later.</summary>
    private async Task<SmtpResult?> SignInAsync(CancellationToken ct)
    {
        if (!line.IsSecure && server.Security == SmtpSecurity.Auto) return new SmtpResult.TryLater(0, "The server offers no TLS; the password is not sent in the clear unless tls=none says so.");
        var reply = await SmtpSignIn.RunAsync(line, server, Extensions.Auth, ct);
        if (reply is null) return new SmtpResult.TryLater(0, "The server offers no way to sign in that this client knows.");
        return reply.IsPositive ? null : new SmtpResult.TryLater(reply.Code, reply.Text);
    }
}
