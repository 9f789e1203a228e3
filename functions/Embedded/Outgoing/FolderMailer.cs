using HelpdeskMx.Mail;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Embedded.Outgoing;

/// <summary>Puts mail into a folder as <c>.eml</c> files, one for each Message-ID; for trying the desk without a mail server.</summary>
public sealed class FolderMailer(string folder) : IMailer
{
    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(OutgoingMail mail, Func<CancellationToken, Task<bool>> beforeHandOver, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var name = Path.Combine(folder, $"{mail.MessageId[..mail.MessageId.IndexOf('@')]}.eml");
        var half = name + ".half";
        await File.WriteAllBytesAsync(half, MailWriter.Write(mail), ct);
        if (!await beforeHandOver(ct)) return new SendResult.TakenBack();
        File.Move(half, name, overwrite: true);
        return new SendResult.Sent("It reached nobody: no mail server is set, so it lies in the folder outbox. Start the helpdesk with --smtp to send mail.");
    }
}
