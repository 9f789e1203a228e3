namespace HelpdeskMx.Mail.Charsets;

/// <summary>Recognises the escape sequences of ISO-2022-JP and ISO-2022-KR in bytes that carry no label (RFC 1468, RFC 1557).</summary>
internal static class Iso2022
{
    private const byte Escape = 0x1B;

    /// <summary>The code page the first escape names; 0 where there is none.</summary>
    public static int CodePageOf(ReadOnlySpan<byte> bytes)
    {
        var at = bytes.IndexOf(Escape);
        if (at < 0 || bytes.Length < at + 3) return 0;
        return (bytes[at + 1], bytes[at + 2]) switch
        {
            ((byte)'$', (byte)'B' or (byte)'@') => 50220,
            ((byte)'$', (byte)')') => 50225,
            ((byte)'(', (byte)'J' or (byte)'I') => 50220,
            _ => 0,
        };
    }
}
