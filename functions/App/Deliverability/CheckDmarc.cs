namespace HelpdeskMx.Deliverability;

/// <summary>Checks what receivers are asked to do with mail that only claims to be of a domain (RFC 7489).</summary>
public static class CheckDmarc
{
    private const int MostLabels = 8;

    /// <summary>The check of one domain.</summary>
    public static async Task<Check> RunAsync(IDns dns, string domain, CancellationToken ct)
    {
        var own = $"_dmarc.{domain}";
        foreach (var name in Names(domain))
        {
            var answer = await dns.LookUpAsync(name, DnsKind.Txt, ct);
            if (answer.Ending is DnsEnding.Unanswered) return Check.Of(CheckKind.Dmarc, [Finding.Unanswered(name)], []);
            var texts = answer.Records.Where(DmarcPolicy.Is).ToArray();
            if (texts.Length == 0) continue;
            if (name != own && texts.Any(DmarcPolicy.IsOfSuffix)) break;
            var found = texts.Select(t => new DnsRecord("TXT", name, t));
            if (texts.Length > 1) return Check.Of(CheckKind.Dmarc, [Finding.Bad(FindingCode.DmarcSeveral, name)], found, new RecordToAdd("TXT", name, texts.FirstOrDefault(t => IsFine(t, name)) ?? Least, Replaces: true));
            var findings = DmarcPolicy.Judge(texts[0], name, name != own).ToList();
            if (name != own) findings.Add(Finding.Hint(FindingCode.DmarcInherited, name, name["_dmarc.".Length..]));
            return Check.Of(CheckKind.Dmarc, findings, found, IsFine(texts[0], name) ? [] : [new RecordToAdd("TXT", name, Least, Replaces: true)]);
        }
        return Check.Of(CheckKind.Dmarc, [Finding.Warn(FindingCode.DmarcMissing, domain)], [], new RecordToAdd("TXT", own, Least, Replaces: false));
    }

    /// <summary>A record that asks for nothing yet, and is what large receivers want to see.</summary>
    private const string Least = "v=DMARC1; p=none";

    private static bool IsFine(string text, string name) => DmarcPolicy.Judge(text, name, false).All(f => f.Standing != Standing.Bad);

    /// <summary>Where a policy is looked for: at the domain, then at each one above it that is more than one label, the way DMARC's successor walks the tree,
    /// which needs no list of public suffixes. Of a very long name only the domain and its last labels.</summary>
    private static IEnumerable<string> Names(string domain)
    {
        yield return $"_dmarc.{domain}";
        var labels = domain.Split('.');
        for (var left = Math.Min(labels.Length - 1, MostLabels - 1); left >= 2; left--) yield return $"_dmarc.{string.Join('.', labels[^left..])}";
    }
}
