using System.Text;

namespace HelpdeskMx.Bench.Seeding.Wording;

/// <summary>Writes what a customer and an agent say to each other about one concern.</summary>
public sealed class Letters
{
    private readonly Person customer;
    private readonly Dice dice;
    private readonly Facts facts;

    /// <summary>A concern of this customer, around this time.</summary>
    public Letters(Person customer, Dice dice, DateTimeOffset at)
    {
        (this.customer, this.dice) = (customer, dice);
        facts = new Facts(customer.Tongue, dice, at);
        Concern = dice.Pick(customer.Tongue.Concerns);
        Subject = facts.Fill(dice.Pick(Concern.Subjects));
    }

    /// <summary>What it is about.</summary>
    public Concern Concern { get; }

    /// <summary>Subject of the first mail.</summary>
    public string Subject { get; }

    /// <summary>Words in braces, filled in as in the letters.</summary>
    public string Fill(string template) => facts.Fill(template);

    /// <summary>The first letter: mostly a few sentences, now and then a whole page.</summary>
    public string First()
    {
        var pages = dice.Chance(0.04) ? dice.Between(3, 8) : 1;
        var letter = new StringBuilder(dice.Pick(Tongue.Greetings)).Append("\n\n");
        for (var page = 0; page < pages; page++)
        {
            Sentences(letter, Concern.Says, dice.Between(1, 5));
            if (dice.Chance(0.45)) Sentences(letter.Append(' '), Tongue.Asides, dice.Between(1, 3));
            letter.Append("\n\n");
        }
        return Signed(letter);
    }

    /// <summary>What the customer writes on.</summary>
    public string Next()
    {
        var letter = new StringBuilder();
        if (dice.Chance(0.5)) letter.Append(dice.Pick(Tongue.Greetings)).Append("\n\n");
        Sentences(letter, Tongue.FollowUps, 1);
        if (dice.Chance(0.4)) Sentences(letter.Append(' '), Concern.Says, dice.Between(1, 3));
        return Signed(letter.Append("\n\n"));
    }

    /// <summary>The letter with what it answers below, as mail programs do.</summary>
    public string Quoting(string letter, string answered) =>
        $"{letter}\n\n{facts.Fill(Tongue.Quoting)}\n> {answered.Replace("\n", "\n> ", StringComparison.Ordinal)}";

    /// <summary>An answer of the shop.</summary>
    public string Answer()
    {
        var letter = new StringBuilder(dice.Pick(Tongue.Greetings)).Append("\n\n");
        Sentences(letter, Concern.Answers, dice.Between(1, 3));
        return letter.Append("\n\n").Append(dice.Pick(Tongue.Closings)).Append("\nDemo Shop").ToString();
    }

    /// <summary>A note between agents.</summary>
    public string Note() => facts.Fill(dice.Pick(Tongue.Notes));

    private Tongue Tongue => customer.Tongue;

    private string Signed(StringBuilder letter) => letter.Append(dice.Pick(Tongue.Closings)).Append('\n').Append(customer.Name).ToString();

    /// <summary>So many sentences in a row, none twice.</summary>
    private void Sentences(StringBuilder letter, string[] from, int count)
    {
        var first = dice.Below(from.Length);
        for (var i = 0; i < Math.Min(count, from.Length); i++)
        {
            if (i > 0) letter.Append(' ');
            letter.Append(facts.Fill(from[(first + i) % from.Length]));
        }
    }
}
