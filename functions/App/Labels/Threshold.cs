namespace HelpdeskMx.Labels;

/// <summary>A text held out while a label was learned: what its features scored, and what was true.</summary>
public readonly record struct HeldOut(float Score, bool Yes, float Weight);

/// <summary>From which score on a label is suggested, and what scores mean, measured on texts it was not learned from.</summary>
/// <param name="Score">Suggested from here on; infinite for a label that cannot be told well enough.</param>
/// <param name="Slope">With <paramref name="Shift"/>: makes a chance of a score.</param>
/// <param name="Shift">See <paramref name="Slope"/>.</param>
/// <param name="Suggested">Weight of the held-out texts it would have been suggested for.</param>
/// <param name="Right">Of those, the ones that had it.</param>
public sealed record Threshold(float Score, float Slope, float Shift, float Suggested, float Right)
{
    /// <summary>What share of suggestions must be right.</summary>
    public const float Precision = 0.9f;

    /// <summary>Fewer suggestions than this prove nothing.</summary>
    public const int Fewest = 10;

    /// <summary>A suggestion less likely than this is not made, however right the surer ones are.</summary>
    public const float LeastConfidence = 0.75f;

    /// <summary>The label is suggested at all.</summary>
    public bool Reached => !float.IsPositiveInfinity(Score);

    /// <summary>The chance that a text of this score has the label.</summary>
    public float Confidence(float score) => Regression.Chance(Slope * score + Shift);

    /// <summary>The lowest threshold at and above which suggestions were right often enough, with something to spare against luck, and each of them likely by itself.</summary>
    public static Threshold Of(IReadOnlyList<HeldOut> heldOut)
    {
        var (slope, shift) = Fit(heldOut);
        var best = new Threshold(float.PositiveInfinity, slope, shift, 0, 0);
        var sorted = heldOut.Where(h => h.Weight > 0).OrderByDescending(h => h.Score).ToArray();
        var (suggested, right) = (0f, 0f);
        for (var i = 0; i < sorted.Length; i++)
        {
            suggested += sorted[i].Weight;
            if (sorted[i].Yes) right += sorted[i].Weight;
            if (i + 1 < sorted.Length && sorted[i + 1].Score == sorted[i].Score) continue;
            if (best.Confidence(sorted[i].Score) < LeastConfidence) break;
            if (suggested >= Fewest && AtLeast(right, suggested) >= Precision) best = best with { Score = sorted[i].Score, Suggested = suggested, Right = right };
        }
        return best;
    }

    /// <summary>The share that so many right ones show with few doubts: the lower end of Wilson's interval, one deviation wide.</summary>
    private static float AtLeast(float right, float of)
    {
        var share = right / of;
        return (share + 0.5f / of - MathF.Sqrt(share * (1 - share) / of + 0.25f / (of * of))) / (1 + 1 / of);
    }

    /// <summary>Fits chances to scores (Platt, "Probabilistic outputs for support vector machines", 1999) by Newton's steps.</summary>
    private static (float Slope, float Shift) Fit(IReadOnlyList<HeldOut> heldOut)
    {
        var (slope, shift) = (1.0, 0.0);
        for (var i = 0; i < 20; i++)
        {
            // A little pull towards what the scores say by themselves keeps this solvable where they part everything.
            double g1 = slope - 1, g0 = shift, h11 = 1, h10 = 0, h00 = 1;
            foreach (var (score, yes, weight) in heldOut)
            {
                var chance = 1 / (1 + Math.Exp(-(slope * score + shift)));
                var (off, bend) = (weight * (chance - (yes ? 1 : 0)), weight * chance * (1 - chance));
                (g1, g0) = (g1 + off * score, g0 + off);
                (h11, h10, h00) = (h11 + bend * score * score, h10 + bend * score, h00 + bend);
            }
            var det = h11 * h00 - h10 * h10;
            (slope, shift) = (slope - Math.Clamp((h00 * g1 - h10 * g0) / det, -1, 1), shift - Math.Clamp((h11 * g0 - h10 * g1) / det, -1, 1));
        }
        return ((float)Math.Max(slope, 0.01), (float)shift);
    }
}
