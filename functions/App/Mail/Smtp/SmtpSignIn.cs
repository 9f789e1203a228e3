using System.Text;

namespace HelpdeskMx.Mail.Smtp;

/// <summary>Signs in to a server (RFC 4954) with PLAIN, LOGIN or XOAUTH2.</summary>
internal static class SmtpSignIn
{
    private static readonly string[] s_preferred = ["PLAIN", "LOGIN"];

    /// <summary>The last reply; null where the server offers no mechanism we know.</summary>
    public static async Task<SmtpReply?> RunAsync(SmtpConnection line, SmtpServer server, IReadOnlyList<string> offered, CancellationToken ct)
    {
        var (user, password) = (server.User ?? "", server.Password ?? "");
        var mechanism = server.Mechanism ?? s_preferred.FirstOrDefault(known => offered.Contains(known, StringComparer.OrdinalIgnoreCase));
        return mechanism switch
        {
            "PLAIN" => await line.CommandAsync("AUTH PLAIN " + Encoded($"\0{user}\0{password}"), ct),
            "LOGIN" => await LoginAsync(line, user, password, ct),
            "XOAUTH2" => await TokenAsync(line, user, password, ct),
            _ => null,
        };
    }

    private static async Task<SmtpReply> LoginAsync(SmtpConnection line, string user, string password, CancellationToken ct)
    {
        var reply = await line.CommandAsync("AUTH LOGIN", ct);
        if (reply.Code == 334) reply = await line.CommandAsync(Encoded(user), ct);
        return reply.Code == 334 ? await line.CommandAsync(Encoded(password), ct) : reply;
    }

    private static async Task<SmtpReply> TokenAsync(SmtpConnection line, string user, string token, CancellationToken ct)
    {
        var reply = await line.CommandAsync("AUTH XOAUTH2 " + Encoded($"user={user}\u0001auth=Bearer {token}\u0001\u0001"), ct);
        return reply.Code == 334 ? await line.CommandAsync("", ct) : reply; // 334 carries the reason; an empty line asks for the verdict
    }

    private static string Encoded(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
