using System.Globalization;
using System.Security.Cryptography;

namespace HelpdeskMx.Deliverability;

/// <summary>What a record that should hold a signature's key is worth (RFC 6376 §3.6.1, RFC 8301, RFC 8463).</summary>
public static class DkimKey
{
    private const int WeakBits = 1024, ShortBits = 2048, Ed25519Bytes = 32;

    /// <summary>True for a text that means to be one.</summary>
    public static bool Is(string text) => TagList.Read(text) is { } tags && (tags["p"] is not null || tags["v"]?.StartsWith("DKIM", StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>What is to be said of it; nothing where it is as it should be.</summary>
    /// <param name="text">The record.</param>
    /// <param name="at">The name it stands at.</param>
    public static IEnumerable<Finding> Judge(string text, string at)
    {
        var tags = TagList.Read(text);
        if (tags.Fault is not null || tags["p"] is null || (tags["v"] is { } version && (version != "DKIM1" || tags.First != "v")))
        {
            yield return Finding.Bad(FindingCode.DkimSyntax, at, tags.Fault ?? text);
            yield break;
        }
        if (Key((tags["k"] ?? "rsa").ToLowerInvariant(), string.Concat(tags["p"]!.Where(c => !char.IsWhiteSpace(c))), at) is { } fault) yield return fault;
        if (Words(tags["t"]).Contains("y")) yield return Finding.Warn(FindingCode.DkimTesting, at);
        if (tags["s"] is { } services && !Words(services).Any(s => s is "*" or "email")) yield return Finding.Bad(FindingCode.DkimNotForMail, at, services);
        if (tags["h"] is { } hashes && !Words(hashes).Contains("sha256")) yield return Finding.Bad(FindingCode.DkimSha1, at, hashes);
    }

    private static string[] Words(string? value) => (value ?? "").ToLowerInvariant().Split(':', StringSplitOptions.TrimEntries);

    private static Finding? Key(string type, string base64, string at)
    {
        if (base64.Length == 0) return Finding.Bad(FindingCode.DkimRevoked, at);
        if (type is not ("rsa" or "ed25519")) return Finding.Warn(FindingCode.DkimKeyUnknown, at, type);
        var bits = Bits(type, base64);
        return bits switch
        {
            null => Finding.Bad(FindingCode.DkimKeyUnreadable, at),
            _ when type == "ed25519" => null,
            < WeakBits => Finding.Bad(FindingCode.DkimKeyWeak, at, bits.Value.ToString(CultureInfo.InvariantCulture)),
            < ShortBits => Finding.Warn(FindingCode.DkimKeyShort, at, bits.Value.ToString(CultureInfo.InvariantCulture)),
            _ => null,
        };
    }

    private static int? Bits(string type, string base64)
    {
        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, bytes, out var count)) return null;
        if (type == "ed25519") return count == Ed25519Bytes ? count * 8 : null;
        try
        {
            using var rsa = RSA.Create();
            rsa.ImportSubjectPublicKeyInfo(bytes.AsSpan(0, count), out _);
            return rsa.KeySize;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
