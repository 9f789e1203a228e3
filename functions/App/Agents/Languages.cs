using System.Buffers;

namespace HelpdeskMx.Agents;

/// <summary>The languages of the screens, as ISO 639-1 codes.</summary>
public static class Languages
{
    private static readonly SearchValues<char> Polish = SearchValues.Create("ąęłńśźżĄĘŁŃŚŹŻ"), Czech = SearchValues.Create("ěřůĚŘŮ");

    /// <summary>English, Czech, Polish, Korean, Russian.</summary>
    public static IReadOnlyList<string> All { get; } = ["en", "cs", "pl", "ko", "ru"];

    /// <summary>A name in each of them.</summary>
    public static IReadOnlyDictionary<string, string> Names(string en, string cs, string pl, string ko, string ru) =>
        new Dictionary<string, string> { ["en"] = en, ["cs"] = cs, ["pl"] = pl, ["ko"] = ko, ["ru"] = ru };

    /// <summary>The language some words are written in, as far as their letters tell; null where they do not.</summary>
    public static string? Guess(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, 2_000));
        if (start.ContainsAnyInRange('\uAC00', '\uD7A3')) return "ko";
        if (start.ContainsAnyInRange('\u0400', '\u04FF')) return "ru";
        if (start.ContainsAny(Polish)) return "pl";
        return start.ContainsAny(Czech) ? "cs" : null;
    }

    /// <summary>The name in a language; where it has none, in English or whichever it has. Null for no name at all.</summary>
    public static string? Choose(IReadOnlyDictionary<string, string> names, string language) =>
        new[] { language, "en" }.Select(names.GetValueOrDefault).Concat(names.Values).FirstOrDefault(name => !string.IsNullOrWhiteSpace(name));

    /// <summary>One name in all of them, as an admin gave it.</summary>
    public static IReadOnlyDictionary<string, string> Same(string name) => All.ToDictionary(l => l, _ => name);
}
