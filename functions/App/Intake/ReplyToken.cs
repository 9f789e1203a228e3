using System.Security.Cryptography;
using System.Text;

namespace HelpdeskMx.Intake;

/// <summary>A signed name of a ticket that can stand in a mail address: <c>support+t.&lt;ticket&gt;.&lt;signature&gt;@shop.example</c>.</summary>
/// <remarks>Ticket ids are 26 characters and the signature 16 (80 bits), so the local part stays within the 64 octets of RFC 5321 §4.5.3.1.1 for names up to 17 characters.</remarks>
public static class ReplyToken
{
    private const string Mark = "+t.";
    private const int SignatureLength = 16;

    /// <summary>The address at which answers to this ticket are recognised; the plain address where it would become too long.</summary>
    public static string Address(string address, string ticketId, byte[] secret)
    {
        var at = address.LastIndexOf('@');
        var local = $"{address[..at]}{Mark}{ticketId}.{Sign(ticketId, secret)}";
        return local.Length <= 64 ? local + address[at..] : address;
    }

    /// <summary>The ticket named by the first address with a true token, null where none has one.</summary>
    public static string? Find(IEnumerable<string> addresses, byte[] secret)
    {
        foreach (var address in addresses)
        {
            var from = address.IndexOf(Mark, StringComparison.OrdinalIgnoreCase);
            var to = from < 0 ? -1 : address.IndexOf('@', from);
            if (to < 0) continue;
            var token = address[(from + Mark.Length)..to].ToLowerInvariant();
            var dot = token.IndexOf('.');
            if (dot > 0 && IsSigned(token[..dot], token[(dot + 1)..], secret)) return token[..dot];
        }
        return null;
    }

    private static bool IsSigned(string ticketId, string signature, byte[] secret) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Sign(ticketId, secret)));

    private static string Sign(string ticketId, byte[] secret) =>
        Platform.Ids.Derive(Convert.ToHexString(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(ticketId))))[..SignatureLength];
}
