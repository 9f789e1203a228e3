using System.Text;

namespace HelpdeskMx.Mail.Imap;

/// <summary>The part of a session before the mailbox: greeting, TLS and signing in.</summary>
internal sealed class ImapSignIn(ImapLine line, ImapCommands commands, ImapServer server)
{
    public async Task RunAsync(CancellationToken ct)
    {
        if (server.Security == LineSecurity.Implicit) await line.SecureAsync(server, ct);
        var greeting = await commands.GreetingAsync(ct);
        if (greeting.Status == "BYE") throw new MailServerException(MailServerException.NotReached, "The server turns us away. It is tried again.");
        if (server.Security == LineSecurity.StartTls) await StartTlsAsync(greeting, ct);
        if (greeting.Status == "PREAUTH") return;
        await KnowCapabilitiesAsync(ct);
        var answers = server.IsToken ? await TokenAsync(ct) : commands.Can("AUTH=PLAIN") ? await PlainAsync(ct) : await LoginAsync(ct);
        if (answers[^1].Status != "OK")
            throw new MailServerException(MailServerException.SignInRefused, $"{server} refuses the user name or the {(server.IsToken ? "token" : "password")}. Enter them again.");
        if (!answers.Any(a => a.Values is [var first, ..] && first.Is("CAPABILITY")) && !answers[^1].Code.StartsWith("CAPABILITY", StringComparison.OrdinalIgnoreCase)) commands.Capabilities = null;
        await KnowCapabilitiesAsync(ct);
    }

    private async Task StartTlsAsync(ImapAnswer greeting, CancellationToken ct)
    {
        var isReady = greeting.Status == "OK" && (await commands.SayAsync("STARTTLS", ct))[^1].Status == "OK";
        if (!isReady) throw new MailServerException(MailServerException.NoTls, $"{server} offers no STARTTLS. Use its port for TLS, usually 993.");
        await line.SecureAsync(server, ct);
        commands.Capabilities = null; // what was said in the clear is forgotten (RFC 3501 §6.2.1)
    }

    private async Task KnowCapabilitiesAsync(CancellationToken ct)
    {
        if (commands.Capabilities is null) await commands.SayAsync("CAPABILITY", ct);
    }

    private Task<IReadOnlyList<ImapAnswer>> LoginAsync(CancellationToken ct) => commands.Can("LOGINDISABLED")
        ? throw new MailServerException(MailServerException.SignInRefused, $"{server} takes no password on this line. Use TLS.")
        : commands.SayAsync("LOGIN \u0001 \u0001", ct, [server.User, server.Secret]);

    private Task<IReadOnlyList<ImapAnswer>> PlainAsync(CancellationToken ct) => AuthenticateAsync("PLAIN", $"\0{server.User}\0{server.Secret}", ct);

    private Task<IReadOnlyList<ImapAnswer>> TokenAsync(CancellationToken ct) => AuthenticateAsync("XOAUTH2", $"user={server.User}\u0001auth=Bearer {server.Secret}\u0001\u0001", ct);

    /// <summary>The server asks once for the credentials; asked again, it has refused and wants an empty line before it says so.</summary>
    private Task<IReadOnlyList<ImapAnswer>> AuthenticateAsync(string mechanism, string credentials, CancellationToken ct)
    {
        var unsaid = Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials));
        return commands.SayAsync($"AUTHENTICATE {mechanism}", ct, onContinue: () =>
        {
            var say = unsaid;
            unsaid = "";
            return say;
        });
    }
}
