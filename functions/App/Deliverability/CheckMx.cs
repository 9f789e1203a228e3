using System.Net;

namespace HelpdeskMx.Deliverability;

/// <summary>Checks whether a domain can be answered (RFC 5321 §5.1, RFC 7505).</summary>
public static class CheckMx
{
    private const int MostServers = 10;

    /// <summary>The check of one domain.</summary>
    public static async Task<Check> RunAsync(IDns dns, string domain, CancellationToken ct)
    {
        var answer = await dns.LookUpAsync(domain, DnsKind.Mx, ct);
        if (answer.Ending is DnsEnding.Unanswered) return Check.Of(CheckKind.Mx, [Finding.Unanswered(domain)], []);
        if (answer.Ending is DnsEnding.NoSuchName) return Check.Of(CheckKind.Mx, [Finding.Bad(FindingCode.DomainMissing, domain, domain)], []);
        var found = answer.Records.Select(r => new DnsRecord("MX", domain, r));
        var hosts = answer.Records.Select(r => r[(r.LastIndexOf(' ') + 1)..]).ToArray();
        if (hosts.Length == 0) return Check.Of(CheckKind.Mx, [await WithoutAsync(dns, domain, ct)], []);
        if (hosts.All(IsNull)) return Check.Of(CheckKind.Mx, [Finding.Bad(FindingCode.MxNull, domain)], found);

        var servers = hosts.Where(h => !IsNull(h)).Take(MostServers).ToArray();
        var findings = (await Task.WhenAll(servers.Select(h => JudgeAsync(dns, h, domain, ct)))).OfType<Finding>().ToList();
        if (findings.Count < servers.Length) findings = [.. findings.Select(f => f.Standing is Standing.Bad ? f with { Standing = Standing.Warn } : f)];
        if (hosts.Any(IsNull)) findings.Add(Finding.Bad(FindingCode.MxNullMixed, domain));
        return Check.Of(CheckKind.Mx, findings, found);
    }

    private static bool IsNull(string host) => host is "." or "";

    /// <summary>Without mail servers the domain's own address is tried.</summary>
    private static async Task<Finding> WithoutAsync(IDns dns, string domain, CancellationToken ct) => await AddressAsync(dns, domain, ct) switch
    {
        DnsEnding.Found => Finding.Warn(FindingCode.MxImplicit, domain),
        DnsEnding.Unanswered => Finding.Unanswered(domain),
        _ => Finding.Bad(FindingCode.MxMissing, domain),
    };

    private static async Task<Finding?> JudgeAsync(IDns dns, string host, string domain, CancellationToken ct)
    {
        var name = DnsName.Plain(host);
        if (IPAddress.TryParse(name, out _)) return Finding.Bad(FindingCode.MxAddress, domain, host);
        return await AddressAsync(dns, name, ct) switch
        {
            DnsEnding.Found => null,
            DnsEnding.Unanswered => Finding.Unanswered(name),
            _ => Finding.Bad(FindingCode.MxHostMissing, domain, name),
        };
    }

    private static async Task<DnsEnding> AddressAsync(IDns dns, string name, CancellationToken ct)
    {
        var endings = (await Task.WhenAll(dns.LookUpAsync(name, DnsKind.A, ct), dns.LookUpAsync(name, DnsKind.Aaaa, ct))).Select(a => a.Ending).ToArray();
        return endings.Contains(DnsEnding.Found) ? DnsEnding.Found : endings.Contains(DnsEnding.Unanswered) ? DnsEnding.Unanswered : DnsEnding.NoRecords;
    }
}
