using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace HelpdeskMx.Mail.Html;

/// <summary>Keeps the declarations of a style attribute that change only how text looks, with values that can neither fetch nor run anything.</summary>
internal static class SafeStyle
{
    private const int Longest = 4_000;

    private static readonly FrozenSet<string> s_properties = (
        "color background-color background font font-family font-size font-style font-weight font-variant line-height letter-spacing word-spacing text-align text-decoration text-indent text-transform text-decoration-line"
        + " vertical-align white-space word-break word-wrap overflow-wrap direction unicode-bidi list-style list-style-type display width height max-width min-width max-height min-height"
        + " margin margin-top margin-right margin-bottom margin-left padding padding-top padding-right padding-bottom padding-left border border-top border-right border-bottom border-left"
        + " border-color border-style border-width border-collapse border-spacing border-radius border-left-color border-left-style border-left-width border-top-color border-top-style border-top-width"
        + " border-right-color border-right-style border-right-width border-bottom-color border-bottom-style border-bottom-width table-layout float clear caption-side empty-cells opacity")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Letters, digits and the few marks that sizes, names and colours need: no backslash, angle bracket, at-sign or colon.</summary>
    private static readonly SearchValues<char> s_valueCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 #%.,-+!'\"()_/\t\r\n");

    public static string Clean(string style)
    {
        if (style.Length > Longest) return "";
        var kept = new StringBuilder(style.Length);
        foreach (var range in style.AsSpan().Split(';'))
        {
            var declaration = style.AsSpan()[range];
            var colon = declaration.IndexOf(':');
            if (colon < 0) continue;
            var property = declaration[..colon].Trim().ToString().ToLowerInvariant();
            var value = declaration[(colon + 1)..].Trim();
            if (!s_properties.Contains(property) || !IsHarmless(value)) continue;
            if (kept.Length > 0) kept.Append(';');
            kept.Append(property).Append(':').Append(value);
        }
        return kept.ToString();
    }

    private static bool IsHarmless(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty || value.ContainsAnyExcept(s_valueCharacters)) return false;
        for (var rest = value; rest.IndexOf('(') is var open and >= 0; rest = rest[(open + 1)..])
        {
            var function = rest[..open].TrimEnd();
            if (!EndsWithAny(function, "rgb", "rgba", "hsl", "hsla", "calc")) return false;
        }
        return true;
    }

    private static bool EndsWithAny(ReadOnlySpan<char> function, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (function.EndsWith(name, StringComparison.OrdinalIgnoreCase) && (function.Length == name.Length || !char.IsLetter(function[^(name.Length + 1)]))) return true;
        return false;
    }
}
