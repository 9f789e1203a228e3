using System.Globalization;
using System.Text;

namespace HelpdeskMx.Platform;

/// <summary>Text as search sees it: without case and accents, scripts that write no spaces cut into overlapping pairs.</summary>
public static class SearchText
{
    /// <summary>The most characters of one item's text that are searched.</summary>
    public const int Limit = 16_000;

    /// <summary>Folds text into words parted by single spaces; at most <see cref="Limit"/> characters of it are read.</summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (text.Length > Limit) text = text[..(char.IsHighSurrogate(text[Limit - 1]) ? Limit - 1 : Limit)];
        var plain = Ascii.IsValid(text) ? text : text.ReplaceLoneSurrogates().Normalize(NormalizationForm.FormKD);
        var folded = new StringBuilder(plain.Length + 16);
        var inRun = false;
        foreach (var rune in plain.EnumerateRunes())
        {
            if (rune.IsAscii)
            {
                if (inRun) Part(folded);
                inRun = false;
                if (char.IsAsciiLetterOrDigit((char)rune.Value)) folded.Append(char.ToLowerInvariant((char)rune.Value));
                else Part(folded);
                continue;
            }
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark) continue;
            var isWord = Rune.IsLetterOrDigit(rune) || category == UnicodeCategory.SpacingCombiningMark;
            if (isWord && IsUnspaced(rune))
            {
                if (inRun) folded.Append(rune).Append(' '); else Part(folded);
                folded.Append(rune);
                inRun = true;
                continue;
            }
            if (inRun || !isWord) Part(folded);
            inRun = false;
            if (isWord) AppendPlain(folded, Rune.ToLowerInvariant(rune));
        }
        return Recompose(folded.ToString().TrimEnd());
    }

    /// <summary>The words of a folded search, each once, at most 16.</summary>
    public static IReadOnlyList<string> Words(string search) =>
        [.. Fold(search).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(16)];

    /// <summary>The digits of a text.</summary>
    public static string Digits(string text) => new([.. text.Where(char.IsAsciiDigit)]);

    private static void Part(StringBuilder folded)
    {
        if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
    }

    /// <summary>Hangul is taken apart by compatibility decomposition; put together it is shorter and its syllables begin words.</summary>
    private static string Recompose(string folded) => Ascii.IsValid(folded) ? folded : folded.Normalize(NormalizationForm.FormC);

    private static string ReplaceLoneSurrogates(this string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>Letters that no decomposition makes plain, as people without them on their keyboard write them.</summary>
    private static StringBuilder AppendPlain(StringBuilder folded, Rune lower) => lower.Value switch
    {
        'ł' => folded.Append('l'),
        'ø' => folded.Append('o'),
        'đ' or 'ð' => folded.Append('d'),
        'ı' => folded.Append('i'),
        'ß' => folded.Append("ss"),
        'æ' => folded.Append("ae"),
        'œ' => folded.Append("oe"),
        'þ' => folded.Append("th"),
        'ς' => folded.Append('σ'),
        _ => folded.Append(lower),
    };

    /// <summary>Han, Hiragana, Katakana, Thai, Lao and Khmer.</summary>
    private static bool IsUnspaced(Rune rune) => rune.Value is
        (>= 0x3040 and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or
        (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3134F) or (>= 0x0E00 and <= 0x0EFF) or (>= 0x1780 and <= 0x17FF);
}
