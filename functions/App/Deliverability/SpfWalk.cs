using System.Net;

namespace HelpdeskMx.Deliverability;

/// <summary>Follows an SPF record through what it includes, counting as receivers do (RFC 7208 §4.6.4), and remembers whom it lets send.</summary>
/// <remarks>Counts every term, as for mail that matches none; a receiver may stop sooner. What only the receiver can know (macros, ptr, exists) is counted and not asked.</remarks>
public sealed class SpfWalk(IDns dns)
{
    private const int MostLookups = 10, MostVoid = 2, MostFollowed = 30;
    private readonly HashSet<string> included = new(StringComparer.Ordinal);
    private readonly List<IPNetwork> networks = [];
    private readonly List<Finding> findings = [];
    private int lookups, voids;

    /// <summary>True if mail of this sender passes: a domain that is included, or an address.</summary>
    public bool Allows(string sender) => IPAddress.TryParse(sender, out var ip) ? networks.Exists(n => n.Contains(ip)) : included.Contains(DnsName.Plain(sender));

    /// <summary>Follows the record of a domain.</summary>
    /// <returns>What was found on the way.</returns>
    public async Task<IReadOnlyList<Finding>> RunAsync(string domain, SpfRecord record, CancellationToken ct)
    {
        await FollowAsync(record, [DnsName.Plain(domain)], ct);
        if (lookups > MostLookups) findings.Add(Finding.Bad(FindingCode.SpfTooManyLookups, domain, Count(lookups)));
        if (voids > MostVoid) findings.Add(Finding.Bad(FindingCode.SpfTooManyVoid, domain, Count(voids)));
        return findings;
    }

    private static string Count(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private async Task FollowAsync(SpfRecord record, IReadOnlyList<string> path, CancellationToken ct)
    {
        foreach (var term in record.Terms.TakeWhile(t => t.Name != "all").Where(t => t.Qualifier != '=')) await FollowAsync(term, path, ct);
        if (record.All is null && record.Redirect is { } redirect) await IncludeAsync(redirect.Value!, true, path, ct);
    }

    private async Task FollowAsync(SpfTerm term, IReadOnlyList<string> path, CancellationToken ct)
    {
        var target = term.Value ?? path[^1];
        if (term.Name is "include") await IncludeAsync(target, term.Passes, path, ct);
        else if (term.Name is "ip4" or "ip6") Allow(term, target);
        else if (!Counts()) return;
        else if (term.Name is "a" && !SpfRecord.HasMacro(target)) await AddressesAsync(term, target, path[^1], isMechanism: true, ct);
        else if (term.Name is "mx" && !SpfRecord.HasMacro(target)) await ServersAsync(term, target, path[^1], ct);
    }

    private async Task IncludeAsync(string target, bool passes, IReadOnlyList<string> path, CancellationToken ct)
    {
        if (!Counts() || SpfRecord.HasMacro(target)) return;
        var (name, at) = (DnsName.Plain(target), path[^1]);
        if (path.Contains(name))
        {
            findings.Add(Finding.Bad(FindingCode.SpfLoop, at, name));
            return;
        }
        if (passes) included.Add(name);
        var answer = await dns.LookUpAsync(name, DnsKind.Txt, ct);
        if (answer.Ending is DnsEnding.Unanswered) findings.Add(Finding.Unanswered(name));
        if (answer.Ending is DnsEnding.NoSuchName or DnsEnding.NoRecords) voids++;
        if (answer.Ending is DnsEnding.Unanswered) return;
        var records = answer.Records.Where(SpfRecord.Is).ToArray();
        if (records is [{ Length: <= SpfRecord.Longest } text] && SpfRecord.Read(text) is { Fault: null } record) await FollowAsync(record, [.. path, name], ct);
        else findings.Add(Finding.Bad(FindingCode.SpfIncludeMissing, at, name));
    }

    private async Task ServersAsync(SpfTerm term, string target, string at, CancellationToken ct)
    {
        var answer = await dns.LookUpAsync(target, DnsKind.Mx, ct);
        if (Said(answer, target)) voids++;
        foreach (var host in answer.Records.Select(r => DnsName.Plain(r[(r.IndexOf(' ') + 1)..])).Where(DnsName.IsName).Take(MostLookups)) await AddressesAsync(term, host, at, isMechanism: false, ct);
    }

    private async Task AddressesAsync(SpfTerm term, string host, string at, bool isMechanism, CancellationToken ct)
    {
        var answers = await Task.WhenAll(dns.LookUpAsync(host, DnsKind.A, ct), dns.LookUpAsync(host, DnsKind.Aaaa, ct));
        if (answers.All(a => Said(a, at)) && isMechanism) voids++;
        foreach (var address in answers[0].Records) Allow(term, $"{address}/{term.Prefix.V4}");
        foreach (var address in answers[1].Records) Allow(term, $"{address}/{term.Prefix.V6}");
    }

    /// <summary>True where the DNS said that there is nothing; remembers where it said nothing.</summary>
    private bool Said(DnsAnswer answer, string name)
    {
        if (answer.Ending is DnsEnding.Unanswered && !findings.Exists(f => f.Code == FindingCode.Unanswered && f.At == name)) findings.Add(Finding.Unanswered(name));
        return answer.Ending is DnsEnding.NoRecords or DnsEnding.NoSuchName;
    }

    private void Allow(SpfTerm term, string network)
    {
        var (address, prefix) = SpfRecord.Halves(network);
        if (term.Passes && SpfRecord.Network(address, prefix) is { } allowed) networks.Add(allowed);
    }

    /// <summary>True while it is worth following: beyond the limit far enough to tell by how much.</summary>
    private bool Counts() => ++lookups <= MostFollowed;
}
