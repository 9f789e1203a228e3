namespace HelpdeskMx.Agents;

/// <summary>The languages of the screens, as ISO 639-1 codes.</summary>
public static class Languages
{
    /// <summary>English, Czech, Polish, Korean, Russian.</summary>
    public static IReadOnlyList<string> All { get; } = ["en", "cs", "pl", "ko", "ru"];
}
