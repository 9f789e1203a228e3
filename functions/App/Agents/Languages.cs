namespace HelpdeskMx.Agents;

/// <summary>The languages of the screens, as ISO 639-1 codes.</summary>
public static class Languages
{
    /// <summary>English, Czech, Polish, Korean, Russian.</summary>
    public static IReadOnlyList<string> All { get; } = ["en", "cs", "pl", "ko", "ru"];

    /// <summary>A name in each of them.</summary>
    public static IReadOnlyDictionary<string, string> Names(string en, string cs, string pl, string ko, string ru) =>
        new Dictionary<string, string> { ["en"] = en, ["cs"] = cs, ["pl"] = pl, ["ko"] = ko, ["ru"] = ru };

    /// <summary>One name in all of them, as an admin gave it.</summary>
    public static IReadOnlyDictionary<string, string> Same(string name) => All.ToDictionary(l => l, _ => name);
}
