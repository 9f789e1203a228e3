using System.Globalization;
using HelpdeskMx.Mail;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Intake.Providers;

/// <summary>What is known of a mail that could not be taken, as a mail from the same sender, so that nobody's message is lost without a trace.</summary>
/// <param name="From">The sender as the provider writes it.</param>
/// <param name="Subject">The subject, decoded.</param>
/// <param name="MessageId">What the provider or the sender calls the mail, where it is known.</param>
/// <param name="Recipients">Whom it was for.</param>
public sealed record Stub(string? From, string? Subject, string? MessageId, IReadOnlyList<string> Recipients)
{
    /// <summary>The mail was larger than is taken.</summary>
    public byte[] TooLarge(string provider, long size) => Write(string.Create(CultureInfo.InvariantCulture,
        $"A mail of {size / 1048576.0:0.0} MB came by {provider} and was too large to take ({size} bytes).\n\nFrom: {From}\nSubject: {Subject}\n\nAsk the sender for a smaller one, or look for it at the provider."));

    /// <summary>The mail lies where the desk cannot fetch it.</summary>
    public byte[] Elsewhere(string place) => Write(
        $"A mail came, but not its content: it lies in {place}.\n\nFrom: {From}\nSubject: {Subject}\n\nFetch it from there, and let the provider send mail with its content.");

    private byte[] Write(string text)
    {
        var id = Ids.Derive("stub", MessageId ?? "", From ?? "", Subject ?? "", text);
        var mail = new ReceivedMail().DeliveredTo(Recipients);
        if (!string.IsNullOrWhiteSpace(From)) mail.AddressesIfMissing("From", [.. MailAddress.ParseList(From).Take(1)]);
        return mail.FieldIfMissing("Subject", Subject).Field("Message-ID", $"<{id}@stub.invalid>").ToBytes(text, null, []);
    }
}
