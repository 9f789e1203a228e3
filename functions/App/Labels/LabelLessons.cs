namespace HelpdeskMx.Labels;

/// <summary>A model and how good it is.</summary>
public sealed record Learned(LabelModel Model, IReadOnlyList<LanguageFigures> Languages);

/// <summary>Gathers what tickets teach and learns from it; keeps only their features, so that memory does not grow with their length.</summary>
public sealed class LabelLessons
{
    /// <summary>A label with fewer examples in a language is not learned there.</summary>
    public const int FewestOfLabel = 20;

    /// <summary>With fewer tickets altogether nothing is learned.</summary>
    public const int Fewest = 200;

    /// <summary>A longer name is no label.</summary>
    public const int LongestLabel = 100;

    private readonly Dictionary<string, LanguageLessons> languages = [];

    /// <summary>Tickets gathered whose labels an agent has seen to.</summary>
    public int Reviewed => languages.Values.Sum(l => l.Reviewed);

    /// <summary>Takes in what a ticket teaches.</summary>
    public void Add(Lesson lesson)
    {
        var language = TextLanguage.Of(lesson.Text);
        if (!languages.TryGetValue(language, out var lessons)) languages[language] = lessons = new(language);
        lessons.Add(lesson);
    }

    /// <summary>What all of them teach.</summary>
    public Learned Learn(CancellationToken ct)
    {
        var learned = languages.OrderByDescending(l => l.Value.Reviewed).Select(l => (l.Key, Taught: l.Value.Learn(Reviewed >= Fewest, ct))).ToList();
        return new(
            new LabelModel(learned.Where(l => l.Taught.Labels.Count > 0).ToDictionary(l => l.Key, l => l.Taught.Labels)),
            [.. learned.Where(l => l.Taught.Figures.Tickets > 0).Select(l => l.Taught.Figures)]);
    }
}
