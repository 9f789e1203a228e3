using System.Globalization;
using System.Text;

namespace HelpdeskMx.Platform;

/// <summary>Short ids that can be read, made from names: small letters, digits and single hyphens.</summary>
public static class Slug
{
    private const int Longest = 32;

    /// <summary>The name's letters without their accents and its digits; <paramref name="otherwise"/> where it has none of the alphabet's.</summary>
    public static string Of(string name, string otherwise)
    {
        var slug = new StringBuilder(Longest);
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (slug.Length == Longest) break;
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (slug is [.., not '-'] && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) slug.Append('-');
        }
        return slug.ToString().TrimEnd('-') is { Length: > 0 } made ? made : otherwise;
    }

    /// <summary>The slug where it is free, else the first with a number behind it that is.</summary>
    public static string Free(string slug, IReadOnlySet<string> taken)
    {
        if (!taken.Contains(slug)) return slug;
        for (var n = 2; ; n++)
        {
            if ($"{slug}-{n}" is var next && !taken.Contains(next)) return next;
        }
    }
}
