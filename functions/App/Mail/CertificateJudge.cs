using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HelpdeskMx.Mail;

/// <summary>Trusts what the system trusts, and one more certificate that an admin does.</summary>
/// <param name="fingerprint">SHA-256 in hex, with or without colons; null for the system's judgement alone.</param>
public sealed class CertificateJudge(string? fingerprint)
{
    /// <summary>The fingerprint of a certificate that was not trusted; null if none came.</summary>
    public string? Unknown { get; private set; }

    /// <summary>True if the line may be used.</summary>
    public bool Judge(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None) return true;
        var shown = certificate?.GetCertHashString(HashAlgorithmName.SHA256);
        if (shown is not null && string.Equals(shown, fingerprint?.Replace(":", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)) return true;
        Unknown = shown;
        return false;
    }
}
