using System.Security.Cryptography;
using System.Text;

namespace HelpdeskMx.Channels;

/// <summary>A channel's key that another has taken the place of.</summary>
/// <param name="Key">As it was.</param>
/// <param name="EndsAt">It proves nothing from then on.</param>
public sealed record OldKey(string Key, DateTimeOffset EndsAt)
{
    /// <summary>Never shows the key.</summary>
    public override string ToString() => $"until {EndsAt:O}";
}

/// <summary>Which keys open a channel's door.</summary>
public static class ChannelKeys
{
    /// <summary>True for the key, and until it ends for the one before it. The comparison takes the same time wherever the keys differ, and however many there are.</summary>
    public static bool IsOpenedBy(this Channel channel, string? key, DateTimeOffset now)
    {
        var given = Digest(key ?? "");
        var before = channel.OldKey is { } old && now < old.EndsAt ? old.Key : channel.Key;
        return CryptographicOperations.FixedTimeEquals(given, Digest(channel.Key)) | CryptographicOperations.FixedTimeEquals(given, Digest(before));
    }

    private static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
