using System.Globalization;
using System.Text;

namespace HelpdeskMx.Bench.Seeding.Wording;

/// <summary>What one conversation is about: the order, the thing, the sum. Fills the words in braces, the same every time.</summary>
public sealed class Facts
{
    private static readonly string[] sizes = ["S", "M", "L", "XL", "38", "40", "42", "44"];
    private readonly Dictionary<string, string> known;

    /// <summary>Facts as the dice fall, around this day.</summary>
    public Facts(Tongue tongue, Dice dice, DateTimeOffset around)
    {
        var culture = CultureInfo.GetCultureInfo(tongue.Code);
        known = new()
        {
            ["order"] = $"DS-{dice.Between(100_000, 10_000_000)}",
            ["invoice"] = $"{around.Year}-{dice.Between(1, 1_000_000):D6}",
            ["voucher"] = Voucher(dice),
            ["product"] = dice.Pick(tongue.Products),
            ["city"] = dice.Pick(tongue.Cities),
            ["size"] = dice.Pick(sizes),
            ["count"] = dice.Between(2, 15).ToString(culture),
            ["amount"] = string.Create(culture, $"{dice.Between(500, 40_000) / 100m:N2} €"),
            ["date"] = around.AddDays(-dice.Between(1, 21)).ToString("d MMMM", culture),
            ["person"] = new Person(tongue, dice, 0).Name,
        };
    }

    /// <summary>The template with every word in braces filled in.</summary>
    public string Fill(string template)
    {
        if (!template.Contains('{', StringComparison.Ordinal)) return template;
        var filled = new StringBuilder(template.Length + 32);
        var rest = template.AsSpan();
        var names = known.GetAlternateLookup<ReadOnlySpan<char>>();
        while (rest.IndexOf('{') is var from and >= 0)
        {
            var to = rest.IndexOf('}');
            filled.Append(rest[..from]).Append(names[rest[(from + 1)..to]]);
            rest = rest[(to + 1)..];
        }
        return filled.Append(rest).ToString();
    }

    private static string Voucher(Dice dice)
    {
        const string letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
        return string.Create(8, dice, (code, d) =>
        {
            for (var i = 0; i < code.Length; i++) code[i] = letters[d.Below(letters.Length)];
        });
    }
}
