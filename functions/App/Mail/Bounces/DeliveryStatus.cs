using System.Text;
using HelpdeskMx.Mail.Headers;

namespace HelpdeskMx.Mail.Bounces;

/// <summary>What a delivery status notification says of one recipient (RFC 3464 §2.3).</summary>
/// <param name="Action">Lower case: failed, delayed, delivered, relayed or expanded.</param>
internal sealed record DeliveryStatus(string? Recipient, string Action, string Status, string Diagnostic)
{
    private const int MostRecipients = 100;

    public bool IsFailure => Action is not ("delivered" or "relayed" or "expanded");

    /// <summary>The recipients of a message/delivery-status part: groups of fields with empty lines between.</summary>
    public static List<DeliveryStatus> Read(ReadOnlyMemory<byte> part)
    {
        var recipients = new List<DeliveryStatus>(1);
        var ignored = new List<string>();
        for (var tries = 0; tries < MostRecipients; tries++)
        {
            part = part.TrimStart("\r\n"u8);
            if (part.IsEmpty) break;
            var block = HeaderBlock.Read(part, MailLimits.Default, ignored);
            if (One(new MailHeaders(block, null)) is { } recipient) recipients.Add(recipient);
            if (block.BodyStart == 0) break;
            part = part[block.BodyStart..];
        }
        return recipients;
    }

    private static DeliveryStatus? One(MailHeaders fields)
    {
        var action = fields.First("Action")?.ToLowerInvariant().Split(' ', '(', ';')[0] ?? "";
        var status = fields.First("Status") ?? "";
        var diagnostics = fields.All("Diagnostic-Code");
        if (action.Length == 0 && status.Length == 0 && diagnostics.Count == 0) return null;
        return new(RecipientOf(fields), action, StatusCodes.Enhanced(status), string.Join(' ', diagnostics.Select(Value)));
    }

    /// <summary>Whom the message was first written to, where that is an address, else where it ended.</summary>
    public static string? RecipientOf(MailHeaders fields) =>
        Value(fields.First("Original-Recipient")) is { Length: > 0 } original && original.Contains('@') ? original : Value(fields.First("Final-Recipient"));

    /// <summary>Without the type before the semicolon: "rfc822;", "smtp;".</summary>
    public static string? Value(string? field)
    {
        if (field is null) return null;
        var type = field.IndexOf(';');
        return (type is >= 0 and < 20 ? field[(type + 1)..] : field).Trim().Trim('<', '>');
    }
}
