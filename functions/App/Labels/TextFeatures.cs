using HelpdeskMx.Platform;

namespace HelpdeskMx.Labels;

/// <summary>What a text is learned from: its words, how long ones begin, and pairs and triples of Korean syllables, each as a number of 16 bits.</summary>
/// <remarks>Two words may share a number; there are so many numbers that this hardly costs anything, and it bounds what is stored of any vocabulary.</remarks>
public static class TextFeatures
{
    /// <summary>How many numbers there are.</summary>
    public const int Space = 1 << 16;

    /// <summary>The most features of one text; what stands further on is left out.</summary>
    public const int Most = 400;

    private const int StemLength = 5, LongestWord = 40;

    /// <summary>Which features the text has, each once.</summary>
    public static ushort[] Of(string text)
    {
        var folded = SearchText.Fold(text);
        var found = new HashSet<ushort>();
        foreach (var range in folded.AsSpan().Split(' '))
        {
            if (found.Count >= Most) break;
            var word = folded.AsSpan(range);
            if (word.Length is 0 or > LongestWord) continue;
            if (word.ContainsAnyInRange('0', '9')) Add(found, 'n', []);
            else if (word.ContainsAnyInRange('\uAC00', '\uD7A3')) AddSyllables(found, word);
            else AddWord(found, word);
        }
        return [.. found.Take(Most)];
    }

    private static void AddWord(HashSet<ushort> found, ReadOnlySpan<char> word)
    {
        Add(found, 'w', word);
        if (word.Length > StemLength) Add(found, 's', word[..StemLength]);
    }

    private static void AddSyllables(HashSet<ushort> found, ReadOnlySpan<char> word)
    {
        Add(found, 'w', word);
        for (var length = 2; length <= 3; length++)
        {
            for (var at = 0; at + length <= word.Length; at++) Add(found, 'g', word.Slice(at, length));
        }
    }

    /// <summary>FNV-1a over the characters, folded to 16 bits: the same on every machine, for what is stored was numbered by it.</summary>
    private static void Add(HashSet<ushort> found, char kind, ReadOnlySpan<char> characters)
    {
        const uint Prime = 16777619;
        var hash = (2166136261 ^ kind) * Prime;
        foreach (var character in characters) hash = (hash ^ character) * Prime;
        found.Add((ushort)(hash ^ (hash >> 16)));
    }
}
