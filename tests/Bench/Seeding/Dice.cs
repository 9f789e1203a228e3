namespace HelpdeskMx.Bench.Seeding;

/// <summary>Chance that falls the same way for the same seed, on every machine and in every version of the runtime.</summary>
/// <remarks>SplitMix64: a ticket has dice of its own, so that tickets can be made in any order.</remarks>
public sealed class Dice(ulong seed, ulong stream)
{
    private ulong state = Mix(seed * 0x9E3779B97F4A7C15 + stream);

    /// <summary>A whole number from 0 up to but without this one.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>A whole number from the first up to but without the second.</summary>
    public int Between(int from, int before) => from + Below(before - from);

    /// <summary>A number from 0 up to but without 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>True in this share of all throws.</summary>
    public bool Chance(double share) => Share() < share;

    /// <summary>One of these.</summary>
    public T Pick<T>(IReadOnlyList<T> of) => of[Below(of.Count)];

    /// <summary>One of these, by their weights.</summary>
    public int Weighted(ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        foreach (var weight in weights) sum += weight;
        var left = Share() * sum;
        for (var i = 0; i < weights.Length; i++)
        {
            if ((left -= weights[i]) < 0) return i;
        }
        return weights.Length - 1;
    }

    private ulong Next() => Mix(state += 0x9E3779B97F4A7C15);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
