using System.Globalization;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Deliverability;

/// <summary>What a DMARC record asks of receivers, and what is wrong with it (RFC 7489 §6.3).</summary>
public static class DmarcPolicy
{
    private static readonly string[] Policies = ["none", "quarantine", "reject"];

    /// <summary>True for a text that means to be one, however badly.</summary>
    public static bool Is(string text) => text.TrimStart().StartsWith("v=dmarc", StringComparison.OrdinalIgnoreCase) || (TagList.Read(text)["v"]?.StartsWith("DMARC", StringComparison.OrdinalIgnoreCase) ?? false);

    /// <summary>True for a record of a public suffix, which speaks for none of the domains below it (RFC 9091).</summary>
    public static bool IsOfSuffix(string text) => TagList.Read(text)["psd"] is "y";

    /// <summary>What is to be said of it.</summary>
    /// <param name="text">The record.</param>
    /// <param name="at">The name it stands at.</param>
    /// <param name="isInherited">It stands at a domain above the one that is checked.</param>
    public static IEnumerable<Finding> Judge(string text, string at, bool isInherited)
    {
        var tags = TagList.Read(text);
        if ((tags.Fault ?? Unreadable(tags)) is { } fault) yield return Finding.Bad(FindingCode.DmarcSyntax, at, fault);
        else if (tags["p"] is null) yield return Finding.Bad(FindingCode.DmarcNoPolicy, at);
        else
        {
            if (((isInherited ? tags["sp"] : null) ?? tags["p"])!.Equals("none", StringComparison.OrdinalIgnoreCase)) yield return Finding.Hint(FindingCode.DmarcNone, at);
            if (tags["pct"] is { } percent && percent != "100") yield return Finding.Warn(FindingCode.DmarcPartial, at, percent);
            if (tags["rua"] is null) yield return Finding.Hint(FindingCode.DmarcNoReports, at);
        }
    }

    private static string? Unreadable(TagList tags)
    {
        if (tags.First != "v" || tags["v"] != "DMARC1") return $"v={tags["v"]}";
        foreach (var tag in (string[])["p", "sp"])
            if (tags[tag] is { } policy && !Policies.Contains(policy.ToLowerInvariant())) return $"{tag}={policy}";
        foreach (var tag in (string[])["adkim", "aspf"])
            if (tags[tag] is { } mode && mode is not ("r" or "s" or "R" or "S")) return $"{tag}={mode}";
        if (tags["pct"] is { } percent && !(int.TryParse(percent, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 100)) return $"pct={percent}";
        return tags["rua"] is { } reports && !reports.Split(',', StringSplitOptions.TrimEntries).All(IsAddress) ? $"rua={reports}" : null;
    }

    private static bool IsAddress(string uri) => uri.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) && MailAddresses.CanReceive(uri["mailto:".Length..].Split('!')[0]);
}
