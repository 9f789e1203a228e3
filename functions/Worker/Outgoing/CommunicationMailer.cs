using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Communication.Email;
using HelpdeskMx.Mail;
using HelpdeskMx.OnAzure.Outgoing;
using HelpdeskMx.Platform;
using AcsAddress = Azure.Communication.Email.EmailAddress;

namespace HelpdeskMx.Worker.Outgoing;

/// <summary>Hands mail to Azure Communication Services. The operation id is derived from the Message-ID, so that the service knows the same mail again.</summary>
/// <remarks>The service keeps a Message-ID given as a header when it is a valid one (its reference of reserved custom headers), and names it in its delivery reports.</remarks>
public sealed class CommunicationMailer(EmailClient client, string sender) : IMailer
{
    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(OutgoingMail mail, Func<CancellationToken, Task<bool>> beforeHandOver, CancellationToken ct)
    {
        var message = Write(mail);
        if (!await beforeHandOver(ct)) return new SendResult.TakenBack();
        try
        {
            await client.SendAsync(WaitUntil.Started, message, OperationOf(mail), CancellationToken.None);
            return new SendResult.Sent();
        }
        catch (Exception e) when (SendOutcome.Of(e) is { } outcome)
        {
            return outcome;
        }
    }

    private EmailMessage Write(OutgoingMail mail)
    {
        var recipients = new EmailRecipients([.. mail.To.Select(Address)], [.. mail.Cc.Select(Address)]);
        var message = new EmailMessage(sender, recipients, new EmailContent(mail.Subject) { PlainText = mail.Text, Html = mail.Html });
        message.ReplyTo.Add(Address(mail.ReplyTo ?? mail.From));
        foreach (var (name, value) in MailHeaderFields.Of(mail)) message.Headers[name] = value;
        foreach (var file in mail.Attachments)
            message.Attachments.Add(new EmailAttachment(file.Name, file.ContentType, BinaryData.FromBytes(file.Content)) { ContentId = file.ContentId });
        return message;
    }

    private static AcsAddress Address(MailAddress address) => address.Name is { } name ? new(address.Address, name) : new(address.Address);

    private static Guid OperationOf(OutgoingMail mail) => new(SHA256.HashData(Encoding.UTF8.GetBytes(mail.MessageId)).AsSpan(0, 16));
}
