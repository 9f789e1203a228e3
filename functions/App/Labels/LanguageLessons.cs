namespace HelpdeskMx.Labels;

/// <summary>Learns the labels of one language: every fifth of the tickets is held out once, to see how well the others teach it.</summary>
internal sealed class LanguageLessons(string language)
{
    private const int Parts = 5;
    private const float Agreement = 0.5f, Correction = 2;

    private readonly List<(ushort[] Features, Lesson Said)> lessons = [];
    private readonly Dictionary<string, double> examples = new(StringComparer.Ordinal);

    /// <summary>Tickets whose labels an agent has seen to.</summary>
    public int Reviewed { get; private set; }

    /// <summary>Takes in what a ticket teaches.</summary>
    public void Add(Lesson lesson)
    {
        if (TextFeatures.Of(lesson.Text) is not { Length: > 0 } features) return;
        lessons.Add((features, lesson with { Text = "" }));
        if (lesson.Reviewed) Reviewed++;
        foreach (var label in lesson.Labels.Distinct()) Count(label, 1);
        foreach (var label in lesson.Agreed.Distinct()) Count(label, Agreement);
    }

    /// <summary>The labels there are enough examples of, learned, and the figures of all.</summary>
    public (IReadOnlyList<LearnedLabel> Labels, LanguageFigures Figures) Learn(bool enough, CancellationToken ct)
    {
        var known = examples.Where(e => e.Key.Length <= LabelLessons.LongestLabel)
            .OrderByDescending(e => e.Value).ThenBy(e => e.Key, StringComparer.Ordinal).Take(LabelModel.MostLabels).ToList();
        var (labels, figures, part, covered) = (new List<LearnedLabel>(), new List<LabelFigures>(), PartOfEach(), new bool[lessons.Count]);
        foreach (var (label, count) in known)
        {
            var learned = enough && count >= LabelLessons.FewestOfLabel ? Learn(label, part, covered, ct) : null;
            if (learned is not null) labels.Add(learned);
            figures.Add(learned is { Threshold: { Reached: true } threshold }
                ? new(label, count, true, Share(threshold.Right, threshold.Suggested), Share(threshold.Right, count))
                : new(label, count, false, null, null));
        }
        var (suggested, right) = (labels.Sum(l => l.Threshold.Suggested), labels.Sum(l => l.Threshold.Right));
        var found = lessons.Where((l, at) => l.Said.Reviewed && covered[at]).Count();
        return (labels, new LanguageFigures(language, Reviewed, suggested > 0 ? Share(right, suggested) : null, Share(found, Reviewed), figures));
    }

    private LearnedLabel Learn(string label, int[] part, bool[] covered, CancellationToken ct)
    {
        var samples = lessons.Select(l => new Sample(l.Features, Has(l.Said, label), WeightOf(l.Said, label))).ToArray();
        var heldOut = new HeldOut[samples.Length];
        for (var held = 0; held < Parts; held++)
        {
            var taught = Regression.Learn([.. samples.Where((_, at) => part[at] != held)], ct);
            for (var at = 0; at < samples.Length; at++)
            {
                if (part[at] == held) heldOut[at] = new(taught.Score(samples[at].Features), samples[at].Yes, Proof(lessons[at].Said, samples[at].Weight));
            }
        }
        var threshold = Threshold.Of(heldOut);
        for (var at = 0; at < heldOut.Length; at++) covered[at] |= heldOut[at].Score >= threshold.Score;
        return new(label, Regression.Learn(samples, ct), threshold);
    }

    private static bool Has(Lesson said, string label) => said.Labels.Contains(label) || said.Agreed.Contains(label);

    private float WeightOf(Lesson said, string label) =>
        said.Unreviewed.Contains(label) ? 0
        : said.Removed.Contains(label) ? Correction
        : said.Labels.Contains(label) ? 1
        : said.Agreed.Contains(label) ? Agreement
        : said.Reviewed ? 1
        : Diligence;

    /// <summary>How much a ticket proves for or against a suggestion. One without labels proves something only where most tickets have some: elsewhere agents forget them.</summary>
    private float Proof(Lesson said, float weight) => said.Reviewed || Diligence >= 0.5f ? Math.Min(weight, 1) : 0;

    /// <summary>The share of tickets whose labels agents see to.</summary>
    private float Diligence => (float)Reviewed / lessons.Count;

    /// <summary>Which part each ticket belongs to, by lot: what came in turns must not be held out in turns.</summary>
    private int[] PartOfEach()
    {
        var parts = Enumerable.Range(0, lessons.Count).Select(at => at % Parts).ToArray();
        new Random(lessons.Count).Shuffle(parts);
        return parts;
    }

    private void Count(string label, double by) => examples[label] = examples.GetValueOrDefault(label) + by;

    private static double Share(double part, double whole) => whole == 0 ? 0 : Math.Round(part / whole, 3);
}
