using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Spam;

/// <summary>Signed tokens by which a sender confirms one ticket, good for 30 days.</summary>
public sealed class ConfirmTokens(Secrets secrets, TimeProvider clock)
{
    private const int Days = 30, LongestToken = 200;

    /// <summary>The token for this ticket.</summary>
    public async Task<string> NewAsync(string ticketId, DateTimeOffset at, CancellationToken ct)
    {
        var named = string.Create(CultureInfo.InvariantCulture, $"{ticketId}.{(at.ToUnixTimeSeconds() / 86_400) + Days}");
        return $"{named}.{await SignAsync(named, ct)}";
    }

    /// <summary>The ticket a token is for; null where it is not ours or has run out.</summary>
    public async Task<string?> ReadAsync(string token, CancellationToken ct)
    {
        if (token.Length > LongestToken || token.Split('.') is not [var id, var day, var signature] || !Tickets.Tickets.IsId(id)) return null;
        var expected = await SignAsync($"{id}.{day}", ct);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(signature))) return null;
        return long.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var last) && clock.GetUtcNow().ToUnixTimeSeconds() / 86_400 <= last ? id : null;
    }

    private async Task<string> SignAsync(string named, CancellationToken ct) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(await secrets.ForAsync("confirm-sender", ct), Encoding.UTF8.GetBytes(named)));
}
