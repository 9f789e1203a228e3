using System.Collections;
using HelpdeskMx.Bench.Seeding.Wording;

namespace HelpdeskMx.Bench.Seeding;

/// <summary>The customers of a seeded desk: a few write often, most once or twice.</summary>
public sealed class Population(ulong seed, int tickets)
{
    private const ulong Streams = 1UL << 40;
    private readonly int size = Math.Max(1, tickets * 45 / 100);
    private readonly BitArray met = new(Math.Max(1, tickets * 45 / 100));

    /// <summary>Who writes next, and whether for the first time. Asked in the order of the tickets.</summary>
    public (int Number, bool IsNew) Next(Dice dice)
    {
        var number = (int)(size * Math.Pow(dice.Share(), 1.4));
        var isNew = !met[number];
        met[number] = true;
        return (number, isNew);
    }

    /// <summary>The customer of this number.</summary>
    public Person Person(int number)
    {
        var dice = new Dice(seed, Streams + (ulong)number);
        return new Person(Tongues.Throw(dice), dice, number);
    }
}
