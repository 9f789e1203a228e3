using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace HelpdeskMx.Intake.Providers;

/// <summary>Fetches what a notification points at, from Amazon's SNS hosts and nowhere else.</summary>
/// <param name="http">Follows no redirect.</param>
public sealed partial class AmazonPages(HttpClient http, TimeProvider clock)
{
    private const int MostCertificates = 32;
    private readonly ConcurrentDictionary<Uri, X509Certificate2> certificates = new();

    /// <summary>One that gives up soon and reads little.</summary>
    public static AmazonPages Over(TimeProvider clock) => new(
        new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = TimeSpan.FromSeconds(5), MaxResponseContentBufferSize = 256 * 1024 }, clock);

    /// <summary>The address, if it is one of SNS over TLS; null otherwise.</summary>
    public static Uri? Sns(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { Scheme: "https", IsDefaultPort: true, UserInfo: "" } && SnsHost().IsMatch(uri.IdnHost) ? uri : null;

    /// <summary>Confirms a subscription; false when Amazon did not take it.</summary>
    public async Task<bool> ConfirmAsync(Uri subscribe, CancellationToken ct)
    {
        try
        {
            using var answer = await http.GetAsync(subscribe, ct);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !ct.IsCancellationRequested))
        {
            return false;
        }
    }

    /// <summary>The certificate notifications are signed with, remembered while it is valid; null when it cannot be had.</summary>
    public async Task<X509Certificate2?> CertificateAsync(Uri address, CancellationToken ct)
    {
        if (certificates.TryGetValue(address, out var known) && IsValid(known)) return known;
        try
        {
            var certificate = X509Certificate2.CreateFromPem(await http.GetStringAsync(address, ct));
            if (!IsValid(certificate)) return null;
            if (certificates.Count >= MostCertificates) certificates.Clear();
            return certificates[address] = certificate;
        }
        catch (Exception e) when (e is HttpRequestException or CryptographicException || (e is TaskCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }

    private bool IsValid(X509Certificate2 certificate) => clock.GetUtcNow().LocalDateTime is var now && certificate.NotBefore <= now && now <= certificate.NotAfter;

    [GeneratedRegex(@"\Asns\.[a-z0-9-]{3,30}\.amazonaws\.com(\.cn)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex SnsHost();
}
