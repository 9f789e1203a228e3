using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>Which file a link opens.</summary>
public sealed record AttachmentLink(string TicketId, string MessageId, string AttachmentId);

/// <summary>Signed links to files, good for a day or two, so that a browser can fetch them without a header.</summary>
public sealed class AttachmentLinks(Secrets secrets, TimeProvider clock)
{
    private const int SignatureLength = 26;

    /// <summary>What cleaned HTML says in place of a file's link, which is made anew at every reading.</summary>
    public static string Placeholder(string attachmentId) => $"attachment:{attachmentId}";

    /// <summary>The secret that links are signed with.</summary>
    public Task<byte[]> SecretAsync(CancellationToken ct) => secrets.ForAsync("attachments", ct);

    /// <summary>A link that is the same all day, so that browsers keep what they fetched.</summary>
    public string Url(AttachmentLink link, byte[] secret)
    {
        var expires = clock.GetUtcNow().ToUnixTimeSeconds() / 86_400 + 2;
        var named = $"{link.TicketId}.{link.MessageId}.{link.AttachmentId}.{expires}";
        return $"/api/attachments/{named}.{Sign(named, secret)}";
    }

    /// <summary>The file a token names; null when it is not ours or has run out.</summary>
    public AttachmentLink? Read(string token, byte[] secret)
    {
        var parts = token.Split('.');
        if (parts.Length != 5 || !long.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var expires)) return null;
        var signed = CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(parts[4]), Encoding.UTF8.GetBytes(Sign(string.Join('.', parts[..4]), secret)));
        return signed && expires > clock.GetUtcNow().ToUnixTimeSeconds() / 86_400 ? new AttachmentLink(parts[0], parts[1], parts[2]) : null;
    }

    private static string Sign(string named, byte[] secret) =>
        Ids.Derive(Convert.ToHexString(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(named))))[..SignatureLength];
}
