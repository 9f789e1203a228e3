using HelpdeskMx.Agents;

namespace HelpdeskMx.Forms;

/// <summary>What a form says around its fields, where what it brings goes, and how it is protected.</summary>
public sealed record FormSettings
{
    /// <summary>The most that a post with files may weigh, in megabytes.</summary>
    public const int MostMegabytes = 25;

    /// <summary>Its heading, by language.</summary>
    public IReadOnlyDictionary<string, string> Title { get; init; } = Spoken.Nothing;

    /// <summary>What stands below the heading.</summary>
    public IReadOnlyDictionary<string, string> Lead { get; init; } = Spoken.Nothing;

    /// <summary>What stands on the button.</summary>
    public IReadOnlyDictionary<string, string> Button { get; init; } = Spoken.Nothing;

    /// <summary>What is said once it has been sent.</summary>
    public IReadOnlyDictionary<string, string> Thanks { get; init; } = Spoken.Nothing;

    /// <summary>Where submissions go by their answers; the first that fits counts, and without any the channel's own store and department.</summary>
    public IReadOnlyList<FormRoute> Routes { get; init; } = [];

    /// <summary>The origins it may be embedded in and sent from; empty for any.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>Asks for a proof of work, or without script for a sum.</summary>
    public bool Challenge { get; init; }

    /// <summary>The most that a post may weigh where the form has a field for files.</summary>
    public int Megabytes { get; init; } = 10;
}

/// <summary>Where submissions with certain answers go.</summary>
/// <param name="Field">Key of a field whose answers are chosen from a list.</param>
/// <param name="Answers">Any one of these will do.</param>
/// <param name="Department">Id; null for the channel's.</param>
/// <param name="Store">Id; null for the channel's, or the one the visitor chose.</param>
public sealed record FormRoute(string Field, IReadOnlyList<string> Answers, string? Department, string? Store);

/// <summary>Texts by language, and which of them somebody gets.</summary>
public static class Spoken
{
    /// <summary>No text in any language.</summary>
    public static IReadOnlyDictionary<string, string> Nothing { get; } = new Dictionary<string, string>();

    /// <summary>In the language asked for, else in the store's, else in any there is; null where nothing was written.</summary>
    public static string? In(this IReadOnlyDictionary<string, string> texts, string language, string? store = null) =>
        Said(texts, language) ?? (store is null ? null : Said(texts, store)) ?? Languages.All.Select(l => Said(texts, l)).FirstOrDefault(t => t is not null);

    private static string? Said(IReadOnlyDictionary<string, string> texts, string language) => texts.GetValueOrDefault(language) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
