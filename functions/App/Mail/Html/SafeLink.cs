namespace HelpdeskMx.Mail.Html;

/// <summary>Decides which addresses in a message may be followed or shown.</summary>
internal static class SafeLink
{
    private const int LongestPicture = 100_000;
    private const int LongestAddress = 8_000;

    /// <summary>The address of a link, if it leads to the web, a mailbox or a telephone.</summary>
    public static string? Target(string? href) => StartsWithAny(Compact(href, LongestAddress), "https://", "http://", "mailto:", "tel:");

    /// <summary>The address of a picture on the web.</summary>
    public static string? RemotePicture(string? source)
    {
        var address = Compact(source, LongestAddress);
        if (address is not null && address.StartsWith("//", StringComparison.Ordinal)) address = "https:" + address;
        return StartsWithAny(address, "https://", "http://");
    }

    /// <summary>A picture carried in the address itself, if it is small and cannot hold markup.</summary>
    public static string? SmallPicture(string? source) =>
        StartsWithAny(Compact(source, LongestPicture), "data:image/png;base64,", "data:image/jpeg;base64,", "data:image/gif;base64,", "data:image/webp;base64,");

    /// <summary>The id a cid: address names (RFC 2392).</summary>
    public static string? ContentId(string? source)
    {
        var address = Compact(source, LongestAddress);
        if (address is null || !address.StartsWith("cid:", StringComparison.OrdinalIgnoreCase)) return null;
        return Uri.UnescapeDataString(address["cid:".Length..]).Trim('<', '>');
    }

    /// <summary>Without the white space and control characters behind which a scheme could hide.</summary>
    private static string? Compact(string? address, int longest)
    {
        if (address is null || address.Length > longest) return null;
        foreach (var c in address)
            if (c <= ' ' || char.IsControl(c)) return string.Concat(address.Where(c => c > ' ' && !char.IsControl(c)));
        return address;
    }

    private static string? StartsWithAny(string? address, params ReadOnlySpan<string> starts)
    {
        if (address is null) return null;
        foreach (var start in starts)
            if (address.StartsWith(start, StringComparison.OrdinalIgnoreCase)) return address;
        return null;
    }
}
