using System.Buffers;

namespace HelpdeskMx.Tickets;

/// <summary>Which texts are addresses that mail can be sent to.</summary>
public static class MailAddresses
{
    private static readonly SearchValues<char> Special = SearchValues.Create(" \t\r\n,;<>()[]\"\\");

    /// <summary>True for one mailbox with a local part and a domain, within the lengths of RFC 5321 §4.5.3.1, that is not known to lead nowhere (RFC 2606).</summary>
    public static bool CanReceive(string address)
    {
        var at = address.LastIndexOf('@');
        return at is > 0 and <= 64 && at < address.Length - 1 && address.Length <= 254
            && !address.AsSpan().ContainsAny(Special) && !address.Any(char.IsControl)
            && !address.EndsWith(".invalid", StringComparison.OrdinalIgnoreCase);
    }
}
