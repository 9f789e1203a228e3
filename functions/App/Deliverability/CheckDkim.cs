namespace HelpdeskMx.Deliverability;

/// <summary>Checks the keys by which receivers tell that mail of a domain is genuine (RFC 6376).</summary>
public static class CheckDkim
{
    private const int MostRead = 10;

    /// <summary>Selectors that are tried where nobody says which: a key can only be found by its name.</summary>
    public static IReadOnlyList<string> Common { get; } = [.. Carrier.AzureSelectors, "selector1", "selector2", "google", "default", "s1", "s2", "k1", "mail", "dkim"];

    /// <summary>The check of one domain.</summary>
    /// <param name="selectors">Those that must be there; none to try the common ones, of which one must be.</param>
    /// <param name="onAzure">Communication Services carry this domain's mail, so it is known what to add.</param>
    public static async Task<Check> RunAsync(IDns dns, string domain, IReadOnlyList<string> selectors, bool onAzure, CancellationToken ct)
    {
        var wanted = selectors.Count > 0 ? selectors : onAzure ? Carrier.AzureSelectors : [];
        var keys = await Task.WhenAll((wanted.Count > 0 ? wanted : Common).Select(s => LookAsync(dns, $"{s}._domainkey.{domain}", wanted.Count > 0, ct)));
        var add = onAzure ? Carrier.AzureSelectors.Select(s => Alias(s, domain, keys)).OfType<RecordToAdd>().ToArray() : [];
        var found = keys.SelectMany(k => k.Found);
        if (wanted.Count > 0) return Check.Of(CheckKind.Dkim, [.. keys.SelectMany(k => k.Findings)], found, add);

        var there = keys.Where(k => k.Found.Count > 0).ToArray();
        if (there.Length == 0) return Check.Of(CheckKind.Dkim, [keys.Any(k => k.IsUnanswered) ? Finding.Unanswered(domain) : Finding.Warn(FindingCode.DkimNotFound, domain)], []);
        // An old key that was taken out of use beside a good one is in order.
        var best = there.Min(k => Check.Worst(k.Findings.Select(f => f.Standing)));
        return Check.Of(CheckKind.Dkim, [.. there.Where(k => Check.Worst(k.Findings.Select(f => f.Standing)) == best).SelectMany(k => k.Findings)], found);
    }

    private sealed record Key(string At, IReadOnlyList<Finding> Findings, IReadOnlyList<DnsRecord> Found)
    {
        public bool IsMissing => Findings.Any(f => f.Code is FindingCode.DkimMissing or FindingCode.DkimAliasBroken);

        public bool IsUnanswered => Findings.Any(f => f.Code is FindingCode.Unanswered);
    }

    private static async Task<Key> LookAsync(IDns dns, string name, bool mustBe, CancellationToken ct)
    {
        var answer = await dns.LookUpAsync(name, DnsKind.Txt, ct);
        if (answer.Ending is DnsEnding.Unanswered) return new Key(name, [Finding.Unanswered(name)], []);
        var texts = answer.Records.Where(t => mustBe || DkimKey.Is(t)).ToArray();
        if (texts.Length == 0) return await WithoutAsync(dns, name, ct);
        var several = texts.Length > 1 ? [Finding.Bad(FindingCode.DkimSeveral, name)] : Array.Empty<Finding>();
        return new Key(name, [.. several, .. texts.Take(MostRead).SelectMany(t => DkimKey.Judge(t, name)).Distinct()], [.. texts.Select(t => new DnsRecord("TXT", name, t))]);
    }

    private static async Task<Key> WithoutAsync(IDns dns, string name, CancellationToken ct)
    {
        var alias = await dns.LookUpAsync(name, DnsKind.Cname, ct);
        return alias.Records is [var target, ..]
            ? new Key(name, [Finding.Bad(FindingCode.DkimAliasBroken, name, target)], [new DnsRecord("CNAME", name, target)])
            : new Key(name, [alias.Ending is DnsEnding.Unanswered ? Finding.Unanswered(name) : Finding.Bad(FindingCode.DkimMissing, name, name)], []);
    }

    /// <summary>The alias Azure wants where it is missing or leads elsewhere; null where it is as it should be, though Azure may not have put a key there yet.</summary>
    private static RecordToAdd? Alias(string selector, string domain, Key[] keys)
    {
        var alias = new RecordToAdd("CNAME", $"{selector}._domainkey.{domain}", $"{selector}._domainkey.{Carrier.AzureKeys}", Replaces: false);
        var key = Array.Find(keys, k => k.At == alias.Name);
        return key is not { IsMissing: true } || key.Found.Any(f => f.Value == alias.Value) ? null : alias with { Replaces = key.Found.Count > 0 };
    }
}
