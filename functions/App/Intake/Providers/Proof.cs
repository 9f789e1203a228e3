using System.Security.Cryptography;
using System.Text;

namespace HelpdeskMx.Intake.Providers;

/// <summary>Checks what providers sign; every comparison takes the same time wherever the two differ.</summary>
public static class Proof
{
    /// <summary>True if this is the HMAC-SHA256 of the signed bytes, in hex.</summary>
    public static bool Hmac(string secret, ReadOnlySpan<byte> signed, string? hex)
    {
        Span<byte> given = stackalloc byte[32];
        var readable = hex?.Length == 64 && Convert.FromHexString(hex, given, out _, out _) == System.Buffers.OperationStatus.Done;
        return CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed), given) && readable;
    }

    /// <summary>True if the holder of the key's other half signed this SHA-256.</summary>
    public static bool Ecdsa(string publicKey, byte[] sha256, string? base64)
    {
        var signature = new byte[base64?.Length ?? 0];
        if (!Convert.TryFromBase64String(base64 ?? "", signature, out var length)) return false;
        using var key = Key(publicKey);
        try
        {
            return key is not null && key.VerifyHash(sha256, signature.AsSpan(0, length), DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false; // not the form of a signature
        }
    }

    /// <summary>The ECDSA public key in base64, with or without the lines of PEM around it; null where it is none.</summary>
    public static ECDsa? Key(string text)
    {
        var base64 = string.Concat(text.Split('\n').Select(line => line.Trim()).Where(line => !line.StartsWith("-----", StringComparison.Ordinal)));
        var der = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, der, out var length)) return null;
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(der.AsSpan(0, length), out _);
            return key;
        }
        catch (CryptographicException)
        {
            key.Dispose();
            return null;
        }
    }
}
