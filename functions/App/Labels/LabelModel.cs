using System.Text;

namespace HelpdeskMx.Labels;

/// <summary>A label the desk thinks fits.</summary>
/// <param name="Label">As agents write it.</param>
/// <param name="Confidence">The chance that it does, from 0 to 1.</param>
public sealed record SuggestedLabel(string Label, double Confidence);

/// <summary>One label as it was learned in one language.</summary>
public sealed record LearnedLabel(string Name, LabelWeights Weights, Threshold Threshold);

/// <summary>What the desk has learned of how agents label, for each language; at most <see cref="MostLabels"/> labels in each, and so under 1 MB.</summary>
public sealed record LabelModel(IReadOnlyDictionary<string, IReadOnlyList<LearnedLabel>> Languages)
{
    /// <summary>The most labels of one language.</summary>
    public const int MostLabels = 60;

    /// <summary>The most labels suggested for one text.</summary>
    public const int MostSuggestions = 3;

    private const int Format = 1;

    /// <summary>Knows nothing.</summary>
    public static LabelModel Empty { get; } = new(new Dictionary<string, IReadOnlyList<LearnedLabel>>());

    /// <summary>Labels that fit the text, the surest first; none rather than a guess.</summary>
    public IReadOnlyList<SuggestedLabel> Suggest(string text)
    {
        if (!Languages.TryGetValue(TextLanguage.Of(text), out var labels)) return [];
        if (TextFeatures.Of(text) is not { Length: > 0 } features) return [];
        return [.. labels
            .Select(l => (l.Name, l.Threshold, Score: l.Weights.Score(features)))
            .Where(l => l.Score >= l.Threshold.Score)
            .Select(l => new SuggestedLabel(l.Name, Math.Round(l.Threshold.Confidence(l.Score), 3)))
            .OrderByDescending(s => s.Confidence).ThenBy(s => s.Label, StringComparer.Ordinal).Take(MostSuggestions)];
    }

    /// <summary>The model as bytes; labels that are never suggested are left out.</summary>
    public byte[] ToBytes()
    {
        var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Format);
        writer.Write(Languages.Count);
        foreach (var (language, labels) in Languages)
        {
            writer.Write(language);
            var told = labels.Where(l => l.Threshold.Reached).ToList();
            writer.Write(told.Count);
            foreach (var label in told) Write(writer, label);
        }
        return stream.ToArray();
    }

    /// <summary>The model these bytes hold; an empty one where another version of the desk wrote them, until it has learned anew.</summary>
    public static LabelModel FromBytes(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        if (reader.ReadInt32() != Format) return Empty;
        var languages = new Dictionary<string, IReadOnlyList<LearnedLabel>>();
        for (var left = reader.ReadInt32(); left > 0; left--) languages[reader.ReadString()] = [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => Read(reader))];
        return new(languages);
    }

    private static void Write(BinaryWriter writer, LearnedLabel label)
    {
        var (weights, threshold) = (label.Weights, label.Threshold);
        writer.Write(label.Name);
        foreach (var number in new[] { threshold.Score, threshold.Slope, threshold.Shift, threshold.Suggested, threshold.Right, weights.Bias }) writer.Write(number);
        writer.Write(weights.Features.Length);
        foreach (var feature in weights.Features) writer.Write(feature);
        foreach (var weight in weights.Weights) writer.Write(weight);
    }

    private static LearnedLabel Read(BinaryReader reader)
    {
        var name = reader.ReadString();
        var threshold = new Threshold(reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle());
        var bias = reader.ReadSingle();
        var features = new ushort[reader.ReadInt32()];
        var weights = new Half[features.Length];
        for (var i = 0; i < features.Length; i++) features[i] = reader.ReadUInt16();
        for (var i = 0; i < weights.Length; i++) weights[i] = reader.ReadHalf();
        return new(name, new(bias, features, weights), threshold);
    }
}
