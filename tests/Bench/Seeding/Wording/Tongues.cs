namespace HelpdeskMx.Bench.Seeding.Wording;

/// <summary>The languages customers write in, and how many of them each has.</summary>
public static class Tongues
{
    private static readonly double[] shares = [0.24, 0.34, 0.20, 0.11, 0.11];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Tongue> All { get; } = [English.Tongue, Czech.Tongue, Polish.Tongue, Korean.Tongue, Russian.Tongue];

    /// <summary>The language of somebody.</summary>
    public static Tongue Throw(Dice dice) => All[dice.Weighted(shares)];
}
