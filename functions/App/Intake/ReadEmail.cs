using HelpdeskMx.Channels;
using HelpdeskMx.Customers;
using HelpdeskMx.Mail;
using HelpdeskMx.Platform;
using HelpdeskMx.Spam;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Intake;

/// <summary>Turns the bytes of a mail into the desk's own words; whatever they are, a message comes of it.</summary>
public static class ReadEmail
{
    private const int MostAddresses = 200;
    private const int MostReferences = 50;

    // Where mail systems write the address a mail was really delivered to.
    private static readonly string[] DeliveryHeaders = ["Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To"];

    /// <summary>Reads one mail.</summary>
    /// <param name="raw">Its bytes.</param>
    /// <param name="channel">The channel it came by.</param>
    /// <param name="agents">Addresses of agents, in lower case: what one of them sends on is from whoever wrote it.</param>
    public static InboundMessage Read(ReadOnlyMemory<byte> raw, Channel channel, IReadOnlyCollection<string> agents)
    {
        var mail = MailParser.Parse(raw);
        var message = Read(raw, mail, channel);
        return agents.Contains(message.Sender.Value) && mail.Forwarded is { From.Address.Length: > 0 } forwarded ? Forwarded(message, forwarded) : message;
    }

    private static InboundMessage Forwarded(InboundMessage sentOn, ForwardedMail forwarded) => sentOn with
    {
        Sender = new Identity("email", forwarded.From.Canonical, Proven: false),
        From = ToAddress(forwarded.From),
        ReplyTo = null,
        To = [],
        Cc = [],
        ForwardedBy = sentOn.From,
        Subject = forwarded.Subject.Length > 0 ? forwarded.Subject : sentOn.Subject,
        ReplyText = forwarded.Text,
        SentAt = forwarded.Date ?? sentOn.SentAt,
    };

    private static InboundMessage Read(ReadOnlyMemory<byte> raw, ParsedMail mail, Channel channel)
    {
        var from = mail.From ?? mail.Sender;
        var address = from is { Address.Length: > 0 } ? from : new MailAddress(from?.Name, $"unknown@{channel.Id}.invalid");
        var text = mail.ReadableText;
        return new InboundMessage
        {
            Key = Ids.Derive("email", mail.MessageId ?? "", mail.Fingerprint()),
            Sender = new Identity("email", address.Canonical, Proven: false),
            From = ToAddress(address),
            ReplyTo = mail.ReplyTo.Count > 0 && mail.ReplyTo[0].Canonical != address.Canonical ? ToAddress(mail.ReplyTo[0]) : null,
            To = Addresses(mail.To),
            Cc = Addresses(mail.Cc),
            DeliveredTo = [.. mail.To.Concat(mail.Cc).Take(MostAddresses).Select(a => a.Address), .. DeliveryHeaders.SelectMany(mail.Headers.All)],
            Subject = mail.Subject,
            Text = text,
            ReplyText = mail.Kind is MailKind.Bounce or MailKind.Report ? text : mail.Text is null && mail.Html is { } html ? ReplyText.OfHtml(html) : ReplyText.Of(text),
            Html = mail.Html,
            MessageId = mail.MessageId,
            InReplyTo = mail.InReplyTo.Count > 0 ? mail.InReplyTo[0] : mail.Bounce?.OriginalMessageId ?? mail.Report?.OriginalMessageId,
            References = [.. mail.References.TakeLast(MostReferences)],
            SentAt = mail.Date,
            Attachments = mail.Attachments,
            Auto = mail.Kind != MailKind.Personal,
            Bounce = mail.Bounce is { Delayed: false } bounce ? new Bounce(bounce.Recipient, bounce.Status, bounce.Hard, bounce.Reason) : null,
            Tells = mail switch
            {
                { Bounce.Delayed: false } => DeliveryState.Bounced,
                { Report.Kind: ReportKind.Delivered or ReportKind.Read } => DeliveryState.Delivered,
                _ => null,
            },
            Signs = MailSigns.Of(mail),
            Review = WhyReview(raw, mail),
        };
    }

    /// <summary>A mail without a sender, or with nothing in it that can be shown, wants a look.</summary>
    private static string? WhyReview(ReadOnlyMemory<byte> raw, ParsedMail mail)
    {
        if (mail.From is null && mail.Sender is null) return "no-sender";
        var nothing = mail.ReadableText.Length == 0 && mail.Subject.Length == 0 && mail.Attachments.Count == 0;
        return nothing && !raw.IsEmpty ? "no-content" : null;
    }

    private static Address ToAddress(MailAddress address) => new(address.Name, address.Address);

    private static Address[] Addresses(IReadOnlyList<MailAddress> addresses) => [.. addresses.Take(MostAddresses).Select(ToAddress)];
}
