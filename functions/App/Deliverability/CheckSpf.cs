namespace HelpdeskMx.Deliverability;

/// <summary>Checks who may send mail of a domain (RFC 7208).</summary>
public static class CheckSpf
{
    private const int MostRead = 10;

    /// <summary>The check of one domain.</summary>
    /// <param name="carrier">Who carries the desk's mail: a domain to include or an address; null where that is not known.</param>
    public static async Task<Check> RunAsync(IDns dns, string domain, string? carrier, CancellationToken ct)
    {
        var answer = await dns.LookUpAsync(domain, DnsKind.Txt, ct);
        if (answer.Ending is DnsEnding.Unanswered) return Check.Of(CheckKind.Spf, [Finding.Unanswered(domain)], []);
        var texts = answer.Records.Where(SpfRecord.Is).ToArray();
        var found = texts.Select(t => new DnsRecord("TXT", domain, t));
        if (texts.Length == 0) return Check.Of(CheckKind.Spf, Missing(domain, carrier), [], SpfAdvice.New(domain, carrier));
        if (Array.Exists(texts, t => t.Length > SpfRecord.Longest)) return Check.Of(CheckKind.Spf, [Finding.Bad(FindingCode.SpfTooLong, domain)], found);

        SpfRecord[] records = [.. texts.Take(MostRead).Select(SpfRecord.Read)];
        var allowed = carrier is null;
        List<Finding> findings = [];
        if (texts.Length > 1) findings.Add(Finding.Bad(FindingCode.SpfSeveral, domain, texts.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        foreach (var record in records)
        {
            findings.AddRange(Of(record, domain));
            var walk = new SpfWalk(dns);
            findings.AddRange(await walk.RunAsync(domain, record, ct));
            allowed |= walk.Allows(carrier ?? domain);
        }
        // What the DNS did not tell may be just what lets the carrier send.
        var missing = allowed || findings.Exists(f => f.Code == FindingCode.Unanswered) ? null : carrier;
        if (carrier is null) findings.Add(Finding.Hint(FindingCode.SpfCarrierUnknown, domain));
        if (missing is not null) findings.Add(Finding.Bad(FindingCode.SpfNotAllowed, domain, missing));
        return Check.Of(CheckKind.Spf, findings, found, texts.Length > MostRead ? [] : SpfAdvice.Mended(domain, records, missing));
    }

    private static List<Finding> Missing(string domain, string? carrier) =>
        [Finding.Bad(FindingCode.SpfMissing, domain), .. carrier is null ? new[] { Finding.Hint(FindingCode.SpfCarrierUnknown, domain) } : []];

    private static IEnumerable<Finding> Of(SpfRecord record, string domain)
    {
        if (record.Fault is { } fault) yield return Finding.Bad(FindingCode.SpfSyntax, domain, fault);
        if (record.Terms.FirstOrDefault(t => t.Name == "ptr") is { } ptr) yield return Finding.Warn(FindingCode.SpfPtr, domain, ptr.Text);
        if (record.Terms.SkipWhile(t => t.Name != "all").Skip(1).FirstOrDefault(t => t.Qualifier != '=' || t.Name == "redirect") is { } late) yield return Finding.Warn(FindingCode.SpfAfterAll, domain, late.Text);
        if (record.All is null && record.Redirect is null) yield return Finding.Warn(FindingCode.SpfNoAll, domain);
        if (record.All is { Qualifier: '+' } all) yield return Finding.Warn(FindingCode.SpfPassesAll, domain, all.Text);
        if (record.All is { Qualifier: '?' }) yield return Finding.Warn(FindingCode.SpfNeutralAll, domain);
    }
}
