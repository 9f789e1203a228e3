namespace HelpdeskMx.Deliverability;

/// <summary>Which texts are names that can be looked up (RFC 1035 §2.3.4), with the underscores that mail's own records use.</summary>
public static class DnsName
{
    private const int Longest = 253, LongestLabel = 63;

    /// <summary>True for labels of letters, digits, hyphens and underscores within their lengths.</summary>
    public static bool IsName(string name) => name.Length is > 0 and <= Longest && name.Split('.').All(IsLabel);

    /// <summary>Lower case and without the dot of the root.</summary>
    public static string Plain(string name) => (name.EndsWith('.') ? name[..^1] : name).ToLowerInvariant();

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= LongestLabel && label.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && label[0] != '-' && label[^1] != '-';
}
