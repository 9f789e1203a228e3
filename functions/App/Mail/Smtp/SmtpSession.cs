using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace HelpdeskMx.Mail.Smtp;

/// <summary>Offers one message to a mail server (RFC 5321) and says for certain whether it was taken, or that this cannot be known.</summary>
/// <param name="validate">Judges the server's certificate in place of the system; null for the system's judgement.</param>
public sealed class SmtpSession(SmtpTimeouts? timeouts = null, RemoteCertificateValidationCallback? validate = null)
{
    private readonly SmtpTimeouts _timeouts = timeouts ?? SmtpTimeouts.Default;

    /// <param name="beforeHandOver">Asked after the whole message is across but before the server may act on it; false abandons it.</param>
    /// <exception cref="OperationCanceledException">Cancelled before the hand-over; the server has nothing.</exception>
    public async Task<SmtpResult> SendAsync(
        SmtpServer server,
        string envelopeFrom,
        IReadOnlyList<string> recipients,
        ReadOnlyMemory<byte> message,
        Func<CancellationToken, Task<bool>> beforeHandOver,
        CancellationToken ct)
    {
        if (recipients.Append(envelopeFrom).Any(address => !SmtpEnvelope.IsSendable(address)))
            return new SmtpResult.Rejected(501, "An address holds characters that no mail server takes.", recipients);
        try
        {
            await using var line = await SmtpConnection.OpenAsync(server, _timeouts, ct);
            var greeting = new SmtpGreeting(line, server, validate, _timeouts);
            if (await greeting.RunAsync(recipients, ct) is { } refusal) return refusal;
            var envelope = new SmtpEnvelope(line, greeting.Extensions);
            if (await envelope.RunAsync(envelopeFrom, recipients, message, ct) is { } failure) return failure;
            await line.WriteAsync(DotStuffing.Stuff(message.Span), ct);
            if (!await beforeHandOver(ct)) return new SmtpResult.Abandoned();
            if (line.HasEnded) return new SmtpResult.TryLater(0, "The server closed the connection before the message was handed over.");
            return await HandOverAsync(line, envelope, ct);
        }
        catch (Exception lost) when (lost is IOException or SocketException or AuthenticationException)
        {
            return new SmtpResult.TryLater(0, lost.Message);
        }
    }

    /// <summary>Greets the server and signs in, and sends nothing.</summary>
    /// <exception cref="MailServerException">The server would not have taken a message.</exception>
    public static async Task TryAsync(SmtpServer server, string? fingerprint, CancellationToken ct, SmtpTimeouts? timeouts = null)
    {
        var judge = new CertificateJudge(fingerprint);
        try
        {
            await using var line = await SmtpConnection.OpenAsync(server, timeouts ?? SmtpTimeouts.Trial, ct);
            if (await new SmtpGreeting(line, server, judge.Judge, timeouts ?? SmtpTimeouts.Trial).RunAsync([], ct) is { } refusal) throw Refusal(refusal);
            await QuitAsync(line, ct);
        }
        catch (SocketException e)
        {
            throw MailServerException.Unreached(server.Host, server.ToString(), e);
        }
        catch (AuthenticationException e)
        {
            throw MailServerException.NotSecured(server.ToString(), judge.Unknown, e);
        }
        catch (IOException e)
        {
            throw new MailServerException(MailServerException.Lost, $"{server} hung up or did not answer. Check the port and the kind of security.", e);
        }
    }

    private static MailServerException Refusal(SmtpResult refusal)
    {
        var (code, text) = refusal switch
        {
            SmtpResult.Rejected rejected => (rejected.Code, rejected.Text),
            SmtpResult.TryLater later => (later.Code, later.Text),
            _ => (0, ""),
        };
        return code is 530 or 534 or 535 or 538
            ? new(MailServerException.SignInRefused, $"The server refuses the user name or the password ({code} {text}).")
            : new(MailServerException.Refused, code == 0 ? text : $"The server says {code} {text}");
    }

    /// <summary>From the first byte of the terminator on, a silence leaves the outcome unknown.</summary>
    private async Task<SmtpResult> HandOverAsync(SmtpConnection line, SmtpEnvelope envelope, CancellationToken ct)
    {
        SmtpReply reply;
        try
        {
            await line.WriteAsync("\r\n.\r\n"u8.ToArray(), ct);
            reply = await line.ReplyAsync(_timeouts.Delivery, ct);
        }
        catch (Exception lost) when (lost is IOException or SocketException or OperationCanceledException)
        {
            return new SmtpResult.OutcomeUnknown(lost.Message);
        }
        if (reply.IsPositive)
        {
            await QuitAsync(line, ct);
            return new SmtpResult.Accepted(reply.Text, envelope.Refused);
        }
        return reply.Code is >= 400 and < 600 ? reply.AsFailure(envelope.Taken) : new SmtpResult.OutcomeUnknown(reply.Text);
    }

    /// <summary>A courtesy: the message is across whether the server answers it or not.</summary>
    private static async Task QuitAsync(SmtpConnection line, CancellationToken ct)
    {
        try
        {
            await line.WriteAsync(Encoding.ASCII.GetBytes("QUIT\r\n"), ct);
        }
        catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException)
        {
            return;
        }
    }
}
