using HelpdeskMx.Bench.Seeding;
using HelpdeskMx.Bench.Seeding.Wording;

namespace HelpdeskMx.Tests.Labels;

/// <summary>A first mail to a shop with the labels it deserves.</summary>
public sealed record LabelledMail(string Text, IReadOnlyList<string> Labels);

/// <summary>Mails to a shop in one language, labelled as a careful agent would: the wording of the demo's customers, mixed as people mix it.</summary>
/// <remarks>One mail in eight is about two things and has both labels, one in ten about nothing a label stands for, half carry sentences that fit anything.</remarks>
public sealed class ShopMails(Tongue tongue, ulong seed)
{
    private static readonly DateTimeOffset Day = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);

    /// <summary>So many mails; the same for the same seed.</summary>
    public IReadOnlyList<LabelledMail> Take(int count) => [.. Enumerable.Range(0, count).Select(at => Write(new Dice(seed, (ulong)at)))];

    private LabelledMail Write(Dice dice)
    {
        var facts = new Facts(tongue, dice, Day);
        var concern = dice.Pick(tongue.Concerns);
        var other = dice.Chance(0.125) ? dice.Pick(tongue.Concerns) : concern;
        var nothing = dice.Chance(0.1);
        string[] says = nothing
            ? [.. Some(tongue.Asides, dice.Between(1, 3), dice)]
            : [.. Some(concern.Says, dice.Between(1, 3), dice), .. other == concern ? [] : Some(other.Says, 1, dice)];
        // A subject tells little by itself: every third is left empty or says something that fits anything.
        var subject = nothing || dice.Chance(0.33) ? dice.Pick(["", dice.Pick(tongue.Products), "{order}"]) : dice.Pick(concern.Subjects);
        string[] asides = dice.Chance(0.5) ? [.. Some(tongue.Asides, dice.Between(1, 3), dice)] : [];
        var letter = string.Join(' ', (string[])[subject + "\n", dice.Pick(tongue.Greetings), .. says, .. asides, dice.Pick(tongue.Closings)]);
        return new(Retold(facts.Fill(letter), dice), nothing ? [] : [.. new[] { concern.Label, other.Label }.Distinct()]);
    }

    private static IEnumerable<string> Some(string[] from, int count, Dice dice)
    {
        var first = dice.Below(from.Length);
        return Enumerable.Range(first, Math.Min(count, from.Length)).Select(at => from[at % from.Length]);
    }

    /// <summary>Every third word left out, for no two people put a thing alike, and every twentieth with a letter left out, as fast fingers do.</summary>
    private static string Retold(string text, Dice dice) =>
        string.Join(' ', text.Split(' ').Where(_ => !dice.Chance(0.33)).Select(word => word.Length > 3 && dice.Chance(0.05) ? word.Remove(dice.Between(1, word.Length - 1), 1) : word));
}
