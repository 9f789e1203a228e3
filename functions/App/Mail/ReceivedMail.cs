using System.Security.Cryptography;
using System.Text;
using HelpdeskMx.Mail.Writing;

namespace HelpdeskMx.Mail;

/// <summary>A mail somebody else has taken apart, written as a message again (RFC 5322, RFC 6532), so that the parser reads what it would have read in the original.</summary>
/// <remarks>The same parts always give the same bytes: what is delivered twice is known again. Not for sending: headers stay 8-bit.</remarks>
public sealed class ReceivedMail
{
    private readonly HeaderWriter _header = new();
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>True if a field of that name was given.</summary>
    public bool Has(string name) => _names.Contains(name);

    /// <summary>Whom the mail was handed to, as far as the provider says.</summary>
    public ReceivedMail DeliveredTo(IEnumerable<string> recipients)
    {
        foreach (var recipient in recipients) _header.AsWritten(DeliveryField, recipient);
        return this;
    }

    /// <summary>A field as it stood in the original; those that describe its body are left out, because the body is written anew.</summary>
    public ReceivedMail Field(string name, string value)
    {
        if (name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) || name.Equals("MIME-Version", StringComparison.OrdinalIgnoreCase)) return this;
        _names.Add(name);
        _header.AsWritten(name, value);
        return this;
    }

    /// <summary>A field the header lacks, in the words the provider has for it.</summary>
    public ReceivedMail FieldIfMissing(string name, string? value) => Has(name) || string.IsNullOrWhiteSpace(value) ? this : Field(name, value);

    /// <summary>Addresses the header lacks.</summary>
    public ReceivedMail AddressesIfMissing(string name, IReadOnlyList<MailAddress> addresses)
    {
        if (!Has(name) && addresses.Count > 0 && _names.Add(name)) _header.Addresses(name, addresses);
        return this;
    }

    /// <summary>The message with this body.</summary>
    public byte[] ToBytes(string? text, string? html, IReadOnlyList<MailAttachment> attachments)
    {
        var seed = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{text}\0{html}")));
        _header.Plain("MIME-Version", "1.0");
        return BodyTree.Of(seed, text, html, attachments, asTheyCame: true).ToBytes(_header);
    }

    /// <summary>A whole message with, on top, whom it was handed to, as mail servers write it there.</summary>
    public static byte[] WithRecipients(ReadOnlyMemory<byte> raw, IEnumerable<string> recipients)
    {
        var header = new HeaderWriter();
        foreach (var recipient in recipients) header.AsWritten(DeliveryField, recipient);
        if (raw.Span.StartsWith("\uFEFF"u8)) raw = raw["\uFEFF"u8.Length..];
        return [.. Encoding.UTF8.GetBytes(header.ToString()), .. raw.Span.TrimStart("\r\n"u8)];
    }

    private const string DeliveryField = "X-Original-To";
}
