using System.Globalization;
using System.Text;
using HelpdeskMx.Mail.Writing;

namespace HelpdeskMx.Mail.Smtp;

/// <summary>MAIL, RCPT and DATA: who sends, who shall receive, and whether the server will listen.</summary>
internal sealed class SmtpEnvelope(SmtpConnection line, SmtpExtensions extensions)
{
    private readonly List<string> _taken = [];
    private readonly List<RefusedRecipient> _refused = [];

    public IReadOnlyList<string> Taken => _taken;

    public IReadOnlyList<RefusedRecipient> Refused => _refused;

    /// <summary>No character that could end the command or the path.</summary>
    public static bool IsSendable(string address) => !address.Any(c => c <= ' ' || c is '<' or '>' || char.IsControl(c));

    /// <summary>Null when the server waits for the message, else why not.</summary>
    public async Task<SmtpResult?> RunAsync(string from, IReadOnlyList<string> recipients, ReadOnlyMemory<byte> message, CancellationToken ct)
    {
        if (extensions.Size > 0 && message.Length > extensions.Size)
            return new SmtpResult.Rejected(552, string.Create(CultureInfo.InvariantCulture, $"The message has {message.Length} bytes; the server takes {extensions.Size}."), recipients);
        var paths = recipients.Select(WireAddress.Of).ToArray();
        var sender = WireAddress.Of(from);
        var isInternational = !Ascii.IsValid(sender) || paths.Any(path => !Ascii.IsValid(path));
        if (isInternational && !extensions.Has("SMTPUTF8")) return new SmtpResult.Rejected(553, "The server does not take addresses outside ASCII.", recipients);

        var mail = await line.CommandAsync($"MAIL FROM:<{sender}>{Parameters(message, isInternational)}", ct);
        if (!mail.IsPositive) return mail.AsFailure(recipients);
        foreach (var (recipient, path) in recipients.Zip(paths))
        {
            var reply = await line.CommandAsync($"RCPT TO:<{path}>", ct);
            if (reply.IsPositive) _taken.Add(recipient);
            else _refused.Add(new(recipient, reply.Code, reply.Text));
        }
        if (_taken.Count == 0) return NoneTaken();
        var data = await line.CommandAsync("DATA", ct);
        return data.Code == 354 ? null : data.AsFailure(_taken);
    }

    private SmtpResult NoneTaken()
    {
        if (_refused.Count == 0) return new SmtpResult.Rejected(554, "The message has no recipients.", []);
        var worth = _refused.FirstOrDefault(one => one.Code is < 500 or >= 600);
        return worth is not null
            ? new SmtpResult.TryLater(worth.Code, worth.Text)
            : new SmtpResult.Rejected(_refused[0].Code, _refused[0].Text, [.. _refused.Select(one => one.Address)]);
    }

    private string Parameters(ReadOnlyMemory<byte> message, bool isInternational)
    {
        var parameters = new StringBuilder();
        if (extensions.Has("SIZE")) parameters.Append(CultureInfo.InvariantCulture, $" SIZE={message.Length}");
        if (extensions.Has("8BITMIME") && !Ascii.IsValid(message.Span)) parameters.Append(" BODY=8BITMIME");
        if (isInternational) parameters.Append(" SMTPUTF8");
        return parameters.ToString();
    }
}
