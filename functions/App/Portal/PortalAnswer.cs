using System.Text.Json;
using HelpdeskMx.Customers;
using HelpdeskMx.Intake;
using HelpdeskMx.Mail;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Portal;

/// <summary>What a customer answered on the page of a request, as it is kept until it is in the ticket.</summary>
/// <param name="Id">Derived from the page's stamp and what was sent, so that sent twice it is one message.</param>
/// <param name="TicketId">The ticket its token names.</param>
/// <param name="From">The participant its token names.</param>
/// <param name="Subject">The ticket's.</param>
/// <param name="Text">What was written; may be empty where files were sent.</param>
/// <param name="Files">Files sent with it.</param>
public sealed record PortalAnswer(string Id, string TicketId, Address From, string Subject, string Text, IReadOnlyList<SubmittedFile> Files)
{
    /// <summary>The answer in the desk's own words.</summary>
    public InboundMessage Read() => new()
    {
        Key = Ids.Derive("portal", Id),
        Ticket = TicketId,
        Sender = new Identity("email", From.Value.ToLowerInvariant(), Proven: false), // a link can be sent on
        From = From,
        Subject = Subject,
        Text = Text,
        ReplyText = Text,
        Attachments = [.. Files.Select(f => new MailAttachment(SafeName.Of(f.Name), f.ContentType, null, false, f.Content))],
    };

    /// <summary>The bytes it is stored and queued as.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, AppJson.Of<PortalAnswer>());

    /// <summary>The answer in these bytes.</summary>
    public static PortalAnswer FromBytes(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize(bytes, AppJson.Of<PortalAnswer>()) ?? throw new JsonException("An answer is missing.");
}
