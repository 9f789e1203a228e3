using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Portal;

/// <summary>What a token names, once its signature has been found true.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="Links">Which of the ticket's links it is among; an agent can take all of them back.</param>
/// <param name="Participant">Digest of the participant's address.</param>
public sealed record PortalToken(string TicketId, int Links, string Participant);

/// <summary>Signed tokens by which somebody who takes part in a ticket opens its page. Made again for the same ticket and address they are the same.</summary>
public sealed class PortalTokens(Secrets secrets)
{
    private const int LongestToken = 120, DigestLength = 16, SignatureBytes = 16;

    /// <summary>The token for this participant of a ticket.</summary>
    public async Task<string> NewAsync(Ticket ticket, string address, CancellationToken ct)
    {
        var named = string.Create(CultureInfo.InvariantCulture, $"{ticket.Id}.{ticket.Links}.{Digest(address)}");
        return $"{named}.{await SignAsync(named, ct)}";
    }

    /// <summary>What a token names; null where it is not ours.</summary>
    public async Task<PortalToken?> ReadAsync(string token, CancellationToken ct)
    {
        if (token.Length > LongestToken || token.Split('.') is not [var id, var links, var digest, var signature]) return null;
        var expected = await SignAsync($"{id}.{links}.{digest}", ct);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(signature))) return null;
        return int.TryParse(links, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new(id, number, digest) : null;
    }

    /// <summary>What stands in a token in place of an address.</summary>
    public static string Digest(string address) => Ids.Derive("participant", address.ToLowerInvariant())[..DigestLength];

    private async Task<string> SignAsync(string named, CancellationToken ct) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(await secrets.ForAsync("portal", ct), Encoding.UTF8.GetBytes(named)).AsSpan(0, SignatureBytes));
}
