namespace HelpdeskMx.Labels;

/// <summary>How far each feature speaks for one label or against it; only the loudest are kept.</summary>
/// <param name="Bias">What a text without features has.</param>
/// <param name="Features">The features kept, rising.</param>
/// <param name="Weights">How far each of them speaks for the label.</param>
public sealed record LabelWeights(float Bias, ushort[] Features, Half[] Weights)
{
    /// <summary>The most features kept of one label.</summary>
    public const int Most = 2_500;

    /// <summary>How far these features of a text speak for the label; above 0 is for it.</summary>
    public float Score(ReadOnlySpan<ushort> features)
    {
        var sum = 0f;
        foreach (var feature in features)
        {
            if (Array.BinarySearch(Features, feature) is >= 0 and var at) sum += (float)Weights[at];
        }
        return Bias + (features.Length == 0 ? 0 : sum / MathF.Sqrt(features.Length));
    }

    /// <summary>The loudest of all weights.</summary>
    public static LabelWeights Of(float bias, float[] weights)
    {
        var loudest = Enumerable.Range(0, weights.Length).Where(f => (Half)weights[f] != Half.Zero)
            .OrderByDescending(f => MathF.Abs(weights[f])).ThenBy(f => f).Take(Most).Order().ToArray();
        return new(bias, [.. loudest.Select(f => (ushort)f)], [.. loudest.Select(f => (Half)weights[f])]);
    }
}
