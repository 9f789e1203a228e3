using System.Formats.Asn1;

namespace HelpdeskMx.Mail.Mime;

/// <summary>Takes the message out of an S/MIME wrapping that only signs it (RFC 8551 §3.5.2, RFC 5652 §5.1); the signature is not checked.</summary>
internal static class SignedContent
{
    private const string SignedData = "1.2.840.113549.1.7.2";
    private static readonly Asn1Tag s_content = new(TagClass.ContextSpecific, 0);

    /// <summary>The entity inside, with its own header; null where the bytes are encrypted or no such wrapping.</summary>
    public static ReadOnlyMemory<byte>? Open(ReadOnlyMemory<byte> wrapped)
    {
        try
        {
            var outer = new AsnReader(wrapped, AsnEncodingRules.BER).ReadSequence();
            if (outer.ReadObjectIdentifier() != SignedData) return null;
            var signed = outer.ReadSequence(s_content).ReadSequence();
            signed.ReadEncodedValue(); // version
            signed.ReadEncodedValue(); // digest algorithms
            var inner = signed.ReadSequence();
            inner.ReadEncodedValue(); // type of the content
            return inner.HasData ? inner.ReadSequence(s_content).ReadOctetString() : null;
        }
        catch (AsnContentException)
        {
            return null; // kept as the file it is
        }
    }
}
