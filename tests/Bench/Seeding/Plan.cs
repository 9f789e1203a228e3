using HelpdeskMx.Tickets;

namespace HelpdeskMx.Bench.Seeding;

/// <summary>What becomes of one ticket: how it stands today, and who says something in it in which order.</summary>
public sealed record Plan(Category Ending, IReadOnlyList<Direction> Turns)
{
    /// <summary>More tickets than this are under work in no shop, however large its archive.</summary>
    private const int MostActive = 5_000;

    private static readonly double[] lengths = [38, 30, 14, 8, 4, 2.4, 1.2, 0.9, 0.6, 0.4, 0.3, 0.2];
    private static readonly double[] activeKinds = [3, 4, 3];

    /// <summary>The fate of a ticket, by how many are younger: the youngest are under work, the oldest mostly archived.</summary>
    public static Plan Throw(Dice dice, int younger, int total)
    {
        var active = Math.Min(total / 10.0, MostActive);
        var isActive = younger < active * 3 && dice.Chance(1 / 3.0);
        var ending = isActive ? (Category)dice.Weighted(activeKinds) : dice.Chance(younger > total / 4 ? 0.42 : 0.06) ? Category.Archived : Category.Closed;
        return new Plan(ending, TurnsTo(ending, dice));
    }

    private static List<Direction> TurnsTo(Category ending, Dice dice)
    {
        var count = ending == Category.New ? (dice.Chance(0.85) ? 1 : 2) : 1 + dice.Weighted(lengths);
        List<Direction> turns = [Direction.In];
        var spoken = Direction.In;
        while (turns.Count < count)
        {
            if (ending != Category.New && dice.Chance(0.1)) turns.Add(Direction.Note);
            else turns.Add(spoken = ending == Category.New || dice.Chance(0.08) == (spoken == Direction.In) ? Direction.In : Direction.Out);
        }
        if (ending == Category.Waiting && spoken != Direction.Out) turns.Add(Direction.Out);
        if (ending == Category.Open) turns.AddRange(spoken == Direction.Out ? [Direction.In] : [Direction.Out, Direction.In]);
        return turns;
    }
}
