using System.Net;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Deliverability;

/// <summary>Who carries the desk's mail, as far as the desk knows.</summary>
public static class Carrier
{
    /// <summary>What an SPF record includes to let Communication Services send.</summary>
    public const string AzureInclude = "spf.protection.outlook.com";

    /// <summary>Where Communication Services keep their keys.</summary>
    public const string AzureKeys = "azurecomm.net";

    /// <summary>The selectors Communication Services sign with.</summary>
    public static IReadOnlyList<string> AzureSelectors { get; } = ["selector1-azurecomm-prod-net", "selector2-azurecomm-prod-net"];

    /// <summary>What an admin typed as a domain to include or an address, with or without the mechanism's name.</summary>
    public static Outcome<string?> Read(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return (string?)null;
        var text = typed.Trim();
        foreach (var prefix in (string[])["include:", "ip4:", "ip6:"])
            if (text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) text = text[prefix.Length..];
        if (text.Contains(':', StringComparison.Ordinal) || text.All(c => char.IsAsciiDigit(c) || c == '.'))
            return IPAddress.TryParse(text, out var ip) && (text.Contains(':', StringComparison.Ordinal) || text.Count(c => c == '.') == 3) ? ip.ToString() : Fault;
        var name = DnsName.Plain(text);
        return DnsName.IsName(name) && name.Contains('.', StringComparison.Ordinal) ? name : Fault;
    }

    private static Problem Fault { get; } = Problems.Field("include", "Give a domain such as spf.example.com, or the IP address of your mail server.");
}
