using System.Net;
using System.Net.Sockets;

namespace HelpdeskMx.Deliverability;

/// <summary>The SPF record a domain should have, built on the one it has.</summary>
public static class SpfAdvice
{
    private const string Careful = "~all";

    /// <summary>For a domain that has none: its own mail servers, or whoever carries the mail.</summary>
    public static RecordToAdd New(string domain, string? carrier) => new("TXT", domain, $"v=spf1 {(carrier is null ? "mx" : Term(carrier))} {Careful}", Replaces: false);

    /// <summary>One record of all there are, with the one who is missing before the end. Nothing where nothing would change, or where a term cannot be read and might be lost.</summary>
    public static RecordToAdd[] Mended(string domain, IReadOnlyList<SpfRecord> records, string? missing)
    {
        if (records.Any(r => r.Fault is not null)) return [];
        var terms = records.SelectMany(r => r.Terms.TakeWhile(t => t.Name != "all")).Where(t => t.Qualifier != '=').Select(t => t.Text);
        if (missing is not null) terms = terms.Append(Term(missing));
        var mended = string.Join(' ', terms.Distinct(StringComparer.OrdinalIgnoreCase).Prepend("v=spf1").Concat(End(records)));
        return records is [var only] && Same(only.Text, mended) ? [] : [new("TXT", domain, mended, Replaces: true)];
    }

    private static IEnumerable<string> End(IReadOnlyList<SpfRecord> records)
    {
        var others = records.SelectMany(r => r.Terms).Where(t => t.Qualifier == '=' && t.Name != "redirect").DistinctBy(t => t.Name).Select(t => t.Text);
        var redirect = records is [{ All: null, Redirect: { } only }] ? only.Text : null;
        var all = records.Select(r => r.All).FirstOrDefault(a => a is { Qualifier: '-' or '~' })?.Text.ToLowerInvariant();
        return others.Prepend(redirect ?? all ?? Careful);
    }

    private static string Term(string carrier) =>
        !IPAddress.TryParse(carrier, out var ip) ? $"include:{carrier}" : ip.AddressFamily == AddressFamily.InterNetworkV6 ? $"ip6:{ip}" : $"ip4:{ip}";

    private static bool Same(string one, string other) => Words(one).SetEquals(Words(other));

    private static HashSet<string> Words(string text) => new(text.Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
