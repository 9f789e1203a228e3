using System.Security.Cryptography;
using System.Text;

namespace HelpdeskMx.Platform;

/// <summary>Ids derived from what they name, so that doing a thing twice names it the same.</summary>
public static class Ids
{
    /// <summary>The characters of an id.</summary>
    public const int Length = 26;

    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>A 26-character, lower-case base-32 (Crockford) digest of the parts: 130 bits of SHA-256, safe in a URL, a file name and a Cosmos id.</summary>
    public static string Derive(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part));
            hash.AppendData("\0"u8);
        }
        return Encode(hash.GetHashAndReset());
    }

    /// <summary>An unpredictable id of the same shape, from the system's secure random numbers.</summary>
    public static string Random() => Encode(RandomNumberGenerator.GetBytes(32));

    private static string Encode(ReadOnlySpan<byte> digest)
    {
        Span<char> id = stackalloc char[26];
        int bits = 0, held = 0, at = 0;
        foreach (var b in digest)
        {
            bits = ((bits << 8) | b) & 0xFFFF;
            held += 8;
            while (held >= 5 && at < id.Length) { held -= 5; id[at++] = Alphabet[(bits >> held) & 31]; }
            if (at == id.Length) break;
        }
        return new string(id);
    }
}
