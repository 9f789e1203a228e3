namespace HelpdeskMx.Labels;

/// <summary>A text to learn one label from.</summary>
/// <param name="Features">Of the text.</param>
/// <param name="Yes">It has the label.</param>
/// <param name="Weight">How much that counts; 0 for nothing.</param>
public readonly record struct Sample(ushort[] Features, bool Yes, float Weight);

/// <summary>Logistic regression over hashed features, learned by stochastic gradients with a step of its own for each feature (AdaGrad).</summary>
/// <remarks>A hot path: every text goes through it for each label and each fifth held out. The same samples always teach the same weights.</remarks>
public static class Regression
{
    private const int Rounds = 6;
    private const float Step = 0.8f, Decay = 0.0005f, Enough = 0.002f;

    /// <summary>What the samples teach.</summary>
    public static LabelWeights Learn(IReadOnlyList<Sample> samples, CancellationToken ct)
    {
        var (weights, steps) = (new float[TextFeatures.Space], new float[TextFeatures.Space]);
        var (bias, biasStep) = (0f, 1e-6f);
        var order = Enumerable.Range(0, samples.Count).ToArray();
        var random = new Random(samples.Count);
        for (var round = 0; round < Rounds; round++)
        {
            ct.ThrowIfCancellationRequested();
            random.Shuffle(order);
            foreach (var at in order)
            {
                var (features, yes, weight) = samples[at];
                if (weight == 0 || features.Length == 0) continue;
                var scale = 1 / MathF.Sqrt(features.Length);
                var sum = 0f;
                foreach (var feature in features) sum += weights[feature];
                var wrong = weight * ((yes ? 1 : 0) - Chance(bias + sum * scale));
                if (MathF.Abs(wrong) < Enough) continue;
                biasStep += wrong * wrong;
                bias += Step * wrong / MathF.Sqrt(biasStep);
                wrong *= scale;
                foreach (var feature in features)
                {
                    var slope = wrong - Decay * weights[feature];
                    steps[feature] += slope * slope;
                    weights[feature] += Step * slope / MathF.Sqrt(steps[feature] + 1e-6f);
                }
            }
        }
        return LabelWeights.Of(bias, weights);
    }

    /// <summary>The chance that a score stands for, between 0 and 1.</summary>
    public static float Chance(float score) => 1 / (1 + MathF.Exp(-score));
}
