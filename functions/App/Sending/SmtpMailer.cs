using HelpdeskMx.Mail;
using HelpdeskMx.Mail.Smtp;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Sending;

/// <summary>Hands mail to an SMTP server.</summary>
/// <param name="server">Who takes it.</param>
/// <param name="fingerprint">SHA-256 in hex of a certificate to trust although the system does not.</param>
public sealed class SmtpMailer(SmtpServer server, string? fingerprint = null) : IMailer
{
    private readonly SmtpSession session = new(validate: fingerprint is null ? null : new CertificateJudge(fingerprint).Judge);

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(OutgoingMail mail, Func<CancellationToken, Task<bool>> beforeHandOver, CancellationToken ct)
    {
        string[] recipients = [.. mail.To.Concat(mail.Cc).Select(a => a.Address)];
        var result = await session.SendAsync(server, mail.From.Address, recipients, MailWriter.Write(mail), beforeHandOver, ct);
        return result switch
        {
            SmtpResult.Accepted accepted => new SendResult.Sent(Warning(accepted.Refused)),
            SmtpResult.Rejected rejected => new SendResult.Refused($"{rejected.Code} {rejected.Text}"),
            SmtpResult.TryLater later => new SendResult.TryLater(later.Code == 0 ? later.Text : $"{later.Code} {later.Text}"),
            SmtpResult.OutcomeUnknown unknown => new SendResult.Unknown(unknown.Text),
            _ => new SendResult.TakenBack(),
        };
    }

    private static string? Warning(IReadOnlyList<RefusedRecipient> refused) =>
        refused.Count == 0 ? null : string.Join("; ", refused.Select(r => $"{r.Address}: {r.Code} {r.Text}"));
}
